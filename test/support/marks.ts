/** A text in which a span is marked: `a ⟦b⟧ c`. */

import type { Span } from "../../server/core/text/span";

export interface MarkedSpan extends Span {
  /** The text without the marks. */
  readonly text: string;
}

/** @throws Error if there is no span, or more than one */
export function readSpan(marked: string): MarkedSpan {
  const parts = marked.split(/[⟦⟧]/);
  if (parts.length !== 3) throw new Error(`no single span in ${marked}`);
  const [before, within, behind] = parts as [string, string, string];
  const start = before.length;
  return { text: before + within + behind, start, end: start + within.length };
}

/** Marks a span of the text. */
export function writeSpan(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
}
