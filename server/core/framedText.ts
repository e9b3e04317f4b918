/**
 * A text cut into stanzas and comments, which stays cut while it is edited: an edit re-frames from
 * the first piece it may touch until the old boundaries line up again.
 */

import type { Edit } from "./rules/fix";
import { type Frame, type FramedElements, Framer, MAX_LINE } from "./xml/frame";
import { ownText } from "./xml/ownText";
import { sameScope } from "./xml/scope";
import type { Span } from "./xml/tree";
import { isStanzaKind, isStanzaNamespace } from "./xmpp/stanza";

const stanzas: FramedElements = { isName: isStanzaKind, isNamespace: isStanzaNamespace };

/** A frame that stays the same while the text around it changes, with what is known about it. */
export class Piece<Result> {
  result: Result | undefined = undefined;

  constructor(
    readonly frame: Frame,
    /** Offset of the piece now; `frame.start` is where it was when it was framed. */
    public start: number,
  ) {}

  get end(): number {
    return this.start + this.frame.end - this.frame.start;
  }

  /** No text from here on decides where the piece begins and ends. */
  get reach(): number {
    return this.start + this.frame.reach - this.frame.start;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get isStanza(): boolean {
    return this.frame.kind === "stanza";
  }
}

/**
 * What others see of a piece. Its frame is the same object for as long as the piece's text and what
 * is open around it are the same.
 */
export type TextPiece = Readonly<
  Pick<Piece<unknown>, "frame" | "start" | "end" | "span" | "isStanza">
>;

/** `Result` is what the owner keeps for each piece. */
export class FramedText<Result> {
  #text: string;
  #pieces: readonly Piece<Result>[];

  constructor(text: string) {
    this.#text = text;
    const pieces: Piece<Result>[] = [];
    for (const frame of new Framer(text, stanzas).frames()) {
      pieces.push(new Piece(frame, frame.start));
    }
    this.#pieces = pieces;
  }

  /** The same text, to try an edit on; results are not taken along. */
  copy(): FramedText<never> {
    const copy = new FramedText<never>("");
    copy.#text = this.#text;
    copy.#pieces = this.#pieces.map(({ frame, start }) => new Piece(frame, start));
    return copy;
  }

  get text(): string {
    return this.#text;
  }

  /** In the order of their places; another array after each edit. */
  get pieces(): readonly Piece<Result>[] {
    return this.#pieces;
  }

  /** The text of the piece, of which parts may be kept for as long as one likes. */
  sourceOf(piece: Piece<Result>): string {
    return ownText(this.#text.slice(piece.start, piece.end));
  }

  /** The piece that holds the offset, ends included; of two that touch there, the later. */
  pieceAt(offset: number): Piece<Result> | undefined {
    const piece = this.#pieces[this.#lastFrom(offset)];
    return piece && offset <= piece.end ? piece : undefined;
  }

  /** The nearest stanza that begins before the piece. */
  stanzaBefore({ start }: Piece<Result>): Piece<Result> | undefined {
    let index = this.#lastFrom(start) - 1;
    while (index >= 0 && !this.#pieces[index]!.isStanza) index--;
    return this.#pieces[index];
  }

  /** The index of the last piece that begins at the offset or before it; -1 if there is none. */
  #lastFrom(offset: number): number {
    const pieces = this.#pieces;
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /**
   * Replaces the span by the text. Pieces that the edit does not touch keep their results.
   * @returns the pieces that are no more
   */
  edit({ span, newText }: Edit): readonly Piece<Result>[] {
    const old = this.#pieces;
    const delta = newText.length - (span.end - span.start);
    const text = this.#text.slice(0, span.start) + newText + this.#text.slice(span.end);
    this.#text = text;
    const editEnd = span.start + newText.length;

    let first = old.findIndex((piece) => piece.reach >= span.start);
    if (first < 0) first = old.length;
    const before = old[first - 1];
    const framer = new Framer(text, stanzas);
    const fresh: Piece<Result>[] = [];
    let frame = framer.next(before?.end ?? 0, before?.frame.scope);
    let next = first;
    while (frame) {
      const { start, scope } = frame;
      while (next < old.length && isBehind(old[next]!, start)) next++;
      const same = old[next];
      const aligned =
        same &&
        same.start + delta === start &&
        same.frame.reach - same.frame.start === frame.reach - start &&
        sameScope(same.frame.scope, scope);
      if (aligned && isBeyond(text, editEnd, start)) break;
      fresh.push(new Piece(frame, start));
      frame = framer.next(frame.end, scope);
    }
    if (!frame) next = old.length;
    for (let i = next; i < old.length; i++) old[i]!.start += delta;
    this.#pieces = [...old.slice(0, first), ...fresh, ...old.slice(next)];
    return old.slice(first, next);

    function isBehind(piece: Piece<Result>, start: number): boolean {
      return piece.start < span.end || piece.start + delta < start;
    }
  }
}

/**
 * True if framing at `start` cannot depend on what was edited before it: how far its line is
 * indented is all that it looks back for.
 */
function isBeyond(text: string, editEnd: number, start: number): boolean {
  if (start - editEnd > MAX_LINE) return true;
  return text.lastIndexOf("\n", start - 1) >= editEnd;
}
