/**
 * Rules that throw. None is to, whatever a text holds; where one does all the same, it is told to whoever
 * checks, and what the other rules say is still said.
 */

import type { Rule } from "../rules/rule";

/** What a rule was asked to do when it threw. */
export interface RuleFailure {
  readonly rule: Rule;
  readonly task: "check" | "fix";
  readonly error: unknown;
}

export type RuleFailureHandler = (failure: RuleFailure) => void;

/**
 * Tells of the failure.
 * @throws what the rule threw if nobody is to be told: no failure goes unseen
 */
export function reportRuleFailure(
  tell: RuleFailureHandler | undefined,
  failure: RuleFailure,
): void {
  if (!tell) throw failure.error;
  tell(failure);
}

/** Tells of each rule, and of each of its tasks, once: a rule that throws does so for many stanzas. */
export function oncePerRule(tell: RuleFailureHandler): RuleFailureHandler {
  const told = new Set<string>();
  return (failure) => {
    const key = `${failure.rule.id} ${failure.task}`;
    if (told.has(key)) return;
    told.add(key);
    tell(failure);
  };
}

/** What was thrown, with the place in the program where there is one. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
