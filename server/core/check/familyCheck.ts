/** Runs the rules of error families over an element outside of stanzas. Loaded when the first of them is met. */

import { familyRules } from "../rules/familyRules";
import type { Report, RuleCheck } from "../rules/rule";
import type { Scope } from "../xml/scope";
import type { XmlElement } from "../xml/tree";
import type { FamilyId } from "../xmpp/errorFamily";
import { readFamilyError } from "../xmpp/familyError";
import { type ActiveRule, type Configuration, settingOf } from "./config";

/** Runs rules: a rule that throws costs only its own findings. */
interface RuleRunner {
  readonly guard: (one: ActiveRule, run: () => void) => void;
  readonly report: Report<string>;
}

interface ActiveFamilyRule extends ActiveRule {
  readonly check: Extract<RuleCheck, { readonly on: "family" }>;
}

/**
 * Reports what is wrong with the error; nothing for an element that is of no family.
 * @param text the text that the offsets of the element are relative to, and the scope around it
 */
export function runFamilyRules(
  root: XmlElement,
  { source, scope }: { readonly source: string; readonly scope: Scope | undefined },
  configuration: Configuration,
  { guard, report }: RuleRunner,
): void {
  const error = readFamilyError(root, source, scope);
  if (!error) return;
  for (const one of activeFamilyRules(error.family.id, configuration)) {
    guard(one, () => one.check.run(error, report));
  }
}

const compiled = new WeakMap<Configuration, Map<FamilyId, ActiveFamilyRule[]>>();

function activeFamilyRules(
  family: FamilyId,
  configuration: Configuration,
): readonly ActiveFamilyRule[] {
  const known = compiled.get(configuration)?.get(family);
  if (known) return known;
  const active: ActiveFamilyRule[] = [];
  for (const rule of familyRules()) {
    const { check } = rule;
    const severity = settingOf(rule, configuration);
    if (check.on !== "family" || check.family !== family || severity === "off") continue;
    active.push({ rule, severity, check });
  }
  const byFamily = compiled.get(configuration) ?? new Map<FamilyId, ActiveFamilyRule[]>();
  compiled.set(configuration, byFamily.set(family, active));
  return active;
}
