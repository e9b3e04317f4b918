/** A range in a text. */

/** A half-open range of UTF-16 code unit offsets; its owner defines the text that they are relative to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Comparator for the order of places: by start, then by end. */
export function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
