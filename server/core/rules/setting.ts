/** Settings of a rule. */

import type { Severity } from "./rule";

export type RuleSetting = Severity | "off";

/** Settings of a rule, the most severe first. */
export const ruleSettings: readonly RuleSetting[] = ["error", "warning", "information", "off"];

/** True for a valid setting of a rule. */
export function isRuleSetting(value: unknown): value is RuleSetting {
  return ruleSettings.some((setting) => setting === value);
}
