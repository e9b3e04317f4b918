/** A range in a text. */

/** A half-open range of UTF-16 code unit offsets; from the start of which text, its owner says. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
