/** Each rule: its examples, its fixes, and what a choice of fixes offers. */

import { describe, expect, test } from "vitest";
import { titleOf } from "../../server/core/check/messages";
import { rules } from "../../server/core/rules";
import { isAutomatic, isPreferred } from "../../server/core/rules/fix";
import type { Rule } from "../../server/core/rules/rule";
import {
  applyFix,
  brokenRules,
  configurationFor,
  everyRule,
  onlyFinding,
  open,
} from "../support/documents";
import { resultsOf } from "../support/fixResults";
import { fixtures } from "../support/fixtures";
import { proveFixes, proveRepairs } from "../support/proofs";

/** A fix that writes another stanza is an action of the editor: the document has no edits for it. */
const hasEdits = ({ fix }: Rule) => fix !== undefined && !fix.isReply;

/** The rules whose row in the list of rules names a quick fix. */
const withFix = rules.filter(({ fix }) => fix !== undefined).map(({ id }) => id);

/** Frequency with which `--fix` applies the first fix of the rule's findings in its fixture and its bad example. */
function automaticFixes({ id, bad }: Rule): "always" | "sometimes" | "never" | "no fix" {
  const own = fixtures.filter(({ name }) => name === id).map(({ text }) => text);
  const seen = new Set<boolean>();
  for (const text of [...own, bad]) {
    const document = open(text, everyRule);
    for (const found of document.findings()) {
      if (found.finding.rule.id !== id) continue;
      const [fix] = document.fixes(found);
      if (fix) seen.add(isAutomatic(fix));
    }
  }
  if (seen.size === 2) return "sometimes";
  return seen.has(true) ? "always" : seen.has(false) ? "never" : "no fix";
}

test("the rules with a quick fix are those that can know one", () => {
  const without = rules.map(({ id }) => id).filter((id) => !withFix.includes(id));
  expect(without).toEqual([
    "limit-exceeded",
    "iq-payload",
    "jid-invalid",
    "text-content",
    "app-condition-namespace",
    "app-condition-multiple",
    "reply-kind-mismatch",
    "reply-to-error",
  ]);
});

test("each rule documents whether --fix applies its fixes, as its fixture shows it", () => {
  const shown = rules.map((rule) => [rule.id, automaticFixes(rule)]);
  const documented = rules.map((rule) => [
    rule.id,
    hasEdits(rule) ? rule.fix!.automatic : "no fix",
  ]);
  expect(shown).toEqual(documented);
});

describe.each(rules)("$id", (rule) => {
  const { id, bad, good, severity, messages } = rule;
  const configuration = configurationFor(id);

  test("its bad example breaks this rule and no other", () => {
    expect(brokenRules(bad, configuration)).toEqual([id]);
  });

  test("its good example breaks none, not even one that is off by default", () => {
    expect(brokenRules(good, configuration)).toEqual([]);
  });

  test("its finding has its severity, and a message without holes", () => {
    const { finding } = onlyFinding(open(bad, configuration), id);
    expect(["error", "warning", "information"]).toContain(severity);
    expect(finding.severity).toBe(severity);
    expect(Object.keys(messages)).toContain(finding.messageKey);
  });

  test(hasEdits(rule) ? "its fixes stand every proof" : "it has no fix", () => {
    const document = open(bad, configuration);
    const count = proveFixes(document);
    if (hasEdits(rule)) expect(count).toBeGreaterThan(0);
    else expect(count).toBe(0);
    proveRepairs(document);
  });

  test("at most one of its fixes is preferred, and that is the first", () => {
    const document = open(bad, configuration);
    const fixes = document.fixes(onlyFinding(document, id));
    expect(fixes.slice(1).filter(isPreferred)).toEqual([]);
  });

  test("its fixes have different titles and different effects", () => {
    const document = open(bad, configuration);
    const fixes = document.fixes(onlyFinding(document, id));
    expect(new Set(fixes.map((one) => applyFix(document, one))).size).toBe(fixes.length);
    expect(new Set(fixes.map((one) => titleOf(one))).size).toBe(fixes.length);
  });
});

/** The first fix makes the good example of the bad one, so that the documentation is true. */
test.each([
  "xml-not-well-formed",
  "xml-comment",
  "stanza-type-invalid",
  "iq-type-missing",
  "error-child-unexpected",
  "error-child-duplicate",
  "error-type-missing",
  "error-type-invalid",
  "error-type-unusual",
  "error-code-legacy",
  "error-stray-text",
  "condition-multiple",
  "condition-unknown",
  "condition-namespace",
  "condition-content",
  "condition-address-invalid",
  "text-lang-missing",
  "app-condition-pairing",
  "app-condition-undeclared",
  "undefined-condition-alone",
  "stream-condition-unknown",
  "stream-condition-obsolete",
  "stream-condition-namespace",
  "stream-condition-content",
  "stream-host-invalid",
  "stream-stray-text",
  "sasl-condition-unknown",
  "sasl-condition-namespace",
  "sasl-text-namespace",
])("%s: the first fix of the bad example makes the good one", (id) => {
  const { bad, good } = rules.find((rule) => rule.id === id)!;
  expect([...resultsOf(bad, id).values()][0]).toBe(good);
});
