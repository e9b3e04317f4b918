/** The two names of an element, which are edited as one. */

import type { LinkedEditingRanges, Position } from "vscode-languageserver";
import { tagsAt } from "../core/document/structure";
import type { Span } from "../core/text/span";
import type { StanzaView } from "./stanzaView";

/** What a name may be while it is typed: also nothing at all. */
const NAME = "[-:.\\w\\u00b7-\\uffff]*";

/** The names in start and end tag, if the position is in one of them and both are there. */
export function linkedEditingRangesAt(
  document: StanzaView,
  position: Position,
): LinkedEditingRanges | null {
  const { start: offset } = document.spanOf({ start: position, end: position });
  const { region } = document.view;
  const { tags, base } = tagsAt(document.stanzas, offset);
  const holds = ({ start, end }: Span) => start + base <= offset && offset <= end + base;
  for (const { nameSpan, endNameSpan } of tags.elements) {
    if (!endNameSpan || !(holds(nameSpan) || holds(endNameSpan))) continue;
    // Both are typed at once: what is written in another way at one of them would differ.
    const isVerbatim = [nameSpan, endNameSpan].every(({ start, end }) => {
      const span = { start: start + base, end: end + base };
      const host = region.toHost(span);
      return host.end - host.start === end - start;
    });
    if (!isVerbatim) return null;
    const ranges = [nameSpan, endNameSpan].map(({ start, end }) =>
      document.rangeOf({ start: start + base, end: end + base }),
    );
    return { ranges, wordPattern: NAME };
  }
  return null;
}
