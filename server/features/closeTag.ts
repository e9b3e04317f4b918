/** End tags that are written while the user types: after the `>` of a start tag, and after `</`. */

import type { Position, SnippetTextEdit, TextEdit } from "vscode-languageserver";
import { openElementsAt, tagsAt } from "../core/document/structure";
import type { Edit } from "../core/text/edit";
import type { PairedElement } from "../core/xml/tagPairs";
import type { StanzaView } from "./stanzaView";

/** Edit that completes a tag, with offsets in the document, and where the cursor is to be afterwards. */
interface ClosingEdit extends Edit {
  /** True if the cursor stays before the new text: the content of the element is yet to be written. */
  readonly staysBefore: boolean;
}

/**
 * The edit that completes the tag before a position after which `>` or `/` has just been typed, as a snippet that ends
 * with the cursor in its place; undefined if no open element there lacks its end tag.
 */
export function closingSnippet(
  document: StanzaView,
  position: Position,
): SnippetTextEdit | undefined {
  const closing = closingAt(document, position);
  if (!closing) return undefined;
  const text = closing.newText.replace(/[\\$}]/g, "\\$&");
  const value = closing.staysBefore ? `$0${text}` : text;
  return { range: document.rangeOf(closing.span), snippet: { kind: "snippet", value } };
}

/** The same as the edits of on-type formatting. */
export function closingEdits(document: StanzaView, position: Position): TextEdit[] {
  const closing = closingAt(document, position);
  return closing ? [{ range: document.rangeOf(closing.span), newText: closing.newText }] : [];
}

function closingAt(document: StanzaView, position: Position): ClosingEdit | undefined {
  const { start: offset } = document.spanOf({ start: position, end: position });
  // In a region of another document an end tag may need escapes.
  if (!document.isWhole) return undefined;
  const { text } = document.stanzas;
  if (text[offset - 1] === ">") return afterStartTag(document, offset);
  if (text.startsWith("</", offset - 2)) return afterSlash(document, offset);
  return undefined;
}

function afterStartTag(document: StanzaView, offset: number): ClosingEdit | undefined {
  const { tags, base } = tagsAt(document.stanzas, offset);
  const element = tags.elements.find(
    ({ startTag, isComplete, isEmpty }) => isComplete && !isEmpty && startTag.end + base === offset,
  );
  if (!element || !isWanting(element)) return undefined;
  const span = { start: offset, end: offset };
  return { span, newText: `</${element.name}>`, staysBefore: true };
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

function afterSlash(document: StanzaView, offset: number): ClosingEdit | undefined {
  const { text } = document.stanzas;
  const open = openElement(document, offset - "</".length);
  if (!open) return undefined;
  // The `>` may be there already, if the end tag is typed anew.
  const rest = text[offset] === ">" ? open.name : `${open.name}>`;
  const indentation = indentationBefore(text, offset - "</".length);
  const wanted = indentationBefore(text, open.startTag.start);
  // An editor outdents the line itself only where it has read all lines before: VS Code not while it colors them.
  if (indentation === undefined || wanted === undefined || indentation === wanted) {
    return { span: { start: offset, end: offset }, newText: rest, staysBefore: false };
  }
  const start = offset - "</".length - indentation.length;
  return { span: { start, end: offset }, newText: `${wanted}</${rest}`, staysBefore: false };
}

/** Spaces and tabs between the start of the line and the offset; undefined if anything else stands there. */
function indentationBefore(text: string, offset: number): string | undefined {
  let start = offset;
  while (text[start - 1] === " " || text[start - 1] === "\t") start--;
  const isAtLineStart = start === 0 || text[start - 1] === "\n" || text[start - 1] === "\r";
  return isAtLineStart ? text.slice(start, offset) : undefined;
}

/** The innermost element that is open at the offset; elements that are never closed come first. */
function openElement(document: StanzaView, offset: number): PairedElement | undefined {
  const { tags, base } = tagsAt(document.stanzas, offset + 1);
  const at = offset - base;
  if (tags.sections.some(({ span }) => span.start < at && at < span.end)) return undefined;
  const open = openElementsAt(document.stanzas, offset);
  const last = open.at(-1);
  // Inside a start tag no element can be closed.
  if (!last?.isComplete) return undefined;
  const closed = new Set<number>();
  for (const { endTag, startTag } of tags.elements) if (endTag) closed.add(startTag.start + base);
  return open.findLast(({ startTag }) => !closed.has(startTag.start)) ?? last;
}
