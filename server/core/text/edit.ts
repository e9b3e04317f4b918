/** A change of a text. */

import type { Span } from "./span";

/** Replaces the span by the text; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}
