/** Linked editing of the two names of an element. */

import type { LinkedEditingRanges, Position } from "vscode-languageserver";
import { tagsAt } from "../core/document/structure";
import type { Span } from "../core/text/span";
import type { StanzaView } from "./stanzaView";

/** A name while it is typed, the empty name included. */
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
    // The editor types the same text at both: a name with escapes at one place would differ.
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
