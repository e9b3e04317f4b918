/**
 * Rules that throw. A rule must not throw for any text; an exception is reported to the caller's handler, and the
 * findings of the other rules are kept.
 */

import type { Rule } from "../rules/rule";

/** Circumstances of an exception: the rule and its task. */
export interface RuleFailure {
  readonly rule: Rule;
  readonly task: "check" | "fix";
  readonly error: unknown;
}

export type RuleFailureHandler = (failure: RuleFailure) => void;

/**
 * Reports the failure to the handler.
 * @throws the rule's exception if there is no handler: no failure goes unseen
 */
export function reportRuleFailure(
  handler: RuleFailureHandler | undefined,
  failure: RuleFailure,
): void {
  if (!handler) throw failure.error;
  handler(failure);
}

/** Handler that reports each rule, and each of its tasks, once: a rule that throws does so for many stanzas. */
export function oncePerRule(handler: RuleFailureHandler): RuleFailureHandler {
  const reported = new Set<string>();
  return (failure) => {
    const key = `${failure.rule.id} ${failure.task}`;
    if (reported.has(key)) return;
    reported.add(key);
    handler(failure);
  };
}

/** Text of an exception, with its place in the program if it has one. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
