/** Counts fixable findings and gives hints, within a budget. */

import { titleOf } from "../../core/check/messages";
import type { DocumentFinding } from "../../core/document/document";
import { applyEdits } from "../../core/rules/edits";
import { isAutomatic, isPreferred } from "../../core/rules/fix";
import type { Translate } from "../../core/text/translate";
import { type FileResult, type Fixable, NONE_FIXABLE } from "./reporter";

/**
 * Length of a text, in UTF-16 code units, up to which `--fix` is tried to count what it would repair. That takes longer than
 * the check itself; whoever has a capture of many megabytes need not wait for a number.
 */
const COUNTED_LENGTH = 500_000;

/** The findings that `--fix` would repair: how many in a text of usual length, whether there are any in a longer one. */
export function countFixable({ document, findings }: FileResult): Fixable {
  // Rules without fixes need no trial.
  const candidates = findings.filter(
    ({ finding: { rule } }) => rule.fix !== undefined && rule.fix.automatic !== "never",
  );
  if (candidates.length === 0) return NONE_FIXABLE;
  if (document.text.length > COUNTED_LENGTH) {
    let budget = HINT_BUDGET;
    const hasFix = (found: DocumentFinding) => {
      if (budget <= 0) return false;
      budget -= priceOf(document, found);
      return document.fixes(found).some(isAutomatic);
    };
    return { count: 0, hasMore: candidates.some(hasFix) };
  }
  const edits = document.repairs();
  if (edits.length === 0) return NONE_FIXABLE;
  const left = document.withText(applyEdits(document.text, edits)).findingsOnce();
  // Some of them may be beyond the limit of reported findings.
  const repaired = Math.min(findings.length, document.findingsOnce().length - left.length);
  return { count: Math.max(0, repaired), hasMore: false };
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
    budget -= priceOf(document, found);
    const fix = document.fixes(found).find(isPreferred);
    return fix && titleOf(fix, translate);
  };
}

function priceOf(document: FileResult["document"], { finding, span }: DocumentFinding): number {
  if (finding.rule.check.on === "reply") return document.text.length * REPLY_SHARE;
  const stanza = document.stanzaSpanAt(span.start);
  return TRIES * (TRY + (stanza ? stanza.end - stanza.start : 0));
}
