/** Explanations of rules, and their Markdown. */

import { describe, expect, it } from "vitest";
import { explainRule } from "../../server/core/explain/explainRule";
import { alternatives, rfcLink, sectionName } from "../../server/core/explain/markdown";
import { findRule, rules } from "../../server/core/rules";
import { inEnglish } from "../../server/core/text/translate";

const explained = (id: string, link?: (id: string) => string) =>
  explainRule(findRule(id)!, inEnglish, link);

describe("the text about a rule", () => {
  it.each(rules)(
    "has the duty, the facts, the reason, the exceptions, the fix and both examples: $id",
    (rule) => {
      const text = explainRule(rule, inEnglish);
      expect(text.startsWith(`**${rule.summary}**\n\n- Severity: `)).toBe(true);
      expect(text).toContain(`## Wrong\n\n\`\`\`xml\n${rule.bad}\n\`\`\``);
      expect(text).toContain(`## Right\n\n\`\`\`xml\n${rule.good}\n\`\`\``);
      expect(text).toContain(`## Why\n\n${rule.why}`);
      expect(text.includes("## Exceptions")).toBe(rule.exceptions !== undefined);
      expect(text).toContain(`- Since: ${rule.since}`);
      expect(text).toContain(`## Fix\n\n${rule.fix?.change ?? "There is no quick fix."}`);
      expect(text.includes("- Source: ")).toBe(rule.rfc !== "");
    },
  );

  it("says how to switch it off, or on where it is off by default", () => {
    expect(explained("text-multiple")).toContain('"text-multiple": "off"');
    expect(explained("text-multiple")).toContain(
      "instead of `off` it can be `error`, `warning` or `information`",
    );
    expect(explained("xml-comment")).toContain("- Severity: off");
    expect(explained("xml-comment")).toContain('"xml-comment": "warning"');
  });

  it("links other rules, and not itself", () => {
    const text = explained("condition-missing", (id) => `[${id}]`);
    expect(text).toContain("[condition-unknown], [condition-namespace]");
    expect(text).not.toContain("[condition-missing]");
    expect(explained("condition-missing")).toContain("condition-unknown, condition-namespace");
  });
});

describe("a section", () => {
  it("is one of RFC 6120, or of another document that is named, or none", () => {
    expect(["8.3.2", "RFC 7622 §3", ""].map(sectionName)).toEqual([
      "RFC 6120 §8.3.2",
      "RFC 7622 §3",
      "",
    ]);
    expect(["8.3.2", "RFC 7622 §3.1", ""].map(rfcLink)).toEqual([
      "[RFC 6120 §8.3.2](https://www.rfc-editor.org/rfc/rfc6120#section-8.3.2)",
      "[RFC 7622 §3.1](https://www.rfc-editor.org/rfc/rfc7622#section-3.1)",
      "",
    ]);
  });
});

it("alternatives are a list of any length", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((all) => alternatives(all))).toEqual([
    "",
    "`a`",
    "`a` or `b`",
    "`a`, `b` or `c`",
  ]);
});
