/** All rules; those of error families and payloads are loaded when one of these functions is called. */

import { familyRules } from "./familyRules";
import { payloadRules } from "./payloadRules";
import type { Rule } from "./rule";
import { stanzaRules } from "./stanzaRules";

let all: readonly Rule[] | undefined;
let byId: ReadonlyMap<string, Rule> | undefined;

/** All rules, in the order of the documentation. */
export function allRules(): readonly Rule[] {
  // The last group, that of suppressions, is about all others.
  const isLast = ({ group }: Rule) => group === "Suppressions";
  all ??= [
    ...stanzaRules.filter((rule) => !isLast(rule)),
    ...familyRules(),
    ...payloadRules(),
    ...stanzaRules.filter(isLast),
  ];
  return all;
}

/** The rule of that id, if there is one. */
export function findRule(id: string): Rule | undefined {
  byId ??= new Map(allRules().map((rule) => [rule.id, rule]));
  return byId.get(id);
}
