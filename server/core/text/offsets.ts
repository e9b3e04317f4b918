/** Moves spans and edits from a text into a larger text, and back. */

import type { Edit } from "./edit";
import type { Span } from "./span";

/** Moves the span by a number of UTF-16 code units; negative numbers move it back. */
export function moveSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** The edit at another place, as `moveSpan`. */
export function moveEdit(edit: Edit, by: number): Edit {
  return { span: moveSpan(edit.span, by), newText: edit.newText };
}

/** The single edit that turns the first text into the second. */
export function difference(before: string, after: string): Edit {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < limit - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  return {
    span: { start, end: before.length - tail },
    newText: after.slice(start, after.length - tail),
  };
}

/** The edits that undo the edits, which are in the order of their spans and do not overlap. */
export function invert(text: Pick<string, "slice">, edits: readonly Edit[]): Edit[] {
  let shift = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return {
      span: { start, end: start + newText.length },
      newText: text.slice(span.start, span.end),
    };
  });
}

/** The edits in the order of their places, without those that overlap an earlier edit. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const last = kept.at(-1);
    if (!last || last.span.end <= edit.span.start) kept.push(edit);
  }
  return kept;
}
