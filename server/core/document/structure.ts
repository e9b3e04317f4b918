/**
 * The elements of a document by their tags, piece by piece; cached for as long as a
 * piece does not change.
 */

import type { Span } from "../text/span";
import { type PairedElement, type PairedTags, pairTags } from "../xml/tagPairs";
import type { StanzaDocument } from "./document";
import type { TextPiece } from "./piece";

/** Memoizes a function of a piece's text for as long as the piece stays the same. */
export function oncePerPiece<Made>(
  make: (source: string, piece: TextPiece) => Made,
): (document: StanzaDocument, piece: TextPiece) => Made {
  const known = new WeakMap<TextPiece, Made>();
  return (document, piece) => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const made = make(document.sourceOf(piece), piece);
    known.set(piece, made);
    return made;
  };
}

/** The elements of a stanza; offsets count from its start. */
const tagsOf = oncePerPiece((source) => pairTags(source, { start: 0, end: source.length }));

/** The elements around and between the stanzas; offsets count from the document's start. */
export function wrappersOf({ text, pieces }: StanzaDocument): readonly PairedElement[] {
  return pairTags(text, { start: 0, end: text.length }, pieces.map(spanOf)).elements;
}

/** Elements, and the place that their offsets are relative to. */
export interface PlacedTags {
  readonly tags: PairedTags;
  readonly base: number;
  /** Undefined for the elements around and between the stanzas. */
  readonly piece: TextPiece | undefined;
}

/** Elements around an offset: those of the stanza that holds it, or those outside of all stanzas. */
export function tagsAt(document: StanzaDocument, offset: number): PlacedTags {
  const piece = document.pieces.find(({ start, end }) => start < offset && offset <= end);
  if (piece) return { tags: tagsOf(document, piece), base: piece.start, piece };
  return { tags: { elements: wrappersOf(document), sections: [] }, base: 0, piece: undefined };
}

/**
 * The elements that are open at the offset, judged by the text before it, outermost first: those of the
 * stanza that holds it, or those around the stanzas. Offsets count from the document's start.
 */
export function openElementsAt({ text, pieces }: StanzaDocument, offset: number): PairedElement[] {
  const piece = pieces.find(({ start, end }) => start < offset && offset < end);
  const span = { start: piece?.start ?? 0, end: offset };
  const { elements } = pairTags(text, span, piece ? [] : pieces.map(spanOf));
  // An element that the end tag of another element has closed ends earlier.
  return elements.filter(({ endTag, isEmpty, end }) => !endTag && !isEmpty && end === offset);
}

function spanOf({ span }: TextPiece): Span {
  return span;
}
