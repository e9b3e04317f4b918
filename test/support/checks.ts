/** The checks of rules, for tests that put another one in their place. */

import { expect } from "vitest";
import { findRule } from "../../server/core/rules";
import type { CheckTarget, RuleCheck } from "../../server/core/rules/rule";

/** The check of the rule, which has to look at that. */
export function checkOf<On extends CheckTarget>(id: string, on: On) {
  const check = findRule(id)?.check;
  expect(check?.on, id).toBe(on);
  return check as Extract<RuleCheck, { readonly on: On }>;
}
