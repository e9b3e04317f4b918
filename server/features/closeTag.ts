/** End tags that are written while the user types: after the `>` of a start tag, and after `</`. */

import type { Position, TextEdit } from "vscode-languageserver";
import { openElementsAt, tagsAt } from "../core/document/structure";
import type { PairedElement } from "../core/xml/tagPairs";
import type { StanzaView } from "./stanzaView";

/** Completion of a tag: text to insert at the position, and where the cursor is to be then. */
export interface Closing {
  readonly text: string;
  /** True if the cursor stays before the text: the content of the element is yet to be written. */
  readonly staysBefore: boolean;
}

/**
 * The text to insert at a position after which `>` or `/` has just been typed; undefined if no open element there
 * lacks its end tag.
 */
export function closingAt(document: StanzaView, position: Position): Closing | undefined {
  const { start: offset } = document.spanOf({ start: position, end: position });
  // In a region of another document an end tag may need escapes.
  if (!document.isWhole) return undefined;
  const { text } = document.stanzas;
  if (text[offset - 1] === ">") return behindStartTag(document, offset);
  if (text.startsWith("</", offset - 2)) return behindSlash(document, offset);
  return undefined;
}

/** The same as the edits of on-type formatting. */
export function closingEdits(document: StanzaView, position: Position): TextEdit[] {
  const closing = closingAt(document, position);
  return closing ? [{ range: { start: position, end: position }, newText: closing.text }] : [];
}

function behindStartTag(document: StanzaView, offset: number): Closing | undefined {
  const { tags, base } = tagsAt(document.stanzas, offset);
  const element = tags.elements.find(
    ({ startTag, isComplete, isEmpty }) => isComplete && !isEmpty && startTag.end + base === offset,
  );
  if (!element || !isWanting(element)) return undefined;
  return { text: `</${element.name}>`, staysBefore: true };
}

/**
 * True if an end tag of that name is missing. The pairing gives an existing end tag to the innermost
 * element, so that the lack may show only further out.
 */
function isWanting(element: PairedElement): boolean {
  for (let one: PairedElement | undefined = element; one; one = one.parent) {
    if (one.name === element.name && !one.endTag) return true;
  }
  return false;
}

function behindSlash(document: StanzaView, offset: number): Closing | undefined {
  const { text } = document.stanzas;
  const name = openName(document, offset - "</".length);
  if (name === undefined) return undefined;
  // The `>` may be there already, if the end tag is typed anew.
  return { text: text[offset] === ">" ? name : `${name}>`, staysBefore: false };
}

/** Name of the innermost element that is open at the offset; elements that are never closed come first. */
function openName(document: StanzaView, offset: number): string | undefined {
  const { tags, base } = tagsAt(document.stanzas, offset + 1);
  const at = offset - base;
  if (tags.sections.some(({ span }) => span.start < at && at < span.end)) return undefined;
  const open = openElementsAt(document.stanzas, offset);
  const last = open.at(-1);
  // Inside a start tag no element can be closed.
  if (!last?.isComplete) return undefined;
  const closed = new Set<number>();
  for (const { endTag, startTag } of tags.elements) if (endTag) closed.add(startTag.start + base);
  return (open.findLast(({ startTag }) => !closed.has(startTag.start)) ?? last).name;
}
