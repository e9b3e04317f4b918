/** Recognises lines of a text for people within a stanza, which may begin as records of a log do. */

import { endOf, type HostLine } from "../lines";
import type { Chunk } from "./chunk";
import { lineStartOf } from "./lineStart";
import type { LineView } from "./lineView";

interface LogText {
  readonly text: string;
  readonly lines: readonly HostLine[];
}

/** Maximum number of lines among which the end of the stanza is searched. */
const MAX_LINES = 50;

/** A stanza at the start of the line, or after a sign that ends the beginning of a record. */
const stanza = /^(?:[^<]{0,200}[:>\])|=-])?[ \t]*<(?:\w+:)?(?:message|presence|iq)[\s/>]/;

/**
 * True if the line of that index, which begins with a direction or another word, is text of the open stanza: no markup
 * follows the word, and the lines from it on close the stanza, as they stand.
 */
export function isInnerText(
  { text, lines }: LogText,
  chunk: Chunk,
  index: number,
  { content: words, markup }: LineView,
): boolean {
  if (!chunk.isInStanza || chunk.isLiteral) return false;
  if (markup >= 0 && text.slice(words, markup).trim() === "") return false;
  const trial = chunk.scanner.copy();
  const until = Math.min(lines.length, index + MAX_LINES);
  for (let at = index; at < until; at++) {
    const line = lines[at]!;
    const content = text.slice(line.start, endOf(text, line));
    // A time or a level begins a record for certain.
    if (lineStartOf(content)?.isSure) return false;
    if (stanza.test(content)) return false;
    trial.feed(`${content}\n`);
    if (trial.mismatches > chunk.scanner.mismatches) return false;
    if (trial.isBalanced) return true;
  }
  return false;
}
