/** The line that a directive about the next line applies to. */

import { partitionPoint } from "../text/partitionPoint";
import type { Span } from "../text/span";
import type { Directive } from "./directives";

export type { NextLines };

/**
 * Finds the lines that directives apply to; the line index is built once per text.
 * @param directives in the order of their places
 */
export function createNextLines(text: string, directives: readonly Directive[]): NextLines {
  return new NextLines(text, directives);
}

class NextLines {
  /** Offsets of the line ends, after their line feeds. */
  readonly #ends: number[] = [];
  /** Memoized results by the start of the line: directives may be stacked, and share lines. */
  readonly #known = new Map<number, Span>();

  constructor(
    readonly text: string,
    readonly directives: readonly Directive[],
  ) {
    const ends = this.#ends;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) ends.push(at + 1);
  }

  /** Span of the next line after that of the offset, skipping lines that hold only directives. */
  after(offset: number): Span {
    const { text, directives } = this;
    const passed: number[] = [];
    let start = this.#lineEnd(offset);
    let found = this.#known.get(start);
    while (!found) {
      passed.push(start);
      const end = this.#lineEnd(start);
      const directive = directives[partitionPoint(directives, ({ span }) => span.start < start)];
      const alone =
        directive &&
        directive.span.end <= end &&
        isAlone(text.slice(start, end), directive.span, start);
      if (!alone || end === text.length) found = { start, end: Math.max(end, start + 1) };
      else {
        start = end;
        found = this.#known.get(start);
      }
    }
    for (const one of passed) this.#known.set(one, found);
    return found;
  }

  /** Offset after the end of the line that holds the offset. */
  #lineEnd(offset: number): number {
    return this.#ends[partitionPoint(this.#ends, (end) => end <= offset)] ?? this.text.length;
  }
}

function isAlone(line: string, span: Span, lineStart: number): boolean {
  const before = line.slice(0, span.start - lineStart);
  const after = line.slice(span.end - lineStart);
  return `${before}${after}`.trim() === "";
}
