/** SARIF: valid by its published schema, and of use to who reads it. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json";
import { findRule, rules } from "../../server/core/rules";
import { Folder } from "../support/commandLine";
import { fixtures } from "../support/fixtures";
import { check, files, type Region, type Result, validate } from "./sarifLog";

describe("the schema", () => {
  it("rejects other JSON", () => {
    expect(validate({ version: "2.1.0" })).toBe(false);
    expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
    const odd = { ruleId: "x", message: { text: "x" }, level: "information" };
    const log = { version: "2.1.0", runs: [{ tool: { driver: { name: "x" } }, results: [odd] }] };
    expect(validate(log)).toBe(false);
  });
});

describe("a log", () => {
  it("has one run with the findings", () => {
    const name = "c d/é#%.xml" as const;
    const { log, driver, status, stderr } = check({ [name]: files[name] });
    expect([status, stderr]).toEqual([0, ""]);
    expect(log.runs[0].newlineSequences).toEqual(["\r\n", "\n", "\r"]);
    delete log.runs[0].newlineSequences;
    driver.rules = `${driver.rules.length} rules`;
    driver.semanticVersion = driver.semanticVersion === packageJson.version ? "its version" : "";
    expect(log).toMatchInlineSnapshot(`
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [
          {
            "columnKind": "utf16CodeUnits",
            "invocations": [
              {
                "executionSuccessful": true,
                "properties": {
                  "files": 1,
                  "stanzas": 1,
                },
                "toolExecutionNotifications": [
                  {
                    "level": "note",
                    "message": {
                      "text": "1 files and 1 stanzas were checked.",
                    },
                  },
                ],
              },
            ],
            "originalUriBaseIds": {
              "%SRCROOT%": {
                "description": {
                  "text": "The root of the checkout.",
                },
              },
            },
            "results": [
              {
                "fixes": [
                  {
                    "artifactChanges": [
                      {
                        "artifactLocation": {
                          "uri": "c%20d/%C3%A9%23%25.xml",
                          "uriBaseId": "%SRCROOT%",
                        },
                        "replacements": [
                          {
                            "deletedRegion": {
                              "endColumn": 54,
                              "endLine": 4,
                              "startColumn": 54,
                              "startLine": 4,
                            },
                            "insertedContent": {
                              "text": " xml:lang='en'",
                            },
                          },
                        ],
                      },
                    ],
                    "description": {
                      "text": "Add xml:lang='en'",
                    },
                    "properties": {
                      "preferred": true,
                      "safe": false,
                    },
                  },
                ],
                "level": "note",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "c%20d/%C3%A9%23%25.xml",
                        "uriBaseId": "%SRCROOT%",
                      },
                      "region": {
                        "endColumn": 10,
                        "endLine": 4,
                        "startColumn": 6,
                        "startLine": 4,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "<text/> has no language. Add xml:lang here or on the stanza (RFC 6120 §8.3.2)",
                },
                "partialFingerprints": {
                  "xmppStanza/v1": "adb61296baa80d72559a8069e2278eec",
                },
                "relatedLocations": [],
                "ruleId": "text-lang-missing",
                "ruleIndex": 27,
              },
            ],
            "tool": {
              "driver": {
                "informationUri": "https://github.com/xmpp-stanza/xmpp-stanza#readme",
                "name": "xmpp-stanza",
                "rules": "74 rules",
                "semanticVersion": "its version",
              },
            },
          },
        ],
        "version": "2.1.0",
      }
    `);
  });

  it("is valid where nothing was found, and where nothing was checked", () => {
    expect(check({ "b.stanza": "<message/>" })).toMatchObject({ status: 0, results: [] });
    expect(check({})).toMatchObject({ status: 0, results: [] });
  });

  it("is valid for all fixtures, in all languages", () => {
    const all = Object.fromEntries(fixtures.map(({ name, text }) => [`${name}.xmpp`, text]));
    const { results } = check(all);
    const { results: chinese } = check(all, "--lang", "zh-cn");
    expect(new Set(results.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(30);
    const hashes = (of: readonly Result[]) => of.map((one) => one.partialFingerprints);
    expect(hashes(chinese)).toEqual(hashes(results));
  });

  it("has the findings of the other formats", () => {
    using folder = new Folder(files);
    const rows = JSON.parse(folder.run(["check", ".", "--format", "json"]).stdout);
    const levels: Record<string, string> = { information: "note" };
    const expected = rows.map((row: Region & Record<string, unknown>) => {
      const { line, column, endLine, endColumn, severity } = row as Record<string, unknown>;
      const level = levels[severity as string] ?? severity;
      return [row.rule, level, line, column, endLine, endColumn];
    });
    const { results } = check(files);
    const found = results.map(({ ruleId, level, locations: [{ physicalLocation }] }) => {
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      return [ruleId, level, startLine, startColumn, endLine, endColumn];
    });
    expect(found).toEqual(expected);
  });
});

describe("the rules", () => {
  const { driver } = check({});

  it("are complete, with documentation that needs no other page", () => {
    expect(driver.rules.map((rule: { id: string }) => rule.id)).toEqual(rules.map(({ id }) => id));
    for (const { id, help, helpUri } of driver.rules) {
      const page = readFileSync(`docs/rules/${id}.md`, "utf8");
      const paragraphs = (text: string) => text.split("\n\n").map((one) => one.trim());
      // Links within the folder lead to the repository here.
      const told = help.markdown.replace(/\(https:\/\/\S+\/docs\/rules\/([\w-]+\.md)\)/g, "($1)");
      expect(paragraphs(page)).toEqual(expect.arrayContaining(paragraphs(told)));
      expect(help.markdown).not.toMatch(/\]\((?!https:)/);
      expect(help.text).toContain(findRule(id)!.bad);
      expect(helpUri).toBe(
        `${packageJson.repository.url.slice(0, -4)}/blob/main/docs/rules/${id}.md`,
      );
    }
  });

  it("are in the language of the messages", () => {
    const [first] = check({}, "--lang", "zh-cn").driver.rules;
    expect(first.shortDescription.text).toBe("节必须是带命名空间的、格式良好的 XML 1.0。");
    expect(first.helpUri).toMatch(/\/docs\/rules\/zh-cn\//);
  });

  it("mark rules that are off by default, and rules about old practice", () => {
    const off = driver.rules.filter(
      (rule: { defaultConfiguration: { enabled: boolean } }) => !rule.defaultConfiguration.enabled,
    );
    expect(off.map((rule: { id: string }) => rule.id)).toEqual(
      rules.filter((rule) => rule.offByDefault).map(({ id }) => id),
    );
    const legacy = driver.rules.find((rule: { id: string }) => rule.id === "error-code-legacy");
    expect(legacy.properties.tags).toEqual(["xmpp", "error-child", "deprecated"]);
  });

  it("are those of the results", () => {
    const { results, driver: own } = check(files);
    for (const { ruleId, ruleIndex } of results) expect(own.rules[ruleIndex].id).toBe(ruleId);
  });
});
