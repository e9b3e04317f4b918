/** The functions that need no file: text in, data out. */

import type { StanzaRow } from "../core/document/stanzaRow";
import { stanzaRowsOf } from "../core/document/stanzaRows";
import { createErrorReply as replyTo } from "../core/replies/reply";
import { applyEdits } from "../core/rules/edits";
import { LineIndex } from "../core/text/lines";
import { inEnglish } from "../core/text/translate";
import { isRequest } from "../core/xmpp/replyMatch";
import { findingsOf } from "./findings";
import { openText } from "./openText";
import { expectNames, expectText } from "./options";
import { offsetsOf } from "./places";
import type { CheckOptions, Finding, Fix, ReplyOptions, TextEdit } from "./types";

/**
 * Checks the stanzas in a text.
 * @param text stanzas, and whatever stands between them; or another kind of text, see the options
 * @returns the findings in the order of their places; none if nothing is wrong, and none if there is no stanza
 * @throws TypeError for an option that does not exist, or a value that it cannot have
 */
export function check(text: string, options?: CheckOptions): Finding[] {
  const { name, document } = openText(text, options);
  return findingsOf(document, name);
}

/**
 * Applies one of the fixes of a finding.
 * @param text the text that was checked
 * @returns the text with the edits of the fix, and nothing else changed
 * @throws RangeError if an edit is at a place that the text does not have: it is another text
 */
export function applyFix(text: string, fix: Pick<Fix, "edits">): string {
  expectText(text, "the text");
  const offsetAt = offsetsOf(text);
  const edits = fix.edits.map((edit: TextEdit) => ({
    span: {
      start: offsetAt(edit.line, edit.column),
      end: offsetAt(edit.endLine, edit.endColumn),
    },
    newText: edit.newText,
  }));
  return applyEdits(text, edits);
}

/**
 * Applies all safe fixes, those that are the only right one, as `check --fix` does.
 * @returns the repaired text; the same text if there is nothing to repair
 * @throws TypeError as `check` does
 */
export function fixAll(text: string, options?: CheckOptions): string {
  const { document } = openText(text, options);
  return applyEdits(text, document.repairs());
}

/**
 * Lists the stanzas in a text, in order.
 * @throws TypeError as `check` does
 */
export function stanzas(text: string, options?: CheckOptions): StanzaRow[] {
  const { name, document } = openText(text, options);
  return stanzaRowsOf(name, document, new LineIndex(text)).map(({ row }) => row);
}

const replyNames = [
  ...["condition", "type", "text", "textLang", "by", "address", "payload", "from", "to"],
  ...["app", "code", "omitId", "stanzaLang"],
];

/**
 * Writes the error reply to the first stanza of a text that may be answered (RFC 6120 §8.3.1): addresses swapped, the id
 * repeated.
 * @throws TypeError for an option that does not exist
 * @throws Error if there is no such stanza, or an option has a value that it cannot have
 */
export function createErrorReply(text: string, options: ReplyOptions): string {
  expectNames("option", options, replyNames);
  const { textLang = "en", payload, stanzaLang, ...asked } = options;
  const { document } = openText(text);
  const found = document
    .regions()
    .flatMap(({ document: region }) =>
      region.stanzas().map(({ span, summary }) => ({ region, span, summary })),
    );
  const request = found.find(({ summary }) => summary && isRequest(summary)) ?? found[0];
  if (!request) throw new Error("There is no stanza to answer.");
  const { region, span } = request;
  const result = replyTo(
    region.text.slice(span.start, span.end),
    region.scopeAt(span.start),
    {
      ...asked,
      language: textLang,
      stanzaLanguage: stanzaLang,
      payload: payload === true ? "before" : payload || undefined,
    },
    { indentation: "", step: "  ", lineEnd: "\n" },
  );
  if (result.refusal !== undefined) throw new Error(inEnglish(result.refusal, result.values));
  return result.xml;
}
