/** Formatting as an editor asks for it: of the document, or of what a range touches. */

import type { FormattingOptions, Range, TextEdit } from "vscode-languageserver";
import type { StanzaView } from "./stanzaView";

/** An indentation wider than this was not meant. */
const MAX_INDENT = 16;

/** The edits, in order; without a range, of all stanzas. */
export function formattingEdits(
  document: StanzaView,
  { tabSize, insertSpaces }: FormattingOptions,
  range?: Range,
): TextEdit[] {
  const width = Number.isFinite(tabSize) ? Math.trunc(tabSize) : 2;
  const unit = insertSpaces ? " ".repeat(Math.min(Math.max(width, 1), MAX_INDENT)) : "\t";
  const span = range && document.spanOf(range);
  return document.stanzas
    .format(unit, span)
    .map(({ span, newText }) => ({ range: document.rangeOf(span), newText }));
}
