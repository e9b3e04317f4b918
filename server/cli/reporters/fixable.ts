/** What of a file's findings can be repaired, as far as it can be told without keeping people waiting. */

import { titleOf } from "../../core/check/messages";
import type { DocumentFinding } from "../../core/document/document";
import { applyEdits } from "../../core/rules/edits";
import { isPreferred } from "../../core/rules/fix";
import type { Translate } from "../../core/text/translate";
import type { FileResult } from "./reporter";

/** How many of the findings are gone behind `--fix`. */
export function countFixable({ document, findings }: FileResult): number {
  // Others need no try.
  const mayBeFixed = ({ finding: { rule } }: DocumentFinding) =>
    rule.fix !== undefined && rule.fix.automatic !== "never";
  if (!findings.some(mayBeFixed)) return 0;
  const edits = document.repairs();
  if (edits.length === 0) return 0;
  const left = document.withText(applyEdits(document.text, edits)).findings();
  // Not all of them need be told.
  return Math.max(0, Math.min(findings.length, document.findings().length - left.length));
}

/**
 * How many characters may be checked again in all tries of fixes for one file: a fraction of a second.
 * It is a count and no time, so that the output is the same each time.
 */
const HINT_BUDGET = 2_000_000;
/** A fix is tried several times, each time with all rules over its stanza, which has a price of its own. */
const TRIES = 4;
const TRY = 300;
/** The fix of a reply is tried in the document; a character of it costs so much of that. */
const REPLY_SHARE = 0.1;

/**
 * Gives the titles of preferred fixes for the findings of a file, in order, until it gets expensive:
 * who has thousands of findings reads no hints.
 */
export function createHints(
  { document }: FileResult,
  translate: Translate,
): (found: DocumentFinding) => string | undefined {
  let budget = HINT_BUDGET;
  return (found) => {
    if (!found.finding.rule.fix || budget <= 0) return undefined;
    const stanza = document.stanzaSpanAt(found.span.start);
    budget -=
      found.finding.rule.check.on === "reply"
        ? document.text.length * REPLY_SHARE
        : TRIES * (TRY + (stanza ? stanza.end - stanza.start : 0));
    const fix = document.fixes(found).find(isPreferred);
    return fix && titleOf(fix, translate);
  };
}
