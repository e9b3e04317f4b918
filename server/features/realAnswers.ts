/** Answers of real software to the stanza at a place of a document. */

import type { Position } from "vscode-languageserver";
import { createAnswer } from "../core/replies/answerAs";
import { answerProfiles } from "../core/replies/answerProfiles";
import type { ReplyStyle } from "../core/replies/reply";
import type { ReplyResult } from "../core/replies/replyOptions";
import type { Translate } from "../core/text/translate";
import type { Scope } from "../core/xml/scope";
import type { ConditionChoice, ReplyParams } from "../protocol/protocol";
import type { StanzaView } from "./stanzaView";

/** A reply, with its condition and with remarks in the user's language, where there are some. */
export type WrittenReply = ReplyResult & {
  readonly condition?: string;
  readonly notes?: readonly string[];
};

/** What the software sends in answer; refused with the reason where it sends nothing. */
export function answerOf(
  source: string,
  scope: Scope | undefined,
  params: ReplyParams & { readonly as: string },
  style: ReplyStyle,
  translate: Translate,
): WrittenReply {
  const answer = createAnswer(source, scope, params, style);
  if (answer.refusal !== undefined) return answer;
  const { xml, condition, notes } = answer;
  const last = notes.at(-1);
  if (xml === undefined) return { refusal: last?.note ?? "", values: last?.values ?? {} };
  return { xml, condition, notes: notes.map(({ note, values }) => translate(note, values)) };
}

/** One choice for each server that answers the stanza at the position. */
export function answerChoices(
  document: StanzaView,
  position: Position,
  translate: Translate,
): ConditionChoice[] {
  const { stanzas } = document;
  const stanza = stanzas.stanzaAt(document.spanOf({ start: position, end: position }).start);
  if (!stanza) return [];
  const { start, end } = stanza.span;
  const source = stanzas.text.slice(start, end);
  const style = { indentation: "", step: "", lineEnd: "\n" };
  return answerProfiles().flatMap(({ id, name, version }) => {
    const answer = createAnswer(source, stanzas.scopeAt(start), { as: id }, style);
    if (answer.refusal !== undefined || answer.xml === undefined || !answer.isMeasured) return [];
    const title = translate("As {software} sends it", { software: `${name} ${version}` });
    const { condition, situation } = answer;
    const group = translate("Answers of real software");
    return [{ name: title, meaning: situation, type: condition, group, as: id }];
  });
}
