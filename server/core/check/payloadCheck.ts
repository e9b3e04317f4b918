/** Runs the rules about payloads over a stanza. Loaded when one of them is on and the first stanza is met. */

import { payloadRules } from "../rules/payloadRules";
import type { Report, RuleCheck } from "../rules/rule";
import { attribute, type XmlElement } from "../xml/tree";
import type { PayloadProblem } from "../xmpp/payloadProblems";
import { stanzaProblems } from "../xmpp/stanzaProblems";
import { type ActiveRule, type Configuration, settingOf } from "./config";

/** Runs rules: a rule that throws costs only its own findings. */
interface RuleRunner {
  readonly guard: (one: ActiveRule, run: () => void) => void;
  readonly report: Report<string>;
}

/**
 * Reports what contradicts the XEPs of the payloads. An error repeats the request: one problem of that is enough.
 * @param source the text that the offsets of the stanza are relative to
 */
export function runPayloadRules(
  root: XmlElement,
  source: string,
  configuration: Configuration,
  { guard, report }: RuleRunner,
): void {
  const active = activePayloadRules(configuration);
  const isError = attribute(root, "type")?.value === "error";
  for (const problem of stanzaProblems(root)) {
    const one = active.get(problem.kind);
    if (!one || isAllowed(problem, configuration)) continue;
    guard(one, () => one.check.run(problem, report, source));
    if (isError) return;
  }
}

/** True if the configuration has it for an extension of its own. */
function isAllowed(problem: PayloadProblem, { extensions = {} }: Configuration): boolean {
  const { kind, element } = problem;
  const { namespace } = element;
  const names = Object.hasOwn(extensions, namespace) ? extensions[namespace]! : [];
  if (names.includes("*")) return true;
  if (kind === "missing") return false;
  const name = "name" in problem && problem.name !== "" ? problem.name : element.local;
  return names.includes(name);
}

interface ActivePayloadRule extends ActiveRule {
  readonly check: Extract<RuleCheck, { readonly on: "payload" }>;
}

type ByKind = ReadonlyMap<string, ActivePayloadRule>;

const compiled = new WeakMap<Configuration, ByKind>();

function activePayloadRules(configuration: Configuration): ByKind {
  const known = compiled.get(configuration);
  if (known) return known;
  const active = new Map<string, ActivePayloadRule>();
  for (const rule of payloadRules()) {
    const { check } = rule;
    const severity = settingOf(rule, configuration);
    if (check.on === "payload" && severity !== "off") {
      for (const kind of check.kinds) active.set(kind, { rule, severity, check });
    }
  }
  compiled.set(configuration, active);
  return active;
}
