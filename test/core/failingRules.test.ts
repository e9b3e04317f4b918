/** A rule that throws is told of, and costs nobody what the others say. */

import { afterEach, describe, expect, test, vi } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { oncePerRule, type RuleFailure } from "../../server/core/check/ruleFailures";
import { findRule } from "../../server/core/rules";
import type { CheckTarget, Rule } from "../../server/core/rules/rule";
import { checkOf } from "../support/checks";
import { open } from "../support/documents";

const boom = new Error("boom");

/** Has the check of a rule throw until the test ends. */
function breakRule(id: string, on: Exclude<CheckTarget, "suppressions">): Rule {
  const rule = findRule(id)!;
  vi.spyOn(checkOf(id, on) as { run(...all: unknown[]): void }, "run").mockImplementation(() => {
    throw boom;
  });
  return rule;
}

/** The rules that the text breaks, and what was told of rules that threw. */
function check(text: string) {
  const failures: RuleFailure[] = [];
  const onRuleFailure = (failure: RuleFailure) => failures.push(failure);
  const document = open(text, { ...defaultConfiguration, onRuleFailure });
  const broken = document.findings().map(({ finding }) => finding.rule.id);
  return { document, broken, failures };
}

afterEach(() => vi.restoreAllMocks());

const request = "<iq id='1' type='get' from='a@x' to='b@x'><a xmlns='urn:a'/></iq>\n";

describe("a rule that throws", () => {
  test("on the text of a fix leaves the document unchanged, also without a failure handler", () => {
    const text = `${request}<iq id='1' type='result' from='c@x' to='a@x'/>\n`;
    const document = open(text, defaultConfiguration);
    const [found] = document.findings();
    expect(found?.finding.rule.id).toBe("reply-address");
    breakRule("reply-kind-mismatch", "reply");
    expect(() => document.fixes(found!)).toThrow("boom");
    expect(document.text).toBe(text);
  });

  test("on a stanza does not stop the other rules there and elsewhere", () => {
    const text = "<iq type='bogus'/>\n<message type='bogus'/>\n";
    const usual = check(text).broken;
    expect(usual).toContain("stanza-type-invalid");
    const rule = breakRule("stanza-type-invalid", "stanza");
    const { broken, failures } = check(text);
    expect(broken).toEqual(usual.filter((id) => id !== rule.id));
    expect(failures).toEqual([
      { rule, task: "check", error: boom },
      { rule, task: "check", error: boom },
    ]);
  });

  test("on an error child does not stop the other rules", () => {
    const text = "<message type='error'><error type='x'><foo/></error></message>";
    const usual = check(text).broken;
    expect(usual).toContain("error-type-invalid");
    const rule = breakRule("error-type-invalid", "error");
    const { broken, failures } = check(text);
    expect(broken).toEqual(usual.filter((id) => id !== rule.id));
    expect(broken.length).toBeGreaterThan(0);
    expect(failures).toEqual([{ rule, task: "check", error: boom }]);
  });

  test("on a reply does not stop the other rules", () => {
    const text = `${request}<iq id='1' type='result' from='c@x' to='a@x'/>\n<iq/>`;
    const usual = check(text).broken;
    expect(usual).toContain("reply-address");
    const rule = breakRule("reply-address", "reply");
    const { broken, failures } = check(text);
    expect(broken).toEqual(usual.filter((id) => id !== rule.id));
    expect(failures[0]).toEqual({ rule, task: "check", error: boom });
  });

  test("on a broken stanza does not stop the check of other stanzas", () => {
    const rule = breakRule("xml-not-well-formed", "broken");
    const { broken, failures } = check("<iq>&</iq>\n<iq/>");
    expect(broken).toEqual(["iq-id-missing", "iq-type-missing"]);
    expect(failures).toEqual([{ rule, task: "check", error: boom }]);
  });

  test("in its fixes has none, and the other rules have theirs", () => {
    const text = "<message type='error'><error><gone xmlns='x'/></error></message>";
    const rule = findRule("error-type-missing")!;
    const own = checkOf(rule.id, "error");
    const original = own.run;
    vi.spyOn(own, "run").mockImplementation((error, stanza, report) =>
      original.call(own, error, stanza, (at, message, more) =>
        report(at, message, {
          ...more,
          fixes: () => {
            throw boom;
          },
        }),
      ),
    );
    const { document, failures } = check(text);
    expect(failures).toEqual([]);
    const found = document.findings();
    expect(found.map(({ finding }) => finding.rule.id)).toContain(rule.id);
    for (const one of found) {
      if (one.finding.rule === rule) expect(document.fixes(one)).toEqual([]);
    }
    expect(failures[0]).toEqual({ rule, task: "fix", error: boom });
    const fixed = found.filter((one) => document.fixes(one).length > 0);
    expect(fixed.length).toBeGreaterThan(0);
    // A repair of all does what the others can.
    expect(() => document.repairs()).not.toThrow();
  });

  test("throws on without a failure handler", () => {
    breakRule("stanza-type-invalid", "stanza");
    expect(() => open("<iq type='bogus'/>").findings()).toThrow(boom);
  });

  test("is reported once for each of its tasks", () => {
    const told: RuleFailure[] = [];
    const tell = oncePerRule((failure) => told.push(failure));
    const rule = findRule("iq-id-missing")!;
    for (const task of ["check", "check", "fix", "fix", "check"] as const) {
      tell({ rule, task, error: boom });
    }
    expect(told.map(({ task }) => task)).toEqual(["check", "fix"]);
  });
});
