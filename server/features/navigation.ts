/**
 * Navigation between requests and replies: from the id of a reply to its request, from that of a
 * request to its replies. Renaming an id renames it in all stanzas of the exchange.
 */

import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { PlacedStanza } from "../core/document/document";
import { escapeValue } from "../core/rules/edits";
import type { Span } from "../core/text/span";
import { isReply } from "../core/xmpp/replyMatch";
import type { StanzaView } from "./stanzaView";

/** A request with its replies; a reply alone if its request is not known. */
interface Pair {
  readonly request: PlacedStanza | undefined;
  readonly replies: readonly PlacedStanza[];
}

/** The place of the request's id, for a position in the id of a reply. */
export function definitionAt(document: StanzaView, position: Position): Location | undefined {
  const stanza = stanzaOfId(document, position);
  const request = stanza && document.stanzas.exchanges.requestOf(stanza);
  const range = request && idRange(document, request);
  return range && { uri: document.uri, range };
}

/** The ids of the replies, for a position in the id of any stanza of the pair. */
export function referencesAt(
  document: StanzaView,
  position: Position,
  includeDeclaration: boolean,
): Location[] {
  const pair = pairAt(document, position);
  if (!pair) return [];
  const { request, replies } = pair;
  const stanzas = includeDeclaration && request ? [request, ...replies] : replies;
  return rangesOf(document, stanzas).map((range) => ({ uri: document.uri, range }));
}

/** The ids of the pair: the request's id is marked as a write access, those of replies as reads. */
export function highlightsAt(document: StanzaView, position: Position): DocumentHighlight[] {
  const pair = pairAt(document, position);
  if (!pair) return [];
  const { request, replies } = pair;
  const mark = (stanzas: readonly PlacedStanza[], kind: DocumentHighlightKind) =>
    rangesOf(document, stanzas).map((range) => ({ range, kind }));
  return [
    ...mark(request ? [request] : [], DocumentHighlightKind.Write),
    ...mark(replies, DocumentHighlightKind.Read),
  ];
}

/** The range of the id at the position, if it can be renamed. */
export function renameRangeAt(document: StanzaView, position: Position): Range | undefined {
  const stanza = stanzaOfId(document, position);
  return stanza && idRange(document, stanza);
}

/** Edits that set the id of all stanzas of the pair; undefined where there is no id to rename. */
export function renameAt(
  document: StanzaView,
  position: Position,
  id: string,
): WorkspaceEdit | undefined {
  const pair = pairAt(document, position);
  if (!pair) return undefined;
  const { text } = document.stanzas;
  const stanzas = pair.request ? [pair.request, ...pair.replies] : pair.replies;
  const edits = stanzas.flatMap((stanza) => {
    const span = idSpan(stanza);
    return span ? [{ span, newText: escapeValue(id, text[span.end] ?? "'") }] : [];
  });
  edits.sort((a, b) => a.span.start - b.span.start);
  const changes = document.textEdits(edits);
  return changes && { changes: { [document.uri]: changes } };
}

function pairAt(document: StanzaView, position: Position): Pair | undefined {
  const stanza = stanzaOfId(document, position);
  if (!stanza?.summary) return undefined;
  const { stanzas } = document;
  const request = isReply(stanza.summary) ? stanzas.exchanges.requestOf(stanza) : stanza;
  if (!request) return { request: undefined, replies: [stanza] };
  return { request, replies: stanzas.exchanges.repliesTo(request) };
}

/** The stanza whose id is at the position. */
function stanzaOfId(document: StanzaView, position: Position): PlacedStanza | undefined {
  const { start: offset } = document.spanOf({ start: position, end: position });
  const stanza = document.stanzas.stanzaAt(offset);
  const span = stanza && idSpan(stanza);
  return span && span.start <= offset && offset <= span.end ? stanza : undefined;
}

function rangesOf(document: StanzaView, stanzas: readonly PlacedStanza[]): Range[] {
  return stanzas.flatMap((stanza) => idRange(document, stanza) ?? []);
}

function idRange(document: StanzaView, stanza: PlacedStanza): Range | undefined {
  const span = idSpan(stanza);
  return span && document.rangeOf(span);
}

/** The value of the stanza's id, between the quotes. */
function idSpan({ span, summary }: PlacedStanza): Span | undefined {
  const value = summary?.id?.valueSpan;
  return value && { start: span.start + value.start, end: span.start + value.end };
}
