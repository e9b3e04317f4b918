/** Results of a SARIF log as its readers use them: fixes, fingerprints, addresses. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { Folder, run } from "../support/commandLine";
import { check, environment, files, type Region, type Result, read } from "./sarifLog";

const uriOf = ({ locations }: Result) => locations[0].physicalLocation.artifactLocation.uri;

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

describe("the fixes", () => {
  it("repair their findings when they are applied as written", () => {
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
