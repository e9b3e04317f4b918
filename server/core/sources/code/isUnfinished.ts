/** Whether a text ends within an element. */

import { TagScanner } from "../records/tagScanner";

/** True if the text ends before the end of its first stanza. */
export function isUnfinished(text: string): boolean {
  const scanner = new TagScanner();
  scanner.feed(text);
  return !scanner.isBalanced || scanner.stanzas.length === 0;
}
