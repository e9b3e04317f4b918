/** Findings of one stanza, and the proof and application of their fixes. */

import { applyEdits, withQuotes } from "../rules/edits";
import { type Fix, type FixContext, isPreferred } from "../rules/fix";
import type { Edit } from "../text/edit";
import { difference } from "../text/offsets";
import type { HasTimeLeft, Steps } from "../text/steps";
import type { Scope } from "../xml/scope";
import { checkStanza } from "./checkStanza";
import type { Configuration } from "./config";
import type { Finding, RepairableFinding } from "./finding";
import type { TrialBudget } from "./trialBudget";

/** The findings alone, see `checkStanza`. */
export function lintStanza(
  source: string,
  scope: Scope | undefined,
  configuration: Configuration,
): RepairableFinding[] {
  return checkStanza(source, scope, configuration).findings;
}

/** The text of a stanza with the context that its check needs. */
export interface LintedText {
  readonly source: string;
  readonly scope: Scope | undefined;
  readonly configuration: Configuration;
}

/** Maximum number of further fixes that mend the errors uncovered by one fix. */
const MAX_COMPLETIONS = 5;

/**
 * The fixes of a finding that are proved by trial: after each the finding is gone, no new finding of
 * severity error is there, and the stanza is well-formed. A fix that uncovers another error includes
 * that error's preferred fix, if there is any. A fix of the XML of a broken stanza includes no other fix,
 * whatever is found afterwards: its further defects could not be read before. A step is a trial.
 * @param findings all findings that `lintStanza` reported in the text
 * @param budget limit of the trials; once it is used up, untried fixes are left out
 * @param isWanted whether a fix is worth a trial; a further fix does not make it automatic
 */
export function* verifiedFixes(
  finding: RepairableFinding,
  findings: readonly Finding[],
  { source, scope, configuration }: LintedText,
  context: FixContext,
  budget: TrialBudget,
  isWanted: (fix: Fix) => boolean = () => true,
): Steps<Fix[]> {
  const { id, check } = finding.rule;
  const mendsOthers = check.on !== "broken";
  const verified: Fix[] = [];
  // Fixes that cannot be tried are not made: one stanza may have thousands of them.
  if (budget.isUsedUp) return verified;
  let counts: ReadonlyMap<string, number> | undefined;
  for (const raw of finding.fixes(context)) {
    if (!isWanted(raw)) continue;
    if (!budget.spend(source.length, findings.length)) break;
    counts ??= countByRule(findings);
    const before = counts;
    const fix = inQuotes(raw, configuration.quotes);
    let text = applyEdits(source, fix.edits);
    let after = lintStanza(text, scope, configuration);
    yield;
    let uncovered = findNewError(after, before);
    let applicability = fix.applicability;
    let rounds = 0;
    for (; uncovered && mendsOthers && rounds < MAX_COMPLETIONS; rounds++) {
      const [next] = uncovered.fixes(context);
      if (!next || !isPreferred(next) || !budget.spend(text.length, after.length)) break;
      if (applicability === "automatic") applicability = next.applicability;
      text = applyEdits(text, next.edits);
      after = lintStanza(text, scope, configuration);
      uncovered = findNewError(after, before);
      yield;
    }
    const left = after.filter(({ rule }) => rule.id === id).length;
    if ((uncovered && mendsOthers) || left >= (before.get(id) ?? 0)) continue;
    const edits = rounds === 0 ? fix.edits : [difference(source, text)];
    verified.push({ ...fix, edits, applicability });
  }
  return verified;
}

function inQuotes(fix: Fix, quotes: Configuration["quotes"]): Fix {
  if (quotes === "auto") return fix;
  const quote = quotes === "double" ? '"' : "'";
  const edits = fix.edits.map((edit) => ({ ...edit, newText: withQuotes(edit.newText, quote) }));
  return { ...fix, edits };
}

/** A finding of severity error whose rule has more findings than before. */
function findNewError(
  findings: readonly RepairableFinding[],
  before: ReadonlyMap<string, number>,
): RepairableFinding | undefined {
  const counts = countByRule(findings);
  return findings.find(
    ({ rule, severity }) =>
      severity === "error" && (counts.get(rule.id) ?? 0) > (before.get(rule.id) ?? 0),
  );
}

function countByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return counts;
}

/** Maximum number of rounds in which one stanza is repaired; each removes at least one finding. */
const MAX_ROUNDS = 50;

/** Decides whether to apply a fix; `offset` is the start of its finding in the original text. */
export type AcceptFix = (finding: Finding, fix: Fix, offset: number) => boolean;

/**
 * The text of the stanza with every accepted fix applied, until none is left: the result is a fixed point
 * (idempotent).
 * @param first the findings of the stanza as it is
 * @param hasTime once it returns false, the fixes applied until then are the result
 */
export function* repairStanza(
  { source, scope, configuration }: LintedText,
  first: readonly RepairableFinding[],
  context: FixContext,
  accept: AcceptFix,
  budget: TrialBudget,
  hasTime: HasTimeLeft,
): Steps<string> {
  let text = source;
  const applied: Edit[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (round > 0 && !budget.spend(text.length)) break;
    const findings = round === 0 ? first : lintStanza(text, scope, configuration);
    let fix: Fix | undefined;
    for (const finding of findings) {
      const offset = offsetBefore(finding.span.start, applied);
      const linted = { source: text, scope, configuration };
      const isAccepted = (one: Fix) => accept(finding, one, offset);
      const fixes = yield* verifiedFixes(finding, findings, linted, context, budget, isAccepted);
      fix = fixes.find(isAccepted);
      if (fix) break;
      if (budget.isUsedUp || !hasTime()) return text;
      yield;
    }
    if (!fix) return text;
    text = applyEdits(text, fix.edits);
    // Later edits first, so that each is relative to a text without the others.
    for (const edit of [...fix.edits].reverse()) applied.push(edit);
  }
  return text;
}

/** Maps a place of the edited text to the original text; the edits were made one after the other. */
function offsetBefore(offset: number, applied: readonly Edit[]): number {
  let before = offset;
  for (const { span, newText } of [...applied].reverse()) {
    if (before >= span.start + newText.length) before += span.end - span.start - newText.length;
    else if (before > span.start) before = span.start;
  }
  return before;
}
