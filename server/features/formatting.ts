/** Formatting for an editor: of the whole document, or of the stanzas that touch a range. */

import type { FormattingOptions, Range, TextEdit } from "vscode-languageserver";
import { formatDocument } from "../core/document/formatDocument";
import type { HasTimeLeft, Steps } from "../core/text/steps";
import type { StanzaView } from "./stanzaView";

/** Maximum indentation in columns: a wider one was not meant. */
const MAX_INDENT = 16;

/** The edits, in order; without a range, of all stanzas. Once time is up, those of the first stanzas. */
export function* formattingEdits(
  document: StanzaView,
  { tabSize, insertSpaces }: FormattingOptions,
  range: Range | undefined,
  hasTime: HasTimeLeft,
): Steps<TextEdit[]> {
  const width = Number.isFinite(tabSize) ? Math.trunc(tabSize) : 2;
  const unit = insertSpaces ? " ".repeat(Math.min(Math.max(width, 1), MAX_INDENT)) : "\t";
  const span = range && document.spanOf(range);
  const edits = yield* formatDocument(document.stanzas.framed, unit, span, hasTime);
  return edits.map(({ span, newText }) => ({ range: document.rangeOf(span), newText }));
}
