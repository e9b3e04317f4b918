/**
 * The syntax at the cursor: a name, an attribute, a value, an end tag. Works
 * in incomplete stanzas; reads only the stanza around the cursor.
 */

import type { StanzaDocument } from "../core/document/document";
import type { TextPiece } from "../core/document/piece";
import type { Span } from "../core/text/span";
import { type LooseElement, type LoosePlace, readLoosely } from "../core/xml/loose";
import type { LooseAttribute } from "../core/xml/looseAttributes";
import type { Scope } from "../core/xml/scope";
import { isBlank, isSpace } from "../core/xml/tree";

/** Offsets are UTF-16 code units of the document. */
export type Cursor = CursorBase &
  (
    | {
        readonly kind: "element";
        /** The name so far, without `<`. */
        readonly nameSpan: Span;
        /** True if the `<` is there. */
        readonly opened: boolean;
        /** The element that is being written, if there is more of it than `<`. */
        readonly element: LooseElement | undefined;
      }
    | {
        readonly kind: "endTag";
        readonly nameSpan: Span;
        /** True if the `>` is there. */
        readonly closed: boolean;
      }
    | {
        readonly kind: "attributeName";
        readonly element: LooseElement;
        readonly nameSpan: Span;
        /** The attribute that the name belongs to, if it is there. */
        readonly attribute: LooseAttribute | undefined;
      }
    | {
        readonly kind: "attributeValue";
        readonly element: LooseElement;
        readonly attribute: LooseAttribute;
        readonly valueSpan: Span;
      }
    /** In a comment, in a CDATA section, between the parts of a tag: there is nothing to propose. */
    | { readonly kind: "other" }
  );

export type ElementCursor = Cursor & { readonly kind: "element" };
export type NameCursor = Cursor & { readonly kind: "attributeName" };
export type ValueCursor = Cursor & { readonly kind: "attributeValue" };

interface CursorBase {
  readonly offset: number;
  /** The innermost element that is open there; a wrapper, or undefined, between stanzas. */
  readonly parent: LooseElement | undefined;
  /** True inside a stanza, or an error on its level; its root then is the last of the parents, or the element itself. */
  readonly inStanza: boolean;
  /** Namespaces and wrappers that are open around the elements. */
  readonly scope: Scope | undefined;
  /** Offset of the stanza, or of the text between stanzas that the cursor is in. */
  readonly start: number;
}

/** The syntax at the offset, in UTF-16 code units of the text of the document. */
export function cursorAt(document: StanzaDocument, offset: number): Cursor {
  const { text } = document;
  const piece = pieceBefore(document.pieces, offset);
  const scope = piece?.scope;
  if (piece && !piece.isElement && offset < piece.end) {
    return { kind: "other", offset, parent: undefined, inStanza: false, scope, start: piece.start };
  }
  if (piece?.isElement && isBlank(text.slice(piece.end, offset))) {
    // A stanza that is never closed ends where its text does; white space after that still belongs to it.
    const span = { start: piece.start, end: Math.max(piece.end, offset) };
    const place = readLoosely(text, span, scope, offset);
    if (place.parent || place.markup) return cursorIn(text, offset, place, piece.start, true);
  }
  const start = piece?.end ?? 0;
  const span = { start, end: text.length };
  return cursorIn(text, offset, readLoosely(text, span, scope, offset, true), start, false);
}

/** The last stanza or comment that begins before the offset. */
function pieceBefore(pieces: readonly TextPiece[], offset: number): TextPiece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

function cursorIn(
  text: string,
  offset: number,
  { parent, markup, scope }: LoosePlace,
  start: number,
  inStanza: boolean,
): Cursor {
  const base: CursorBase = { offset, parent, inStanza, scope, start };
  if (!markup) {
    const opened = text[offset - 1] === "<";
    const nameSpan = opened ? { start: offset, end: offset } : wordAt(text, offset);
    // Text in the middle of a word, or after an ampersand, is no element.
    const before = opened ? " " : (text[nameSpan.start - 1] ?? " ");
    if (!/[\s>]/.test(before)) return { ...base, kind: "other" };
    return { ...base, kind: "element", nameSpan, opened, element: undefined };
  }
  if (markup.kind === "opaque") return { ...base, kind: "other" };
  if (markup.kind === "end") {
    const { nameSpan, closed } = markup;
    if (!isWithin(nameSpan, offset)) return { ...base, kind: "other" };
    return { ...base, kind: "endTag", nameSpan, closed };
  }
  const { element } = markup;
  if (isWithin(element.nameSpan, offset)) {
    return { ...base, kind: "element", nameSpan: element.nameSpan, opened: true, element };
  }
  return inTag(text, element, base);
}

function inTag(text: string, element: LooseElement, base: CursorBase): Cursor {
  const { offset } = base;
  for (const attribute of element.attributes) {
    const { nameSpan, valueSpan } = attribute;
    if (valueSpan && isWithin(valueSpan, offset)) {
      return { ...base, kind: "attributeValue", element, attribute, valueSpan };
    }
    if (nameSpan.start < offset && offset <= nameSpan.end) {
      return { ...base, kind: "attributeName", element, nameSpan, attribute };
    }
  }
  const isFree =
    isSpace(text.charCodeAt(offset - 1)) &&
    !element.attributes.some((one) => isInside(one, offset));
  if (!isFree) return { ...base, kind: "other" };
  const nameSpan = { start: offset, end: offset };
  return { ...base, kind: "attributeName", element, nameSpan, attribute: undefined };
}

/** True between the name of the attribute and its value. */
function isInside({ nameSpan, valueSpan }: LooseAttribute, offset: number): boolean {
  return valueSpan !== undefined && nameSpan.start < offset && offset <= valueSpan.end;
}

function isWithin({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The name that the offset touches: letters, digits, `-` and `:`. */
function wordAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && isWord(text[start - 1]!)) start--;
  let end = offset;
  while (end < text.length && isWord(text[end]!)) end++;
  return { start, end };
}

function isWord(character: string): boolean {
  return /[\w:-]/.test(character);
}
