/** The two names of an element, which are edited as one. */

import type { LinkedEditingRanges, Position } from "vscode-languageserver";
import { tagsAt } from "../core/structure";
import type { Span } from "../core/xml/tree";
import type { OpenDocument } from "./openDocument";

/** What a name may be while it is typed: also nothing at all. */
const NAME = "[-:.\\w\\u00b7-\\uffff]*";

/** The names in start and end tag, if the position is in one of them and both are there. */
export function linkedEditingRangesAt(
  document: OpenDocument,
  position: Position,
): LinkedEditingRanges | null {
  const { start: offset } = document.spanOf({ start: position, end: position });
  const { tags, base } = tagsAt(document.stanzas, offset);
  const holds = ({ start, end }: Span) => start + base <= offset && offset <= end + base;
  for (const { nameSpan, endNameSpan } of tags.elements) {
    if (!endNameSpan || !(holds(nameSpan) || holds(endNameSpan))) continue;
    const ranges = [nameSpan, endNameSpan].map(({ start, end }) =>
      document.rangeOf({ start: start + base, end: end + base }),
    );
    return { ranges, wordPattern: NAME };
  }
  return null;
}
