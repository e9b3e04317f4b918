/** Where a client finds the text about a rule. */

import { type RulePage, rulePage } from "../core/rules/pages";

/**
 * Addresses of the texts about rules: the client's own, if it shows these texts itself and says where in
 * `initializationOptions.rulePages`, with `{rule}` for the id; else those on the web.
 */
export function rulePageFor(initializationOptions: unknown): RulePage {
  const { rulePages } = (initializationOptions ?? {}) as { rulePages?: unknown };
  if (typeof rulePages !== "string" || !rulePages.includes("{rule}")) return rulePage;
  return (id) => rulePages.replace("{rule}", id);
}
