/** Counts fixable findings and gives hints, within a budget. */

import { titleOf } from "../../core/check/messages";
import type { DocumentFinding } from "../../core/document/document";
import { applyEdits } from "../../core/rules/edits";
import { isPreferred } from "../../core/rules/fix";
import type { Translate } from "../../core/text/translate";
import type { FileResult } from "./reporter";

/** Number of the findings that `--fix` would repair. */
export function countFixable({ document, findings }: FileResult): number {
  // Rules without fixes need no trial.
  const mayBeFixed = ({ finding: { rule } }: DocumentFinding) =>
    rule.fix !== undefined && rule.fix.automatic !== "never";
  if (!findings.some(mayBeFixed)) return 0;
  const edits = document.repairs();
  if (edits.length === 0) return 0;
  const left = document.withText(applyEdits(document.text, edits)).findingsOnce();
  // Some of them may be beyond the limit of reported findings.
  return Math.max(0, Math.min(findings.length, document.findingsOnce().length - left.length));
}

/**
 * Budget of the trials of fixes for one file, in UTF-16 code units that are checked again: a fraction of a second.
 * A count and not a time, so that the output is the same each time.
 */
const HINT_BUDGET = 2_000_000;
/** Number of trials of a fix, each with all rules over its stanza, which has a price of its own. */
const TRIES = 4;
const TRY = 300;
/** Price of trying the fix of a reply in the document, for each UTF-16 code unit of it. */
const REPLY_SHARE = 0.1;

/**
 * Gives the titles of preferred fixes for the findings of a file, in order, until the budget is used up:
 * users with thousands of findings read no hints.
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
