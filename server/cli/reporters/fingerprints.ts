/** Fingerprints, by which a finding is recognised in a later version of its file. */

import { createHash } from "node:crypto";
import type { DocumentFinding } from "../../core/document/document";
import type { SourceDocument } from "../../core/document/sourceDocument";

/**
 * Gives the fingerprints of a document's findings, which have to be requested in order. A fingerprint depends on
 * the rule, on the content of the stanza and on the number of earlier findings of the rule in equal stanzas; not on
 * the place of the stanza, nor on its white space, which formatters and other line ends change.
 */
export function createFingerprints(document: SourceDocument): (found: DocumentFinding) => string {
  const ordinals = new Map<string, number>();
  let last: { stanzaStart: number; start: number; end: number; hash: string } | undefined;

  function hashAround({ stanzaStart, span: { start: offset } }: DocumentFinding): string {
    // A large stanza may have thousands of findings.
    if (last?.stanzaStart !== stanzaStart || offset < last.start || offset >= last.end) {
      const { start, end } = document.stanzaSpanAt(offset) ?? lineAround(document.text, offset);
      const words = document.text.slice(start, end).trim().replace(/\s+/g, " ");
      last = { stanzaStart, start, end, hash: createHash("sha256").update(words).digest("hex") };
    }
    return last.hash;
  }

  return (found) => {
    const key = `${found.finding.rule.id} ${hashAround(found)}`;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    return createHash("sha256").update(`${key} ${ordinal}`).digest("hex").slice(0, 32);
  };
}

/** The line of a finding about a comment between stanzas. */
function lineAround(text: string, offset: number): { start: number; end: number } {
  const start =
    Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const length = text.slice(start).search(/[\r\n]/);
  return { start, end: length < 0 ? text.length : start + length };
}
