/** Finds the comments and CDATA sections of any text. */

import type { Span } from "../text/span";

/** A comment or a CDATA section. */
export interface Section {
  readonly kind: "comment" | "cdata";
  readonly span: Span;
}

const kinds = [
  { kind: "comment", open: "<!--", close: "-->" },
  { kind: "cdata", open: "<![CDATA[", close: "]]>" },
] as const;

/**
 * The closed sections, in order, each up to its first terminator. A section does not contain
 * others. Linear: each stretch of the text is searched a fixed number of times.
 */
export function* findSections(text: string): Generator<Section, void> {
  /** For each kind, offset where the next section opens; the length of the text if there is none to come. */
  const next: [number, number] = [-1, -1];
  for (let at = 0; ; ) {
    for (const [index, { open }] of kinds.entries()) {
      if (next[index]! >= at) continue;
      const found = text.indexOf(open, at);
      next[index] = found < 0 ? text.length : found;
    }
    const index = next[0] <= next[1] ? 0 : 1;
    const start = next[index];
    if (start === text.length) return;
    const { kind, open, close } = kinds[index];
    const terminator = text.indexOf(close, start + open.length);
    if (terminator < 0) {
      // Then no later section of its kind is closed either.
      next[index] = text.length;
      continue;
    }
    at = terminator + close.length;
    yield { kind, span: { start, end: at } };
  }
}
