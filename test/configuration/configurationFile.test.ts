/** What a configuration file says, and what is wrong in it, at which place. */

import { describe, expect, test } from "vitest";
import { readConfigurationFile } from "../../server/configuration/configurationFile";
import type { ConfigurationMistake } from "../../server/configuration/configurationMistake";
import { inEnglish } from "../../server/core/text/translate";

const ruleIds = ["iq-id-missing", "error-type-unusual", "jid-invalid"];
const read = (text: string) =>
  readConfigurationFile(text, { rules: ruleIds, limits: ["depth", "findings"] });

/** Each mistake as the text that it points at, and what is said about it. */
function mistakesIn(text: string): [string, string][] {
  const tell = ({ span, message, values }: ConfigurationMistake): [string, string] => [
    text.slice(span.start, span.end),
    inEnglish(message, values),
  ];
  return read(text).mistakes.map(tell);
}

describe("what a file says", () => {
  test("rules, sources, language and root, with comments and trailing commas", () => {
    const { file, mistakes } = read(`{
      // What the team agreed on.
      "$schema": "https://example.org/schema.json",
      "root": true,
      "rules": { "iq-id-missing": "off", "jid-invalid": "warning", },
      "sources": { "javascript": true, "markdown": false },
      "limits": { "depth": 9 },
      /* of messages */ "language": "zh-cn",
    }`);
    expect(mistakes).toEqual([]);
    expect(file).toMatchObject({
      isRoot: true,
      rules: { "iq-id-missing": "off", "jid-invalid": "warning" },
      sources: { javascript: true, markdown: false },
      language: "zh-cn",
      limits: { depth: 9 },
      isByPath: false,
    });
  });

  test("nothing, where it holds nothing", () => {
    expect(read("{}")).toMatchObject({
      file: { isRoot: false, rules: {}, sources: {} },
      mistakes: [],
    });
  });

  test("which paths are ignored, as in .gitignore", () => {
    const { file } = read(`{ "ignore": ["generated/", "*.big.xml", "/top.xml", "!keep.big.xml"] }`);
    const ignored = (path: string) => file.ignores(path);
    expect(ignored("a/generated/x.xml")).toBe(true);
    expect(ignored("a/generated/")).toBe(true);
    expect(ignored("a/one.big.xml")).toBe(true);
    expect(ignored("a/keep.big.xml")).toBe(false);
    expect(ignored("top.xml")).toBe(true);
    expect(ignored("a/top.xml")).toBe(false);
  });

  test("what holds for some files only, the later wins", () => {
    const { file } = read(`{ "overrides": [
      { "files": "*.log.xml", "rules": { "jid-invalid": "off" }, "source": "transcript" },
      { "files": ["broken/**", "!broken/not/**"], "rules": { "jid-invalid": "warning", "iq-id-missing": "off" } }
    ] }`);
    const { rules, source } = file.overridesFor("broken/a.log.xml");
    expect(rules).toEqual({ "jid-invalid": "warning", "iq-id-missing": "off" });
    expect(source).toBe("transcript");
    expect(file.overridesFor("deep/down/b.log.xml").rules).toEqual({ "jid-invalid": "off" });
    expect(file.overridesFor("broken/not/c.xml")).toEqual({ rules: {}, source: undefined });
    expect(file.overridesFor("other.xml")).toEqual({ rules: {}, source: undefined });
  });
});

describe("what is wrong in a file", () => {
  test.each([
    [
      `{ "rules": { "iq-id-misssing": "off" } }`,
      `"iq-id-misssing"`,
      "There is no rule iq-id-misssing; did you mean iq-id-missing?",
    ],
    [`{ "rules": { "nonsense": "off" } }`, `"nonsense"`, "There is no rule nonsense."],
    [
      `{ "rules": { "jid-invalid": "warn" } }`,
      `"warn"`,
      'One of "error", "warning", "information", "off" is expected here; did you mean "warning"?',
    ],
    [
      `{ "rules": { "jid-invalid": 2 } }`,
      "2",
      'One of "error", "warning", "information", "off" is expected here.',
    ],
    [`{ "ruels": {} }`, `"ruels"`, "There is no property ruels; did you mean rules?"],
    [
      `{ "extends": "x" }`,
      `"extends"`,
      "There is no property extends; there are $schema, root, rules, overrides, ignore, sources, limits, language.",
    ],
    [`{ "rules": [] }`, "[]", 'An object is expected here, such as { "root": true }.'],
    [`{ "root": "yes" }`, `"yes"`, "Either true or false is expected here."],
    [`{ "ignore": "a" }`, `"a"`, 'A list is expected here, such as ["*.xml"].'],
    [`{ "ignore": [3] }`, "3", 'A pattern is expected here, a text such as "**/*.xml".'],
    // What somebody has typed of a longer one.
    [
      `{ "overrides": [{ "files": ["a.xml", "!/"] }] }`,
      `"!/"`,
      'A pattern is expected here, a text such as "**/*.xml".',
    ],
    [
      `{ "overrides": [{ "files": "./" }] }`,
      `"./"`,
      'A pattern is expected here, a text such as "**/*.xml".',
    ],
    [
      `{ "sources": { "javscript": true } }`,
      `"javscript"`,
      "There is no source javscript; did you mean javascript?",
    ],
    [`{ "limits": { "dept": 1 } }`, `"dept"`, "There is no limit dept; did you mean depth?"],
    [`{ "limits": { "depth": 0 } }`, "0", "A whole number of at least 1 is expected here."],
    [`{ "sources": { "xep": "on" } }`, `"on"`, "Either true or false is expected here."],
    [`{ "language": "de" }`, `"de"`, 'One of "en", "zh-cn" is expected here; did you mean "en"?'],
    [
      `{ "overrides": [{ "rules": {} }] }`,
      "{",
      'An override names its files, such as "files": ["**/broken/*.xml"].',
    ],
    [`{ "root": true, "root": false }`, `"root"`, "root is there twice; the later one holds."],
    [`[]`, "[]", 'An object is expected here, such as { "root": true }.'],
    [`{ "root": true`, "e", "A closing brace is expected here."],
    [`{ 'root': true }`, "'root'", "This is no JSON: texts stand between double quotes."],
    ["", "", "A value is expected here."],
  ])("%s", (text, place, message) => {
    expect(mistakesIn(text)).toEqual([[place, message]]);
  });

  test("what is right beside it holds", () => {
    const { file } = read(`{ "rules": { "nonsense": "off", "jid-invalid": "off" }, "root": 1 }`);
    expect(file.rules).toEqual({ "jid-invalid": "off" });
  });

  test("names that every object has are no rules", () => {
    expect(read(`{ "rules": { "constructor": "off", "__proto__": "off" } }`).file.rules).toEqual(
      {},
    );
  });
});
