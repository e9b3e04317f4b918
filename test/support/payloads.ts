/** Payloads in the stanzas of a text, and what is wrong with them by the tables of payloads. */

import { FramedText } from "../../server/core/document/framedText";
import { EditableText } from "../../server/core/text/editableText";
import { parse } from "../../server/core/xml/parse";
import type { XmlElement } from "../../server/core/xml/tree";
import type { PayloadProblem } from "../../server/core/xmpp/payloadProblems";
import { stanzaProblems } from "../../server/core/xmpp/stanzaProblems";

/** The well-formed stanzas of the text. */
function stanzasIn(text: string): XmlElement[] {
  const framed = new FramedText(new EditableText(text));
  return framed.pieces
    .filter((piece) => piece.isStanza)
    .flatMap((piece) => parse(framed.sourceOf(piece), piece.scope).root ?? []);
}

/** Kind, element and name or value of each problem, in words. */
export function problemsIn(text: string): string[] {
  return stanzasIn(text).flatMap((stanza) => stanzaProblems(stanza).map(inWords));
}

function inWords(problem: PayloadProblem): string {
  const { kind, element } = problem;
  const name = "name" in problem ? ` ${problem.name}` : "";
  const value = problem.kind === "value" ? `='${problem.value}'` : "";
  return `${kind} ${element.local}${name}${value}`;
}
