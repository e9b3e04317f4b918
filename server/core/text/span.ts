/** A range in a text. */

/** A half-open range of UTF-16 code unit offsets; its owner defines the text that they are relative to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
