/** Checks what callers pass: JavaScript has no types, and a misspelt rule would silently check as if it were not there. */

import { defaultLimits } from "../core/check/config";
import { allRules } from "../core/rules/allRules";
import { ruleSettings } from "../core/rules/setting";
import { sourceNames, sourceSwitches } from "../core/sources/names";
import { closestMatch } from "../core/xmpp/didYouMean";
import type { CheckOptions, Configuration, FileOptions } from "./types";

const ruleIds = allRules().map(({ id }) => id);
const configurationNames = ["rules", "limits", "sources"];

/**
 * The options as they are, if each exists and has a value that it can have.
 * @throws TypeError with the name and the value of the first that does not
 */
export function readOptions(options: CheckOptions): CheckOptions {
  expectNames("option", options, [...configurationNames, "filename", "source"]);
  if (options.filename !== undefined) expectText(options.filename, "filename");
  expectSource(options.source);
  expectConfiguration(options);
  return options;
}

/** The same for the options of `checkFile`. */
export function readFileOptions(options: FileOptions): FileOptions {
  expectNames("option", options, [...configurationNames, "source", "configFile"]);
  if (options.configFile !== false && options.configFile !== undefined) {
    expectText(options.configFile, "configFile");
  }
  expectSource(options.source);
  expectConfiguration(options);
  return options;
}

/** @throws TypeError for a rule that does not exist */
export function expectRule(id: unknown): asserts id is string {
  expectOneOf("rule", id, ruleIds);
}

/** @throws TypeError for a value that is no string */
export function expectText(value: unknown, name: string): asserts value is string {
  if (typeof value !== "string") {
    throw new TypeError(`${name} must be a string, but is ${describe(value)}`);
  }
}

function expectConfiguration({ rules: severities, limits, sources }: Configuration): void {
  expectNames("rule", severities, ruleIds);
  for (const [id, setting] of Object.entries(severities ?? {})) {
    if (setting !== undefined) expectOneOf(`severity of ${id}`, setting, ruleSettings);
  }
  expectNames("limit", limits, Object.keys(defaultLimits));
  for (const [name, limit] of Object.entries(limits ?? {})) {
    if (limit === undefined || (Number.isInteger(limit) && limit > 0)) continue;
    throw new TypeError(`the limit ${name} must be a whole number above 0, but is ${limit}`);
  }
  expectNames("source", sources, sourceSwitches);
  for (const [name, isOn] of Object.entries(sources ?? {})) {
    if (isOn === undefined || typeof isOn === "boolean") continue;
    throw new TypeError(`the source ${name} must be true or false, but is ${describe(isOn)}`);
  }
}

function expectSource(source: unknown): void {
  if (source !== undefined) expectOneOf("source", source, sourceNames);
}

/** @throws TypeError for a value that is no object, or has another name in it */
export function expectNames(what: string, value: unknown, names: readonly string[]): void {
  if (value === undefined) return;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`expected an object with names of ${what}s, not ${describe(value)}`);
  }
  for (const name of Object.keys(value)) expectOneOf(what, name, names);
}

function expectOneOf(what: string, value: unknown, values: readonly string[]): void {
  if (typeof value === "string" && values.includes(value)) return;
  const meant = typeof value === "string" ? closestMatch(value, values) : undefined;
  const help = meant === undefined ? `use one of ${values.join(", ")}` : `did you mean ${meant}?`;
  throw new TypeError(`unknown ${what} ${describe(value)}; ${help}`);
}

function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 80));
  if (typeof value === "object" && value !== null)
    return Array.isArray(value) ? "an array" : "an object";
  return String(value);
}
