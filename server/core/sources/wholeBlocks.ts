/** Stanzas among lines of words: blocks of lines that are a whole stanza each. */

import { TagScanner } from "./records/tagScanner";

/** A line of a text, trimmed: offset of its first character, and offset after its last. */
export interface WordLine {
  readonly start: number;
  readonly end: number;
}

const begins = /^[ \t]*<(?:message|presence|iq)(?:[\s/>]|$)/;

/** Maximum number of lines of a stanza among words. */
const MAX_LINES = 200;

/** The blocks, each with the indexes of its first and its last line. */
export function* wholeBlocks(
  text: string,
  lines: readonly WordLine[],
): Generator<{ first: number; last: number }> {
  for (let first = 0; first < lines.length; first++) {
    const { start, end } = lines[first]!;
    if (!begins.test(text.slice(start, Math.min(end, start + 200)))) continue;
    const last = lastLine(text, lines, first);
    if (last < 0) continue;
    yield { first, last };
    first = last;
  }
}

function lastLine(text: string, lines: readonly WordLine[], first: number): number {
  const scanner = new TagScanner();
  const until = Math.min(lines.length, first + MAX_LINES);
  for (let last = first; last < until; last++) {
    const line = text.slice(lines[last]!.start, lines[last]!.end);
    scanner.feed(line);
    if (scanner.isBalanced) {
      const isWhole = scanner.stanzas.length > 0 && line.trimEnd().endsWith(">");
      return isWhole && scanner.mismatches === 0 ? last : -1;
    }
    scanner.feed("\n");
  }
  return -1;
}
