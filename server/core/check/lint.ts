/** Checks one stanza against the rules: text in, findings out, fixes on request. */

import { applyEdits, withQuotes } from "../rules/edits";
import { type Fix, type FixContext, isPreferred } from "../rules/fix";
import type { Report, Rule, Severity } from "../rules/rule";
import type { Edit } from "../text/edit";
import { difference } from "../text/offsets";
import type { Span } from "../text/span";
import type { HasTimeLeft, Steps } from "../text/steps";
import { parseWithHoles } from "../xml/parse";
import type { Scope } from "../xml/scope";
import type { XmlElement } from "../xml/tree";
import { type ParsedText, readStanzas } from "../xmpp/stanza";
import { type SharedSummary, summarise } from "../xmpp/summary";
import { type ActiveRule, activeRules, type Configuration } from "./config";
import { reportRuleFailure } from "./ruleFailures";
import type { TrialBudget } from "./trialBudget";

/** A broken rule and its place, in UTF-16 offsets from the start of the text that was linted. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly span: Span;
  /** Offset of the start tag of the stanza, or of the nested stanza that holds the finding. */
  readonly stanzaStart: number;
  readonly messageKey: string;
  readonly values: Readonly<Record<string, string>>;
  readonly related: readonly { readonly span: Span; readonly messageKey: string }[];
}

/** A finding with its fixes; valid only while the text is at hand. */
export interface RepairableFinding extends Finding {
  fixes(context: FixContext): Fix[];
}

/** Result of checking one stanza. */
export interface CheckedStanza {
  /** In the order of their places. */
  readonly findings: RepairableFinding[];
  /** Undefined for a stanza that is not well-formed, or too large to be read. */
  readonly summary: SharedSummary | undefined;
  /** The parsed tree, if it holds no other stanza, and no rule threw. */
  readonly tree: StanzaTree | undefined;
}

/** The tree of a stanza, with its text. */
export interface StanzaTree {
  readonly root: XmlElement;
  readonly text: ParsedText;
}

/** The findings alone, see `checkStanza`. */
export function lintStanza(
  source: string,
  scope: Scope | undefined,
  configuration: Configuration,
): RepairableFinding[] {
  return checkStanza(source, scope, configuration).findings;
}

/**
 * Checks one stanza and those nested in it. Never throws for any text; a rule that throws
 * is reported to `onRuleFailure`, and the other rules still run.
 * @param source the text of the stanza, from `<` to `>`
 * @param scope namespaces and language that are declared around it
 * @throws the rule's exception, if the configuration has no `onRuleFailure`
 */
export function checkStanza(
  source: string,
  scope: Scope | undefined,
  configuration: Configuration,
): CheckedStanza {
  const findings: RepairableFinding[] = [];
  const active = activeRules(configuration);
  // One function for all rules: most stanzas have no finding, and a closure for each rule and
  // stanza would cost more than the rules.
  let current: ActiveRule | undefined;
  let stanzaStart = 0;
  const maxCount = configuration.limits.findings;
  const report: Report<string> = (span, messageKey, more) => {
    // One more than the limit, so that the document knows that there are more.
    if (findings.length > maxCount) return;
    // A rule reports while it runs.
    const { rule, severity } = current!;
    const fixes = more?.fixes;
    findings.push({
      rule,
      severity,
      span,
      stanzaStart,
      messageKey,
      values: more?.values ?? {},
      related: (more?.related ?? []).map((one) => ({ span: one.span, messageKey: one.message })),
      fixes: (context) => {
        try {
          return fixes?.(context) ?? [];
        } catch (error) {
          reportRuleFailure(configuration.onRuleFailure, { rule, task: "fix", error });
          return [];
        }
      },
    });
  };
  const guarded = (one: ActiveRule, run: () => void) => {
    current = one;
    try {
      run();
    } catch (thrown) {
      checkFailed(one, thrown, configuration);
    }
  };

  const parsed = parseWithHoles(source, scope, configuration.limits, !configuration.isExact);
  if (!parsed.root) {
    const { error, exceeded } = parsed;
    if (error) {
      const broken = { source, scope, error };
      for (const one of active.broken) guarded(one, () => one.check.run(broken, report));
    } else {
      for (const one of active.exceeded) guarded(one, () => one.check.run(exceeded, report));
    }
    return { findings, summary: undefined, tree: undefined };
  }
  let isCertain = true;
  const { root, restricted, comments } = parsed;
  const text: ParsedText = { source, scope, restricted, comments };
  const stanzas = readStanzas(root, text);
  for (const stanza of stanzas) {
    stanzaStart = stanza.element.span.start;
    for (const one of active.stanza) {
      current = one;
      if (stanza.nested && !one.rule.checksForwarded) continue;
      try {
        one.check.run(stanza, report);
      } catch (thrown) {
        isCertain = false;
        checkFailed(one, thrown, configuration);
      }
    }
    for (const error of stanza.errors) {
      for (const one of active.error) {
        current = one;
        if (stanza.nested && !one.rule.checksForwarded) continue;
        try {
          one.check.run(error, stanza, report);
        } catch (thrown) {
          isCertain = false;
          checkFailed(one, thrown, configuration);
        }
      }
    }
  }
  if (findings.length > 1) findings.sort(byPlace);
  const tree = isCertain && stanzas.length === 1 ? { root, text } : undefined;
  return { findings, summary: stanzas[0] && summarise(stanzas[0]), tree };
}

function checkFailed({ rule }: ActiveRule, error: unknown, configuration: Configuration): void {
  reportRuleFailure(configuration.onRuleFailure, { rule, task: "check", error });
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
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
  const before = countByRule(findings);
  const { id, check } = finding.rule;
  const mendsOthers = check.on !== "broken";
  const verified: Fix[] = [];
  for (const raw of finding.fixes(context)) {
    if (!isWanted(raw)) continue;
    if (!budget.spend(source.length)) break;
    const fix = inQuotes(raw, configuration.quotes);
    let text = applyEdits(source, fix.edits);
    let after = lintStanza(text, scope, configuration);
    yield;
    let uncovered = findNewError(after, before);
    let applicability = fix.applicability;
    let rounds = 0;
    for (; uncovered && mendsOthers && rounds < MAX_COMPLETIONS; rounds++) {
      const [next] = uncovered.fixes(context);
      if (!next || !isPreferred(next) || !budget.spend(text.length)) break;
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
 * @param hasTime once it returns false, the fixes applied until then are the result
 */
export function* repairStanza(
  { source, scope, configuration }: LintedText,
  context: FixContext,
  accept: AcceptFix,
  budget: TrialBudget,
  hasTime: HasTimeLeft,
): Steps<string> {
  let text = source;
  const applied: Edit[] = [];
  for (let round = 0; round < MAX_ROUNDS && budget.spend(text.length); round++) {
    const findings = lintStanza(text, scope, configuration);
    let fix: Fix | undefined;
    for (const finding of findings) {
      const offset = offsetBefore(finding.span.start, applied);
      const linted = { source: text, scope, configuration };
      const isAccepted = (one: Fix) => accept(finding, one, offset);
      const fixes = yield* verifiedFixes(finding, findings, linted, context, budget, isAccepted);
      fix = fixes.find(isAccepted);
      if (fix) break;
      if (!hasTime()) return text;
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
