/** Addresses of the texts about rules. */

import { type RulePage, rulePage } from "../core/rules/pages";

/**
 * The client's own addresses, if it shows these texts itself and has a pattern in
 * `initializationOptions.rulePages`, with `{rule}` for the id; else those on the web.
 */
export function rulePageFor(initializationOptions: unknown): RulePage {
  const { rulePages } = (initializationOptions ?? {}) as { rulePages?: unknown };
  if (typeof rulePages !== "string" || !rulePages.includes("{rule}")) return rulePage;
  return (id) => rulePages.replace("{rule}", id);
}
