/** Formatting of a text by itself, for tests. */

import { applyEdits } from "../../server/core/rules/edits";
import { everyRule, formattingOf, open } from "../support/documents";

/** The text after its formatting with all rules on, of the whole text or of the stanzas that a span touches. */
export function format(text: string, unit = "  ", span?: { start: number; end: number }): string {
  const document = open(text, everyRule);
  return applyEdits(text, formattingOf(document, unit, span));
}
