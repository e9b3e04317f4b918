/** Invariants of every text, whatever it is. */

import type { DocumentFinding, StanzaDocument } from "../../server/core/document/document";
import type { Span } from "../../server/core/text/span";
import { elementSpans } from "./documents";

/**
 * All ranges are within the text and have their ends in order, stanzas and findings are in the order of
 * their places, and no finding stands outside its stanza.
 * @throws Error that says what is wrong
 */
export function proveRanges(document: StanzaDocument): void {
  const { length } = document.text;
  let end = 0;
  const stanzas = elementSpans(document);
  for (const stanza of stanzas) {
    if (stanza.start < end || stanza.end <= stanza.start || stanza.end > length) {
      throw new Error(`a stanza at ${told(stanza)} of ${length}, behind one that ends at ${end}`);
    }
    end = stanza.end;
  }
  let before = 0;
  let next = 0;
  for (const found of document.findings()) {
    const { span } = found;
    if (span.start < before) throw new Error(`${idOf(found)} at ${told(span)} is out of order`);
    before = span.start;
    for (const one of [span, ...found.related.map((other) => other.span)]) {
      if (one.start < 0 || one.end < one.start || one.end > length) {
        throw new Error(`${idOf(found)} at ${told(one)} of ${length}`);
      }
    }
    if (idOf(found) === "suppression-unused") continue; // may stand between stanzas
    while (next < stanzas.length && stanzas[next]!.end < span.end) next++;
    const stanza = stanzas[next];
    if (!stanza || span.start < stanza.start) throw new Error(`${told(span)} lies in no stanza`);
    if (found.stanzaStart < stanza.start || found.stanzaStart >= stanza.end) {
      throw new Error(`${idOf(found)} at ${told(span)} names another stanza`);
    }
  }
}

function idOf({ finding }: DocumentFinding): string {
  return finding.rule.id;
}

function told({ start, end }: Span): string {
  return `${start}–${end}`;
}
