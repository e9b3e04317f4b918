/** Which of the stanzas that stand in a document are checked. */

import type { StanzaDocument } from "../core/document/document";
import type { Span } from "../core/text/span";
import { RECORD_END } from "../core/xml/recordEnd";

/**
 * False for a stanza about which nothing is said: the head of a record, what a logger has cut, and what describes an
 * element without being one that anybody sends.
 */
export function isChecked(document: StanzaDocument, { start, end }: Span): boolean {
  const text = document.text.slice(start, end);
  return !text.includes(RECORD_END) && !document.isSkipped?.(text);
}

/** Number of stanzas that are checked. */
export function countChecked(document: StanzaDocument): number {
  return document.stanzaSpans().filter((span) => isChecked(document, span)).length;
}
