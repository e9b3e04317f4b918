/** Formatting as an editor asks for it: of the document, or of what a range touches. */

import type { FormattingOptions, Range, TextEdit } from "vscode-languageserver";
import type { HasTimeLeft, Steps } from "../core/text/steps";
import type { StanzaView } from "./stanzaView";

/** An indentation wider than this was not meant. */
const MAX_INDENT = 16;

/** The edits, in order; without a range, of all stanzas. Without time for all, those of the first. */
export function* formattingEdits(
  document: StanzaView,
  { tabSize, insertSpaces }: FormattingOptions,
  range: Range | undefined,
  hasTime: HasTimeLeft,
): Steps<TextEdit[]> {
  const width = Number.isFinite(tabSize) ? Math.trunc(tabSize) : 2;
  const unit = insertSpaces ? " ".repeat(Math.min(Math.max(width, 1), MAX_INDENT)) : "\t";
  const span = range && document.spanOf(range);
  const edits = yield* document.stanzas.formatting(unit, span, hasTime);
  return edits.map(({ span, newText }) => ({ range: document.rangeOf(span), newText }));
}
