/** Code lenses: the replies above a request, and the request above a reply. */

import type { CodeLens, Range } from "vscode-languageserver";
import type { PlacedStanza } from "../core/document/document";
import { isEndOfStep, type Steps } from "../core/text/steps";
import type { Translate } from "../core/text/translate";
import { isReply } from "../core/xmpp/replyMatch";
import type { StanzaSummary } from "../core/xmpp/summary";
import { REVEAL_COMMAND } from "./capabilities";
import type { StanzaView } from "./stanzaView";

/** Data of a lens until it is resolved. */
interface LensData {
  readonly uri: string;
  /** Offset of the stanza. */
  readonly start: number;
}

/** Ranges of the lenses, in steps; `resolveCodeLens` adds their titles when they come into view. */
export function* codeLensesOf(document: StanzaView): Steps<CodeLens[]> {
  const { stanzas, uri } = document;
  const requests = yield* stanzas.exchanges.findingRequests();
  const answered = new Set(requests);
  const lenses: CodeLens[] = [];
  for (const [index, stanza] of stanzas.stanzas().entries()) {
    if (isEndOfStep(index)) yield;
    if (!hasLens(stanza, requests[index] !== undefined, answered.has(index))) continue;
    const { start } = stanza.span;
    const data: LensData = { uri, start };
    lenses.push({ range: document.rangeOf({ start, end: start + 1 }), data });
  }
  return lenses;
}

/** The URI of the document that the lens is for. */
export function uriOfLens({ data }: CodeLens): string {
  return (data as LensData | undefined)?.uri ?? "";
}

/** @param canReveal false for a client that cannot show a place: its lenses have titles alone */
export function resolveCodeLens(
  lens: CodeLens,
  document: StanzaView,
  translate: Translate,
  canReveal: boolean,
): CodeLens {
  const { start } = lens.data as LensData;
  const stanza = document.stanzas.stanzaAt(start);
  if (!stanza?.summary || stanza.span.start !== start) return lens;
  const { stanzas } = document;
  const shown = canReveal ? document : undefined;
  if (isReply(stanza.summary)) {
    const request = stanzas.exchanges.requestOf(stanza);
    if (!request?.summary) return withTitle(lens, translate("no request in this file"));
    const line = String(document.rangeOf(request.span).start.line + 1);
    const what = describe(request.summary);
    const title = translate("in reply to {what}, line {line}", { what, line });
    return withTitle(lens, title, shown, request);
  }
  const [reply] = stanzas.exchanges.repliesTo(stanza);
  if (!reply?.summary) return withTitle(lens, translate("no reply in this file"));
  const title = translate("answered: {what}", { what: describeAnswer(reply.summary) });
  return withTitle(lens, title, shown, reply);
}

/** True for an iq, which is always a request or a reply; for other stanzas only if they belong to an exchange. */
function hasLens({ summary }: PlacedStanza, isAnswer: boolean, isAnswered: boolean): boolean {
  if (!summary || summary.isTypeUnknown) return false;
  if (isReply(summary)) return isAnswer;
  return (summary.kind === "iq" && summary.id !== undefined) || isAnswered;
}

function describe({ kind, type }: StanzaSummary): string {
  return type === "" ? kind : `${kind} ${type}`;
}

/** An error by its condition and type, `item-not-found (cancel)`. */
export function describeAnswer({ type, error }: StanzaSummary): string {
  if (!error) return type;
  const condition = error.condition || "error";
  return error.type === "" ? condition : `${condition} (${error.type})`;
}

function withTitle(
  lens: CodeLens,
  title: string,
  document?: StanzaView,
  target?: PlacedStanza,
): CodeLens {
  if (!document || !target) return { ...lens, command: { title, command: "" } };
  const range: Range = document.rangeOf({ start: target.span.start, end: target.span.start });
  return {
    ...lens,
    command: { title, command: REVEAL_COMMAND, arguments: [document.uri, range] },
  };
}
