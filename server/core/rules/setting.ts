/** How a rule can be set. */

import type { Severity } from "./rule";

export type RuleSetting = Severity | "off";

/** The severities by which a rule can be set, the loudest first. */
export const ruleSettings: readonly RuleSetting[] = ["error", "warning", "information", "off"];

/** True for a value by which a rule can be set. */
export function isRuleSetting(value: unknown): value is RuleSetting {
  return ruleSettings.some((setting) => setting === value);
}
