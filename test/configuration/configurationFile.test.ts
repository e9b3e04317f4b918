/** Contents of a configuration file, and errors in it with their places. */

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

describe("the content of a file", () => {
  test("rules, sources, language and root, with comments and trailing commas", () => {
    const { file, mistakes } = read(`{
      // The team's agreement.
      "$schema": "https://example.org/schema.json",
      "root": true,
      "rules": { "iq-id-missing": "off", "jid-invalid": "warning", },
      "sources": { "javascript": true, "markdown": false },
      "limits": { "depth": 9 },
      "extensions": { "urn:example:a": ["nickname"] },
      /* of messages */ "language": "zh-cn",
    }`);
    expect(mistakes).toEqual([]);
    expect(file).toMatchObject({
      isRoot: true,
      rules: { "iq-id-missing": "off", "jid-invalid": "warning" },
      sources: { javascript: true, markdown: false },
      language: "zh-cn",
      limits: { depth: 9 },
      extensions: { "urn:example:a": ["nickname"] },
      isByPath: false,
    });
  });

  test("names of extensions in any namespace, and mistakes for what is no list of names", () => {
    const text = `{ "extensions": { "__proto__": ["a"], "urn:example:a": ["b", 1, ""], "urn:example:b": true } }`;
    expect(mistakesIn(text)).toEqual([
      ["1", 'Must be the name of an element or attribute, e.g. "nickname".'],
      ['""', 'Must be the name of an element or attribute, e.g. "nickname".'],
      ["true", 'Must be a list, e.g. ["nickname"].'],
    ]);
    expect(Object.entries(read(text).file.extensions)).toEqual([
      ["__proto__", ["a"]],
      ["urn:example:a", ["b"]],
      ["urn:example:b", []],
    ]);
  });

  test("nothing, where it holds nothing", () => {
    expect(read("{}")).toMatchObject({
      file: { isRoot: false, rules: {}, sources: {} },
      mistakes: [],
    });
  });

  test("patterns up to a length that all of them share, and a mistake at the first that is too long", () => {
    const many = Array.from({ length: 30 }, (_, i) => `"${"a".repeat(3_998)}${10 + i}"`);
    const { file } = read(`{ "ignore": [${many}] }`);
    expect(mistakesIn(`{ "ignore": [${many}] }`)).toEqual([
      [many[5], "Patterns of more than 20000 characters in all. Write fewer."],
    ]);
    expect(file.ignores(`${"a".repeat(3_998)}14`)).toBe(true);
    expect(file.ignores(`${"a".repeat(3_998)}15`)).toBe(false);
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

  test("overrides for some files, of which the later wins", () => {
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

describe("a file without bounds has one mistake for that", () => {
  test.each([
    ["lists in each other", "[".repeat(100_000), 32, "Nested deeper than 32 levels. Flatten it."],
    ["objects", '{"a":'.repeat(100_000), 160, "Nested deeper than 32 levels. Flatten it."],
    [
      "a long text",
      `{ "rules": {} }${" ".repeat(1_000_000)}`,
      0,
      "Longer than 1000000 characters. Shorten the file.",
    ],
  ])("%s", (_, text, start, message) => {
    const { file, mistakes } = read(text);
    expect(mistakes.map((one) => inEnglish(one.message, one.values))).toEqual([message]);
    expect(mistakes[0]?.span).toEqual({ start, end: start + 1 });
    expect(file.rules).toEqual({});
  });

  test("many mistakes, of which a hundred are told", () => {
    const names = Array.from({ length: 1000 }, (_, i) => `"x${i}": "off"`);
    const told = mistakesIn(`{ "rules": { ${names.join(", ")}, "jid-invalid": "off" } }`);
    expect(told).toHaveLength(101);
    expect(told[99]).toEqual(['"x99"', "Unknown rule x99. Correct the name or remove it."]);
    expect(told[100]).toEqual(['"x100"', "More than 100 mistakes. Correct the others first."]);
  });

  test("what is read of a file with a hundred mistakes applies", () => {
    const names = Array.from({ length: 1000 }, (_, i) => `"x${i}": "off"`);
    const { file } = read(`{ "rules": { ${names.join(", ")}, "jid-invalid": "off" } }`);
    expect(file.rules).toEqual({ "jid-invalid": "off" });
  });
});

describe("a mistake in a file", () => {
  test.each([
    [
      `{ "rules": { "iq-id-misssing": "off" } }`,
      `"iq-id-misssing"`,
      "Unknown rule iq-id-misssing. Did you mean iq-id-missing?",
    ],
    [
      `{ "rules": { "nonsense": "off" } }`,
      `"nonsense"`,
      "Unknown rule nonsense. Correct the name or remove it.",
    ],
    [
      `{ "rules": { "jid-invalid": "warn" } }`,
      `"warn"`,
      'Must be "error", "warning", "information", "off". Did you mean "warning"?',
    ],
    [`{ "rules": { "jid-invalid": 2 } }`, "2", 'Must be "error", "warning", "information", "off".'],
    [`{ "ruels": {} }`, `"ruels"`, "Unknown property ruels. Did you mean rules?"],
    [
      `{ "extends": "x" }`,
      `"extends"`,
      "Unknown property extends. Use $schema, root, rules, overrides, ignore, sources, limits, extensions, language.",
    ],
    [`{ "rules": [] }`, "[]", 'Must be an object, e.g. { "root": true }.'],
    [`{ "root": "yes" }`, `"yes"`, "Must be true or false."],
    [`{ "ignore": "a" }`, `"a"`, 'Must be a list, e.g. ["*.xml"].'],
    [`{ "ignore": [3] }`, "3", 'Must be a pattern, e.g. "**/*.xml".'],
    // The typed part of a longer name.
    [
      `{ "overrides": [{ "files": ["a.xml", "!/"] }] }`,
      `"!/"`,
      'Must be a pattern, e.g. "**/*.xml".',
    ],
    [`{ "overrides": [{ "files": "./" }] }`, `"./"`, 'Must be a pattern, e.g. "**/*.xml".'],
    [
      `{ "overrides": [{ "files": ["*.+(a|b)"] }] }`,
      `"*.+(a|b)"`,
      "+( is not supported in patterns. Write {a,b}.",
    ],
    [
      `{ "overrides": [{ "files": "${"{a,b}".repeat(9)}" }] }`,
      `"${"{a,b}".repeat(9)}"`,
      "Pattern of more than 256 alternatives. Write several patterns.",
    ],
    // No file ends with a slash, whatever folders there are.
    [
      `{ "overrides": [{ "files": ["a/*.xml", "broken/"] }] }`,
      `"broken/"`,
      'Names a folder, not the files in it. Write "broken/**".',
    ],
    [
      `{ "overrides": [{ "files": ["a/*.xml", "!**/broken/"] }] }`,
      `"!**/broken/"`,
      'Names a folder, not the files in it. Write "!**/broken/**".',
    ],
    [
      `{ "sources": { "javscript": true } }`,
      `"javscript"`,
      "Unknown source javscript. Did you mean javascript?",
    ],
    [`{ "limits": { "dept": 1 } }`, `"dept"`, "Unknown limit dept. Did you mean depth?"],
    [`{ "limits": { "depth": 0 } }`, "0", "Must be a whole number of at least 1."],
    [`{ "sources": { "xep": "on" } }`, `"on"`, "Must be true or false."],
    [`{ "language": "de" }`, `"de"`, 'Must be "en", "zh-cn". Did you mean "en"?'],
    [
      `{ "overrides": [{ "rules": {} }] }`,
      "{",
      'An override must name its files, e.g. "files": ["**/broken/*.xml"].',
    ],
    [
      `{ "root": true, "root": false }`,
      `"root"`,
      "Duplicate root. The later one applies; remove one.",
    ],
    [`[]`, "[]", 'Must be an object, e.g. { "root": true }.'],
    [`{ "root": true`, "e", "A closing brace must be here."],
    [`{ 'root': true }`, "'root'", "Invalid JSON. Strings need double quotes."],
    ["", "", "A value must be here."],
  ])("%s", (text, place, message) => {
    expect(mistakesIn(text)).toEqual([[place, message]]);
  });

  test("the rest of the file applies", () => {
    const { file } = read(`{ "rules": { "nonsense": "off", "jid-invalid": "off" }, "root": 1 }`);
    expect(file.rules).toEqual({ "jid-invalid": "off" });
  });

  test("names that every object has are no rules", () => {
    expect(read(`{ "rules": { "constructor": "off", "__proto__": "off" } }`).file.rules).toEqual(
      {},
    );
  });
});
