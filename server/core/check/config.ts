/** The configuration of the rules, and its defaults. */

import type { CheckTarget, Rule, RuleCheck, Severity } from "../rules/rule";
import type { RuleSetting } from "../rules/setting";
import { stanzaRules } from "../rules/stanzaRules";
import { defaultParseLimits, type ParseLimits } from "../xml/limits";
import type { RuleFailureHandler } from "./ruleFailures";

export interface Configuration {
  /** Severities by rule id; other rules keep their own severity. Unknown ids are ignored. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** `xml:lang` of texts that fixes insert. */
  readonly language: string;
  /** Quotes of attributes that are inserted. */
  readonly quotes: QuoteStyle;
  readonly limits: Limits;
  /** Names that a namespace of a XEP has besides, for the rules about payloads. */
  readonly extensions?: PayloadExtensions;
  /** True where omissions are mistakes, because readers copy the text. Not a user's setting. */
  readonly isExact?: boolean;
  /** True for the literals of a program, to which a library may add something. Not a user's setting. */
  readonly isInCode?: boolean;
  /** Called with rules that throw; without a handler the exception is rethrown. Not a user's setting. */
  readonly onRuleFailure?: RuleFailureHandler;
}

/**
 * Private extensions by namespace: local names of elements, names of attributes, or `*` for a namespace that is not
 * judged.
 */
export type PayloadExtensions = Readonly<Record<string, readonly string[]>>;

/** Limits of checking and reporting, see the rule limit-exceeded. */
export interface Limits extends ParseLimits {
  /** Maximum number of reported findings of one document. */
  readonly findings: number;
}

export const defaultLimits: Limits = { ...defaultParseLimits, findings: 10_000 };

/**
 * The limits of a settings value, in the order of `defaultLimits`; a missing limit, or one that is no
 * whole number above 0, has its default.
 */
export function readLimits(value: unknown): Limits {
  const given: Readonly<Record<string, unknown>> =
    typeof value === "object" && value !== null ? { ...value } : {};
  const entries = Object.entries(defaultLimits).map(([name, usual]) => {
    const own = given[name];
    const isLimit = typeof own === "number" && Number.isInteger(own) && own > 0;
    return [name, isLimit ? own : usual];
  });
  return Object.fromEntries(entries) as Limits;
}

/** `auto` follows the quotes of the surrounding markup. */
export type QuoteStyle = "auto" | "single" | "double";

export const defaultConfiguration: Configuration = {
  rules: {},
  language: "en",
  quotes: "auto",
  limits: defaultLimits,
};

type TextKind = "isExact" | "isInCode";

const ofKinds: Readonly<Record<TextKind, WeakMap<Configuration, Configuration>>> = {
  isExact: new WeakMap(),
  isInCode: new WeakMap(),
};

/**
 * The same configuration for texts that readers copy, or for those of programs; memoized, so that equal inputs give the
 * same object.
 */
export function configurationFor(
  kind: { readonly isExact?: boolean; readonly isInCode?: boolean } | undefined,
  configuration: Configuration,
): Configuration {
  const name = kind?.isExact ? "isExact" : kind?.isInCode ? "isInCode" : undefined;
  if (name === undefined || configuration[name]) return configuration;
  const known = ofKinds[name].get(configuration);
  if (known) return known;
  const made = { ...configuration, [name]: true };
  ofKinds[name].set(configuration, made);
  return made;
}

/** The severity that a rule has by default. */
export function defaultSetting(rule: Rule): RuleSetting {
  return rule.offByDefault ? "off" : rule.severity;
}

/** The severity the rule has in the configuration. */
export function settingOf(rule: Rule, configuration: Configuration): RuleSetting {
  return configuration.rules[rule.id] ?? defaultSetting(rule);
}

export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

/** A rule that looks at one kind of thing. */
interface ActiveCheck<On extends CheckTarget> extends ActiveRule {
  /** The check of the rule. */
  readonly check: Extract<RuleCheck, { readonly on: On }>;
}

/** Those of families are in `familyCheck.ts`, those of payloads in `payloadCheck.ts`. */
type StanzaTarget = Exclude<CheckTarget, "family" | "payload">;

/** The rules that are not off, by what they look at, each in the order of the documentation. */
export type ActiveRules = { readonly [On in StanzaTarget]: readonly ActiveCheck<On>[] };

const compiled = new WeakMap<Configuration, ActiveRules>();

/** The rules that are not off, with their severities. */
export function activeRules(configuration: Configuration): ActiveRules {
  const known = compiled.get(configuration);
  if (known) return known;
  const active: { readonly [On in StanzaTarget]: ActiveCheck<On>[] } = {
    stanza: [],
    error: [],
    reply: [],
    request: [],
    broken: [],
    exceeded: [],
    suppressions: [],
  };
  for (const rule of stanzaRules) {
    const severity = settingOf(rule, configuration);
    if (severity === "off") continue;
    const { check } = rule;
    if (check.on === "family" || check.on === "payload") continue;
    const alike = active[check.on] as ActiveCheck<CheckTarget>[];
    alike.push({ rule, severity, check });
  }
  compiled.set(configuration, active);
  return active;
}

const judging = new WeakMap<Configuration, boolean>();

/** True if a rule about payloads is on: all of them are off by default, and loaded only then. */
export function judgesPayloads(configuration: Configuration): boolean {
  const known = judging.get(configuration);
  if (known !== undefined) return known;
  const isOn = Object.entries(configuration.rules).some(
    ([id, setting]) => setting !== "off" && id.startsWith("payload-"),
  );
  judging.set(configuration, isOn);
  return isOn;
}
