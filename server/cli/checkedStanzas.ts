/** Selects the stanzas of a document that are checked. */

import type { StanzaDocument } from "../core/document/document";
import type { Span } from "../core/text/span";
import { RECORD_END } from "../core/xml/recordEnd";

/**
 * False for a stanza that is not checked: the head of a record, a stanza that a logger has cut, and a sketch that
 * is not meant to be sent.
 */
export function isChecked(document: StanzaDocument, { start, end }: Span): boolean {
  const text = document.text.slice(start, end);
  return !text.includes(RECORD_END) && !document.isSkipped?.(text);
}

/** Number of stanzas that are checked. */
export function countChecked(document: StanzaDocument): number {
  return document.stanzaSpans().filter((span) => isChecked(document, span)).length;
}
