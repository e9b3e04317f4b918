/**
 * The elements of a document as its tags show them, piece by piece: what was found in a stanza is
 * kept for as long as the stanza stays as it is.
 */

import type { Span } from "../text/span";
import { type PairedElement, type PairedTags, pairTags } from "../xml/tagPairs";
import type { StanzaDocument } from "./document";
import type { TextPiece } from "./framedText";

/** Makes something of the text of a piece, once for as long as the piece stays the same. */
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

/** Elements, and where the offsets in them count from. */
export interface PlacedTags {
  readonly tags: PairedTags;
  readonly base: number;
  /** Undefined for what is around and between the stanzas. */
  readonly piece: TextPiece | undefined;
}

/** What is around an offset: the stanza that holds it, or everything but the stanzas. */
export function tagsAt(document: StanzaDocument, offset: number): PlacedTags {
  const piece = document.pieces.find(({ start, end }) => start < offset && offset <= end);
  if (piece) return { tags: tagsOf(document, piece), base: piece.start, piece };
  return { tags: { elements: wrappersOf(document), sections: [] }, base: 0, piece: undefined };
}

/**
 * The elements that are open at the offset by what stands before it, outermost first: those of the
 * stanza that holds it, or those around the stanzas. Offsets count from the document's start.
 */
export function openElementsAt({ text, pieces }: StanzaDocument, offset: number): PairedElement[] {
  const piece = pieces.find(({ start, end }) => start < offset && offset < end);
  const span = { start: piece?.start ?? 0, end: offset };
  const { elements } = pairTags(text, span, piece ? [] : pieces.map(spanOf));
  // What an end tag of something else has closed ends before.
  return elements.filter(({ endTag, isEmpty, end }) => !endTag && !isEmpty && end === offset);
}

function spanOf({ span }: TextPiece): Span {
  return span;
}
