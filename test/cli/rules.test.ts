/** `xmpp-stanza rules` and `xmpp-stanza explain` as processes. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultSetting } from "../../server/core/check/config";
import { explainRule } from "../../server/core/explain/explainRule";
import { rules } from "../../server/core/rules";
import { inEnglish } from "../../server/core/text/translate";
import { run } from "../support/commandLine";

describe("xmpp-stanza rules", () => {
  it("lists all rules by their groups, with severity and summary", () => {
    const { status, stdout, stderr } = run(["rules"]);
    expect([status, stderr]).toEqual([0, ""]);
    const expected = [...new Set(rules.map(({ group }) => group))].map((group) => {
      const rows = rules.filter((rule) => rule.group === group);
      const summary = (text: string) => text.replaceAll("`", "");
      return [
        group,
        ...rows.map((rule) => `${rule.id} ${defaultSetting(rule)} ${summary(rule.summary)}`),
      ];
    });
    const found = stdout
      .trimEnd()
      .split("\n\n")
      .map((group) => group.split("\n").map((row) => row.trim().replace(/ {2,}/g, " ")));
    expect(found).toEqual(expected);
    expect(run(["rules", "--format", "pretty"]).stdout).toBe(stdout);
  });

  it("prints them as JSON, with texts in the language of messages", () => {
    const [english, chinese] = ["en", "zh-cn"].map((language) =>
      JSON.parse(run(["rules", "--format", "json", "--lang", language]).stdout),
    );
    expect(english.map((rule: { id: string }) => rule.id)).toEqual(rules.map(({ id }) => id));
    expect(english[0]).toMatchObject({
      id: "xml-not-well-formed",
      group: "XML",
      severity: "error",
      summary: "A stanza must be well-formed XML 1.0 with namespaces.",
      source: "RFC 6120 §11.3",
      since: "0.1.0",
      fix: { automatic: "sometimes" },
      deprecated: false,
    });
    expect(english.find((rule: { id: string }) => rule.id === "xml-comment").severity).toBe("off");
    expect(english.find((rule: { id: string }) => rule.id === "jid-invalid")).toMatchObject({
      source: "RFC 7622 §3",
      fix: null,
    });
    expect(chinese[0]).toMatchObject({
      group: "XML",
      summary: "节必须是带命名空间的、格式良好的 XML 1.0。",
    });
  });

  it("knows its mistakes", () => {
    expect(run(["rules", "--format", "sarif"])).toMatchObject({ status: 2, stdout: "" });
    expect(run(["rules", "a.xmpp"])).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("xmpp-stanza explain", () => {
  it.each([
    ["en", "docs/rules"],
    ["zh-cn", "docs/rules/zh-cn"],
  ])("prints in %s what the page of the rule says", (language, folder) => {
    for (const id of ["error-type-missing", "suppression-unused", "xml-comment"]) {
      const { status, stdout, stderr } = run(["explain", id, "--lang", language]);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(new RegExp(`^# ${id}\n\n`));
      const plain = (text: string) => text.replace(/\[([\w-]+)\]\(\1\.md\)/g, "$1");
      // The page adds where it comes from and what it leads to.
      const page = plain(readFileSync(`${folder}/${id}.md`, "utf8"))
        .split("\n\n")
        .slice(3, -1);
      expect(stdout).toBe(`# ${id}\n\n${page.join("\n\n")}\n`);
    }
  });

  it("has a text for each rule, which names no page of a folder that is not there", () => {
    for (const rule of rules) expect(explainRule(rule, inEnglish)).not.toMatch(/\]\((?!https:)/);
  });

  it("asks whether another rule was meant", () => {
    const { status, stdout, stderr } = run(["explain", "error-type-mising"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(
      'nothing is known of "error-type-mising"; did you mean error-type-missing?\n',
    );
  });

  it("names the command that lists the rules if no name is near", () => {
    for (const name of ["toString", "elephant"]) {
      const { status, stdout, stderr } = run(["explain", name]);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(
        `nothing is known of "${name}"; xmpp-stanza rules lists the rules\n`,
      );
    }
    for (const name of ["404", "<404/>"]) {
      const { status, stdout } = run(["explain", name]);
      expect([status, stdout]).toEqual([0, expect.stringMatching(/^404 · legacy error code/)]);
      expect(stdout).toContain("Today item-not-found with type cancel says it.");
      // There is a XEP of that number, too.
      expect(stdout).toContain("XEP-0404");
    }
    expect(run(["explain", "402"]).stdout).not.toContain("legacy");
    expect(run(["explain"]).stderr).toContain(
      "explain needs one name: a rule, a condition, a namespace, a XEP",
    );
    expect(run(["explain", "iq-payload", "iq-payload"]).status).toBe(2);
  });
});
