/** SARIF: valid by its published schema, and of use to who reads it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json";
import { findRule, rules } from "../../server/core/rules";
import { Folder, run } from "../support/commandLine";
import { fixtures } from "../support/fixtures";

const schema = "node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json";
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));

/** Not what the machine that runs the tests has set, which may be GitHub's own. */
const environment = { GITHUB_WORKSPACE: undefined };

const files = {
  "a.xmpp": `<iq type='error' id='e1'>
  <error>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>
`,
  "b.stanza": "<message/>\n",
  "c d/é#%.xml": `<message type='error'>\r
  <error type='cancel'>\r
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\r
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Taken</text>\r
  </error>\r
</message>\r
`,
};

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Location {
  readonly physicalLocation: { artifactLocation: { uri: string }; region: Region };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly [Location];
  readonly relatedLocations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes: readonly {
    description: { text: string };
    artifactChanges: [
      { replacements: readonly { deletedRegion: Region; insertedContent: { text: string } }[] },
    ];
  }[];
}

/** The log of a check, which must be valid. */
function read(output: string) {
  const log = JSON.parse(output);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [one] = log.runs;
  return { log, driver: one.tool.driver, results: one.results as Result[] };
}

function check(content: Readonly<Record<string, string>>, ...args: string[]) {
  using folder = new Folder(content);
  const outcome = folder.run(["check", ".", "--format", "sarif", ...args], { env: environment });
  return { ...outcome, ...read(outcome.stdout) };
}

const uriOf = ({ locations }: Result) => locations[0].physicalLocation.artifactLocation.uri;

describe("the schema", () => {
  it("refuses what is no log", () => {
    expect(validate({ version: "2.1.0" })).toBe(false);
    expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
    const odd = { ruleId: "x", message: { text: "x" }, level: "information" };
    const log = { version: "2.1.0", runs: [{ tool: { driver: { name: "x" } }, results: [odd] }] };
    expect(validate(log)).toBe(false);
  });
});

describe("a log", () => {
  it("has one run with what was found", () => {
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
                "rules": "40 rules",
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

  it("are all there, with documentation that stands on its own", () => {
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

  it("say what is off unless it is asked for, and what is old practice", () => {
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

describe("the fixes", () => {
  it("repair what they are for, applied as they stand there", () => {
    const { results } = check(files);
    let applied = 0;
    for (const result of results) {
      const path = decodeURIComponent(uriOf(result)) as keyof typeof files;
      for (const fix of result.fixes) {
        const text = applyReplacements(files[path], fix.artifactChanges[0].replacements);
        const { stdout } = run(["check", "-", "--format", "json"], { input: text });
        const left = (JSON.parse(stdout) as { rule: string }[]).map(({ rule }) => rule);
        expect(left, fix.description.text).not.toContain(result.ruleId);
        applied++;
      }
    }
    expect(applied).toBeGreaterThan(5);
  });
});

describe("the fingerprints", () => {
  const hashesOf = (content: Readonly<Record<string, string>>) =>
    check(content).results.map((result) => result.partialFingerprints["xmppStanza/v1"]);
  const wrong = "<presence type='x'/>\n";
  const broken = "<message>\n  <body>&</body>\n</message>\n";

  it("stay when something is inserted elsewhere, when a file moves, and when it is indented", () => {
    const before = hashesOf({ "a.xmpp": wrong + broken });
    expect(before).toHaveLength(2);
    expect(
      hashesOf({ "a.xmpp": `<message/>\n\n${wrong}<iq id='1' type='result'/>${broken}` }),
    ).toEqual(before);
    expect(hashesOf({ "sub/b.xmpp": wrong + broken })).toEqual(before);
    expect(
      hashesOf({ "a.xmpp": (wrong + broken).replace(/^/gm, "\t").replaceAll("\n", "\r\n") }),
    ).toEqual(before);
  });

  it("change with the stanza and with the rule", () => {
    const all = hashesOf({
      "a.xmpp": wrong + wrong.replace("x", "y") + broken,
      "b.xmpp": "<iq type='x'/>",
    });
    expect(all).toHaveLength(5);
    expect(new Set(all).size).toBe(5);
  });

  it("distinguish equal stanzas by their order, counted in each file", () => {
    const [first, second, third, ...more] = hashesOf({
      "a.xmpp": wrong.repeat(3),
      "b.xmpp": wrong,
    });
    expect(new Set([first, second, third]).size).toBe(3);
    expect(more).toEqual([first]);
  });

  it("are there for findings outside of stanzas", () => {
    const unused = "<!-- xmpp-stanza-disable-file iq-payload -->";
    const [first, second, ...more] = hashesOf({
      "a.xmpp": `${unused}\n<message/>\n`,
      "b.xmpp": `words\r\n\r\n${unused}\r\n`,
    });
    expect(more).toEqual([]);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
  });
});

describe("the addresses of files", () => {
  it("are relative and encoded", () => {
    const found = new Set(check(files).results.map(uriOf));
    expect([...found]).toEqual(["a.xmpp", "c%20d/%C3%A9%23%25.xml"]);
    const name = "a:b/<c>?.xmpp";
    const args = ["check", "-", "--stdin-filename", name, "--format", "sarif"];
    const { results } = read(run(args, { input: "<presence type='x'/>", env: environment }).stdout);
    expect(results.map(uriOf)).toEqual(["a%3Ab/%3Cc%3E%3F.xmpp"]);
  });

  it("are absolute outside of the checkout", () => {
    using folder = new Folder(files);
    using other = new Folder();
    const file = join(folder.path, "a.xmpp");
    const { stdout } = other.run(["check", file, "--format", "sarif"], { env: environment });
    const { locations } = read(stdout).results[0]!;
    expect(locations[0].physicalLocation.artifactLocation).toEqual({
      uri: pathToFileURL(file).href,
    });
  });
});

/** As SARIF §3.57 has it: each region replaced by its content, all in terms of the text before. */
function applyReplacements(
  text: string,
  replacements: readonly { deletedRegion: Region; insertedContent: { text: string } }[],
): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  const offset = (line: number, column: number) => starts[line - 1]! + column - 1;
  let result = text;
  for (const { deletedRegion: region, insertedContent } of [...replacements].reverse()) {
    const start = offset(region.startLine, region.startColumn);
    const end = offset(region.endLine, region.endColumn);
    result = result.slice(0, start) + insertedContent.text + result.slice(end);
  }
  return result;
}
