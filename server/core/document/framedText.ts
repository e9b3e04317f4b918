/**
 * A text cut into stanzas and comments, which stays cut while it is edited: an edit re-frames from
 * the first piece it may touch until the old boundaries line up again, and reads no more of the text than that
 * takes.
 */

import type { Edit } from "../text/edit";
import type { EditableText } from "../text/editableText";
import { partitionPoint } from "../text/partitionPoint";
import type { Span } from "../text/span";
import { type Frame, Framer } from "../xml/frame";
import { type Scope, sameScope } from "../xml/scope";
import { ShapeReader } from "../xml/shapeReader";
import { type Shape, ShapeTemplates } from "../xml/shapeTemplates";
import { MAX_LINE } from "../xml/stanzaEnd";
import { shapedStanzas } from "../xmpp/stanzaShape";

/** For all texts: one has stanzas like those of another. */
const templates = new ShapeTemplates();

function framerOf(text: string): Framer {
  return new Framer(text, shapedStanzas, new ShapeReader(text, shapedStanzas, templates));
}

/** A stanza or a comment, which stays the same while the text around it changes, with what is known about it. */
export class Piece<Result> {
  result: Result | undefined = undefined;
  /** Until somebody takes it. */
  #shape: Shape | undefined;
  readonly kind: Frame["kind"];
  /** What is open around it, and still is behind it. */
  readonly scope: Scope | undefined;
  readonly #length: number;
  readonly #reach: number;

  /** @param start offset of the piece now; the offsets of the frame may count from elsewhere */
  constructor(
    { kind, scope, start: from, end, reach, shape }: Frame,
    public start: number,
  ) {
    this.#shape = shape;
    this.kind = kind;
    this.scope = scope;
    this.#length = end - from;
    this.#reach = reach - from;
  }

  get end(): number {
    return this.start + this.#length;
  }

  /** No text from here on decides where the piece begins and ends. */
  get reach(): number {
    return this.start + this.#reach;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get isStanza(): boolean {
    return this.kind === "stanza";
  }

  /** The shape, if it has one, once: it is part of the text as it was when the piece was framed. */
  takeShape(): Shape | undefined {
    const shape = this.#shape;
    this.#shape = undefined;
    return shape;
  }
}

/**
 * What others see of a piece. It is the same object for as long as the piece's text and what is open around
 * it are the same.
 */
export type TextPiece = Readonly<
  Pick<Piece<unknown>, "scope" | "start" | "end" | "span" | "isStanza">
>;

/** What is around a text that is part of a larger one. */
export interface FramingContext {
  /** What is open where the text begins. */
  readonly scope?: Scope | undefined;
  /** True if more text follows: where a piece ends that depends on it is not known. */
  readonly isOpen?: boolean;
}

/** What an edit did to the pieces: from `first` on, so many were put in the place of others. */
export interface Reframing<Result> {
  readonly removed: readonly Piece<Result>[];
  readonly first: number;
  readonly added: number;
}

/** `Result` is what the owner keeps for each piece. */
export class FramedText<Result> {
  readonly #text: EditableText;
  #pieces: Piece<Result>[] = [];
  /** Finds the pieces that nobody has asked for yet; undefined when there are no more. */
  #framer: Framer | undefined;
  #hadWrappers = false;

  constructor(
    text: EditableText,
    readonly around: FramingContext = {},
  ) {
    this.#text = text;
    this.#framer = framerOf(text.toString());
  }

  /** False if no element was ever open around or between stanzas, streams aside. */
  get mayHaveWrappers(): boolean {
    return this.#hadWrappers || this.#framer?.hasWrappers === true;
  }

  /** The same text, to try an edit on; results are not taken along. */
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

  /** The piece of that index, without looking for those behind it. */
  at(index: number): Piece<Result> | undefined {
    while (index >= this.#pieces.length && this.#frameNext());
    return this.#pieces[index];
  }

  /** What is behind the last stanza: where it begins, and what is open there. */
  rest(): { readonly offset: number; readonly scope: Scope | undefined } {
    const last = this.pieces.findLast(({ isStanza }) => isStanza);
    return { offset: last?.end ?? 0, scope: last ? last.scope : this.around.scope };
  }

  /** The text of the piece, of which parts may be kept for as long as one likes. */
  sourceOf(piece: Piece<Result>): string {
    return this.slice(piece.start, piece.end);
  }

  /** A part of the text, without putting all of it together. */
  slice(start: number, end: number): string {
    return this.#text.slice(start, end);
  }

  /** The piece that holds the offset, ends included; of two that touch there, the later. */
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

  /** The nearest stanza that begins at the offset or behind it. */
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

  /** Undefined also where the rest of the text, which is not here, decides where it ends. */
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
    return { removed, first, added: fresh.length };
  }

  /**
   * True if framing at `start` cannot depend on what was edited before it: how far its line is
   * indented is all that it looks back for.
   */
  #isBeyond(editEnd: number, start: number): boolean {
    if (start - editEnd > MAX_LINE) return true;
    return start > editEnd && this.#text.slice(editEnd, start).includes("\n");
  }
}

/** So much is read behind an edit at first; nearly always that is enough. */
const AHEAD = 8192;

/** A part of a text in which pieces are looked for; it grows as far as they reach. */
class FramingWindow {
  /** True if an element was open somewhere around or between stanzas, a stream aside. */
  hasWrappers = false;
  #framer: Framer;
  #start: number;
  #end: number;

  /**
   * @param from where pieces are looked for
   * @param until so far at least they are
   */
  constructor(
    readonly text: EditableText,
    from: number,
    until: number,
  ) {
    this.#start = startOfWindow(from);
    this.#end = Math.min(until + AHEAD, text.length);
    this.#framer = this.#open();
  }

  /**
   * The first piece at or behind an offset that lies between pieces.
   * @param from no less than the time before
   */
  next<Result>(from: number, scope: Scope | undefined): Piece<Result> | undefined {
    for (;;) {
      const frame = this.#framer.next(from - this.#start, scope);
      this.hasWrappers ||= this.#framer.hasWrappers;
      const isWhole = this.#end === this.text.length;
      if (isWhole && !frame) return undefined;
      if (frame && (isWhole || frame.reach <= this.#end - this.#start)) {
        return new Piece<Result>(frame, this.#start + frame.start);
      }
      // Twice as much each time, so that nothing is read more often than that.
      const length = Math.max(this.#end - from, AHEAD);
      this.#start = startOfWindow(from);
      this.#end = Math.min(this.#end + length, this.text.length);
      this.#framer = this.#open();
    }
  }

  #open(): Framer {
    return framerOf(this.text.slice(this.#start, this.#end));
  }
}

/** Framing looks back for the start of a line, so far at most. */
function startOfWindow(from: number): number {
  return Math.max(0, from - MAX_LINE - 1);
}
