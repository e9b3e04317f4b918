/** What the matchers of all test frameworks say of a stanza. */

import { codeFrame } from "../../core/check/codeFrame";
import { LineIndex } from "../../core/text/lines";
import { check, stanzas } from "../check";
import { expectNames, expectRule } from "../options";
import { offsetsOf } from "../places";
import type { RuleId } from "../ruleIds";
import type { Configuration, Finding, Severity } from "../types";
import { textOf } from "./textOf";

export interface ValidityOptions extends Configuration {
  /** The least severity that makes a stanza invalid; by default `error`, as for the exit status of the command line. */
  readonly severity?: Severity;
}

/** Answer of a matcher in the form that the frameworks take. */
export interface Verdict {
  readonly pass: boolean;
  /** Why the expectation failed, or for `.not` why it failed the other way. */
  message(): string;
}

const ranks: Readonly<Record<Severity, number>> = { error: 2, warning: 1, information: 0 };

/** Passes for one stanza without a finding of the severity. */
export function judgeStanza(received: unknown, options: ValidityOptions = {}): Verdict {
  const { severity = "error", ...configuration } = options;
  expectNames("severity", { [severity]: true }, Object.keys(ranks));
  const text = textOf(received);
  const count = stanzas(text, configuration).length;
  if (count !== 1) {
    const found = count === 0 ? "there is none" : `there are ${count}`;
    return { pass: false, message: () => `expected one stanza, but ${found} in:\n\n${text}` };
  }
  const findings = check(text, configuration);
  const wrong = findings.filter((one) => ranks[one.severity] >= ranks[severity]);
  return {
    pass: wrong.length === 0,
    message: () =>
      wrong.length === 0
        ? `expected an invalid stanza, but nothing is wrong with:\n\n${text}`
        : `expected a valid stanza, but:\n\n${describeAll(wrong, text)}`,
  };
}

/** Passes for a text in which the rule is broken. */
export function judgeFinding(
  received: unknown,
  rule: RuleId,
  configuration: Configuration = {},
): Verdict {
  expectRule(rule);
  const text = textOf(received);
  const findings = check(text, configuration);
  const ofRule = findings.filter((one) => one.rule === rule);
  return {
    pass: ofRule.length > 0,
    message() {
      if (ofRule.length > 0) {
        return `expected no finding of ${rule}, but:\n\n${describeAll(ofRule, text)}`;
      }
      return findings.length === 0
        ? `expected a finding of ${rule}, but nothing is wrong with:\n\n${text}`
        : `expected a finding of ${rule}, but there are others only:\n\n${describeAll(findings, text)}`;
    },
  };
}

/** Each finding with its line and a mark below its place. */
function describeAll(findings: readonly Finding[], text: string): string {
  const lines = new LineIndex(text);
  const offsetAt = offsetsOf(text);
  return findings.map((one) => describe(one, lines, offsetAt)).join("\n\n");
}

function describe(
  finding: Finding,
  lines: LineIndex,
  offsetAt: ReturnType<typeof offsetsOf>,
): string {
  const { line, column, endLine, endColumn, severity, rule, message } = finding;
  // Of a finding over several lines, the first is shown.
  const end = endLine === line ? endColumn : lines.lineAt(line - 1).length + 1;
  const span = { start: offsetAt(line, column), end: offsetAt(line, end) };
  const { gutters, ...frame } = codeFrame(span, lines, undefined);
  return [
    `${line}:${column} ${severity} ${message} (${rule})`,
    `${gutters[0]}${frame.line}`,
    `${gutters[1]}${frame.indent}${frame.marks}`,
  ].join("\n");
}
