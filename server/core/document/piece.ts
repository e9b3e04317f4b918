/** The pieces of a text: its stanzas, and the comments between them. */

import type { Span } from "../text/span";
import type { Frame } from "../xml/frame";
import type { Scope } from "../xml/scope";

/** A stanza or a comment, an object that stays the same while the text around it changes, with its result. */
export class Piece<Result> {
  result: Result | undefined = undefined;
  readonly kind: Frame["kind"];
  /** Scope that is open around the piece, and still is after it. */
  readonly scope: Scope | undefined;
  readonly #length: number;
  readonly #reach: number;

  /** @param start current offset of the piece; the offsets of the frame may be relative to another place */
  constructor(
    { kind, scope, start: from, end, reach }: Frame,
    public start: number,
  ) {
    this.kind = kind;
    this.scope = scope;
    this.#length = end - from;
    this.#reach = reach - from;
  }

  get end(): number {
    return this.start + this.#length;
  }

  /** Offset of the text that has no influence on where the piece begins and ends. */
  get reach(): number {
    return this.start + this.#reach;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get isStanza(): boolean {
    return this.kind === "stanza";
  }

  /** True for an element that rules look at: a stanza, or an error on the level of stanzas. */
  get isElement(): boolean {
    return this.kind !== "comment";
  }
}

/**
 * Public part of a piece. The same object for as long as the piece's text and the scope around
 * it are the same.
 */
export type TextPiece = Readonly<
  Pick<Piece<unknown>, "scope" | "start" | "end" | "span" | "isStanza" | "isElement">
>;
