/**
 * A text cut into stanzas and comments, updated incrementally: an edit re-frames from
 * the first piece that it may touch until the old boundaries line up again, and reads no more of the text than that
 * takes.
 */

import type { Edit } from "../text/edit";
import type { EditableText } from "../text/editableText";
import { partitionPoint } from "../text/partitionPoint";
import { ElementReader } from "../xml/elementReader";
import { Framer } from "../xml/frame";
import { type Scope, sameScope } from "../xml/scope";
import { MAX_LINE } from "../xml/stanzaEnd";
import { framedStanzas } from "../xmpp/stanza";
import { FramingWindow } from "./framingWindow";
import { Piece } from "./piece";

/** Context of a text that is part of a larger one. */
export interface FramingContext {
  /** Scope that is open where the text begins. */
  readonly scope?: Scope | undefined;
  /** True if more text follows: the end of a piece that depends on it is not known. */
  readonly isOpen?: boolean;
}

/** Effect of an edit on the pieces: from `first` on, `added` new pieces replace the removed ones. */
export interface Reframing<Result> {
  /** At the places that they had. */
  readonly removed: readonly Piece<Result>[];
  readonly first: number;
  readonly added: number;
  /** True if the edit changes one piece, and neither the text around it nor what is open there. */
  readonly isInPiece: boolean;
}

/** @typeParam Result cached by the owner for each piece */
export class FramedText<Result> {
  readonly #text: EditableText;
  #pieces: Piece<Result>[] = [];
  /** Reads stanzas that were framed before. */
  readonly #reader = new ElementReader("", framedStanzas.names);
  /** Finds further pieces lazily; undefined when there are no more. */
  #framer: Framer | undefined;
  #hadWrappers = false;

  constructor(
    text: EditableText,
    readonly around: FramingContext = {},
  ) {
    this.#text = text;
    this.#framer = new Framer(text.toString(), framedStanzas);
  }

  /** False if no element was ever open around or between stanzas, streams aside. */
  get mayHaveWrappers(): boolean {
    return this.#hadWrappers || this.#framer?.hasWrappers === true;
  }

  /** A copy of the text to try an edit on; without results. */
  copy(): FramedText<never> {
    const copy = new FramedText<never>(this.#text.copy(), this.around);
    copy.#pieces = this.pieces.map(
      ({ kind, scope, start, end, reach }) => new Piece({ kind, scope, start, end, reach }, start),
    );
    copy.#framer = undefined;
    return copy;
  }

  get text(): string {
    return this.#text.toString();
  }

  get length(): number {
    return this.#text.length;
  }

  /** In the order of their places; the array changes with an edit. */
  get pieces(): readonly Piece<Result>[] {
    while (this.#frameNext());
    return this.#pieces;
  }

  /** The piece of that index, without framing those after it. */
  at(index: number): Piece<Result> | undefined {
    while (index >= this.#pieces.length && this.#frameNext());
    return this.#pieces[index];
  }

  /** Offset after the last stanza, and the scope that is open there. */
  rest(): { readonly offset: number; readonly scope: Scope | undefined } {
    const last = this.pieces.findLast(({ isStanza }) => isStanza);
    return { offset: last?.end ?? 0, scope: last ? last.scope : this.around.scope };
  }

  /** The text of the piece, safe to keep: it does not hold the whole text in memory. */
  sourceOf(piece: Piece<Result>): string {
    return this.slice(piece.start, piece.end);
  }

  /** A reader that has just read the stanza; undefined if that is not plain. */
  readerOf(piece: Piece<Result>): ElementReader | undefined {
    const { start, scope } = piece;
    const framer = this.#framer?.reader;
    // Most stanzas are checked when they are framed.
    if (framer?.holds(start, scope)) return framer;
    const reader = this.#reader;
    reader.text = this.sourceOf(piece);
    return reader.read(0, scope) === piece.end - start ? reader : undefined;
  }

  /** A part of the text, without joining all of it. */
  slice(start: number, end: number): string {
    return this.#text.slice(start, end);
  }

  /** The piece that holds the offset, ends included; of two pieces that touch there, the later. */
  pieceAt(offset: number): Piece<Result> | undefined {
    const piece = this.pieces[this.#lastFrom(offset)];
    return piece && offset <= piece.end ? piece : undefined;
  }

  /** The nearest stanza that begins before the piece. */
  stanzaBefore({ start }: Piece<Result>): Piece<Result> | undefined {
    let index = this.#lastFrom(start) - 1;
    while (index >= 0 && !this.pieces[index]!.isStanza) index--;
    return this.pieces[index];
  }

  /** The stanzas that begin before the piece, the nearest first, among that many pieces. */
  *stanzasBefore({ start }: Piece<Result>, maxPieces: number): Generator<Piece<Result>, void> {
    const last = this.#lastFrom(start) - 1;
    for (let index = last; index >= 0 && index > last - maxPieces; index--) {
      const piece = this.pieces[index]!;
      if (piece.isStanza) yield piece;
    }
  }

  /** The nearest stanza that begins at the offset or after it. */
  stanzaFrom(offset: number): Piece<Result> | undefined {
    return this.stanzaAmong(partitionPoint(this.pieces, ({ start }) => start < offset));
  }

  /** The first stanza among the pieces from that index on. */
  stanzaAmong(first: number): Piece<Result> | undefined {
    const { pieces } = this;
    let index = first;
    while (index < pieces.length && !pieces[index]!.isStanza) index++;
    return pieces[index];
  }

  /** The index of the last piece that begins at the offset or before it; -1 if there is none. */
  #lastFrom(offset: number): number {
    return partitionPoint(this.pieces, ({ start }) => start <= offset) - 1;
  }

  #frameNext(): boolean {
    const last = this.#pieces.at(-1);
    const found = last
      ? this.#framer?.next(last.end, last.scope)
      : this.#framer?.next(0, this.around.scope);
    const frame = this.#known(found);
    if (!frame) {
      this.#hadWrappers = this.mayHaveWrappers;
      this.#framer = undefined;
      return false;
    }
    this.#pieces.push(new Piece(frame, frame.start));
    return true;
  }

  /** Undefined also where the rest of the text, which is not here, decides where the piece ends. */
  #known<Found extends { readonly reach: number }>(found: Found | undefined): Found | undefined {
    return found && this.around.isOpen && found.reach > this.length ? undefined : found;
  }

  /** Replaces the span by the text. Pieces that the edit does not touch keep their results. */
  edit(edit: Edit): Reframing<Result> {
    const { span, newText } = edit;
    const old = this.pieces;
    const delta = newText.length - (span.end - span.start);
    const editEnd = span.start + newText.length;
    this.#text.edit(edit);

    let first = 0;
    while (first < old.length && old[first]!.reach < span.start) first++;
    const before = old[first - 1];
    const window = new FramingWindow(this.#text, before?.end ?? 0, editEnd);
    const fresh: Piece<Result>[] = [];
    const after = (end: number, scope: Scope | undefined) =>
      this.#known(window.next<Result>(end, scope));
    let piece = after(before?.end ?? 0, before ? before.scope : this.around.scope);
    let next = first;
    while (piece) {
      const { start } = piece;
      while (next < old.length && old[next]!.start + delta < start) next++;
      const same = old[next];
      const aligned =
        same &&
        same.start + delta === start &&
        same.reach - same.start === piece.reach - start &&
        sameScope(same.scope, piece.scope);
      if (aligned && this.#isBeyond(editEnd, start)) break;
      fresh.push(piece);
      piece = after(piece.end, piece.scope);
    }
    if (!piece) next = old.length;
    for (let i = next; i < old.length; i++) old[i]!.start += delta;
    this.#hadWrappers ||= window.hasWrappers;
    const removed = old.slice(first, next);
    if (removed.length === fresh.length) {
      for (const [i, one] of fresh.entries()) this.#pieces[first + i] = one;
    } else {
      this.#pieces = [...old.slice(0, first), ...fresh, ...old.slice(next)];
    }
    const [was] = removed;
    const [is] = fresh;
    const isInPiece =
      was !== undefined &&
      is !== undefined &&
      removed.length + fresh.length === 2 &&
      was.start === is.start &&
      was.end + delta === is.end &&
      was.start <= span.start &&
      span.end <= was.end;
    return { removed, first, added: fresh.length, isInPiece };
  }

  /**
   * True if framing at `start` cannot depend on an edit before it: framing looks back only for the indentation of
   * the line.
   */
  #isBeyond(editEnd: number, start: number): boolean {
    if (start - editEnd > MAX_LINE) return true;
    return start > editEnd && this.#text.slice(editEnd, start).includes("\n");
  }
}
