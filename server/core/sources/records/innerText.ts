/** Recognises lines of a text for people within a stanza, which may begin as records of a log do. */

import { endOf, type HostLine } from "../lines";
import type { Chunk } from "./chunk";
import { lineStartOf } from "./lineStart";

interface LogText {
  readonly text: string;
  readonly lines: readonly HostLine[];
}

/** Maximum number of lines among which the end of the stanza is searched. */
const MAX_LINES = 50;

/**
 * True if the line of that index, which begins with a direction or another word, is text of the open stanza: it has no
 * markup, and the lines from it on close the stanza, as they stand.
 */
export function isInnerText({ text, lines }: LogText, chunk: Chunk, index: number): boolean {
  if (!chunk.isInStanza || chunk.isLiteral) return false;
  const trial = chunk.scanner.copy();
  const until = Math.min(lines.length, index + MAX_LINES);
  for (let at = index; at < until; at++) {
    const line = lines[at]!;
    const content = text.slice(line.start, endOf(text, line));
    // A time or a level begins a record for certain.
    if (lineStartOf(content)?.isSure) return false;
    if (!content.includes("<")) {
      trial.feed(`${content}\n`);
      continue;
    }
    if (at === index) return false;
    trial.feed(content);
    return trial.isBalanced && trial.mismatches === chunk.scanner.mismatches;
  }
  return false;
}
