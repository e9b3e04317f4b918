/** Notices of a run besides findings: the numbers of checked files and of those that were not checked. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { Folder } from "../support/commandLine";

const right = "<message to='orla@inn.example'><body>Ho</body></message>\n";
const wrong = "<iq type='error' id='q1'/>\n";
const inPython = `STANZA = "${wrong.trim()}"\n`;
/** A configuration without the sources in programs. */
const withoutPrograms = {
  "xmpp-stanza.json": '{ "sources": { "python": false, "javascript": false } }',
};
/** Text of Latin-1, in which é is a byte that no UTF-8 has there. */
const latin1 = (text: string) => Buffer.from(text, "latin1");

const streamError = `<stream:error xmlns:stream='http://etherx.jabber.org/streams'>
  <host-gone xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>
`;

describe("the count at the end", () => {
  test.each<[string, Record<string, string>, string]>([
    ["of one file with one stanza", { "a.xmpp": right }, "1 file, 1 stanza: no findings\n"],
    ["of a file without a stanza", { "a.xmpp": "nothing\n" }, "1 file, 0 stanzas: no findings\n"],
    [
      "of several, nested stanzas apart",
      { "a.xmpp": right.repeat(3), "b.md": `\`\`\`xml\n${right}\`\`\`\n` },
      "2 files, 4 stanzas: no findings\n",
    ],
    [
      "of errors outside of stanzas alone",
      { "a.xmpp": streamError },
      "1 file, 0 stanzas, 1 stream error or failure: no findings\n",
    ],
    [
      "of such errors beside stanzas",
      { "a.xmpp": right + streamError, "b.xmpp": streamError },
      "2 files, 1 stanza, 2 stream errors and failures: no findings\n",
    ],
  ])("%s", (_, files, expected) => {
    using folder = new Folder(files);
    expect(folder.run(["check", "."]).stdout).toBe(expected);
  });

  it("is that of the whole, where a file is read part by part", () => {
    using folder = new Folder({ "a.xmpp": right.repeat(210_000) });
    expect(folder.run(["check", "a.xmpp"]).stdout).toBe("1 file, 210000 stanzas: no findings\n");
  });

  it("is that of all parts for errors outside of stanzas, too", () => {
    using folder = new Folder({ "a.xmpp": (right.repeat(40_000) + streamError).repeat(5) });
    expect(folder.run(["check", "a.xmpp"]).stdout).toBe(
      "1 file, 200000 stanzas, 5 stream errors and failures: no findings\n",
    );
  });

  it("has errors outside of stanzas in the formats for programs, if there are any", () => {
    using folder = new Folder({ "a.xmpp": right + streamError });
    const run = (format: string) =>
      JSON.parse(folder.run(["check", ".", "--format", format]).stdout);
    expect(run("json-report")).toMatchObject({ stanzas: 1, nonzas: 1 });
    expect(run("jsonl")).toMatchObject({ stanzas: 1, nonzas: 1 });
    const [{ properties, toolExecutionNotifications }] = run("sarif").runs[0].invocations;
    expect(properties).toEqual({ files: 1, stanzas: 1, nonzas: 1 });
    expect(toolExecutionNotifications[0].message.text).toBe(
      "1 files, 1 stanzas and 1 stream errors and failures were checked.",
    );
  });
});

describe("a file that is named, and in which nothing is looked for", () => {
  it("are printed with the setting to change", () => {
    using folder = new Folder({ "a.py": inPython, ...withoutPrograms });
    const expected = `xmpp-stanza: a.py: not checked: the source python is off; add "sources": { "python": true } to xmpp-stanza.json\n`;
    for (const format of ["pretty", "compact", "tsv", "json", "github", "junit"]) {
      const { status, stderr } = folder.run(["check", "a.py", "--format", format]);
      expect([status, stderr]).toEqual([0, expected]);
    }
    folder.write("xmpp-stanza.json", '{ "sources": { "python": true } }');
    expect(folder.run(["check", "a.py"])).toMatchObject({ status: 1, stderr: "" });
  });

  it("says so of a language that is not read, and of a source that was switched off", () => {
    using folder = new Folder({
      "a.hs": 'a = "<iq/>"\n',
      "b.md": `\`\`\`xml\n${wrong}\`\`\`\n`,
      "xmpp-stanza.json": '{ "sources": { "markdown": false } }',
    });
    const { status, stderr } = folder.run(["check", "a.hs", "b.md"]);
    expect(status).toBe(0);
    expect(stderr).toContain("a.hs: not checked: stanzas in Haskell cannot be read yet\n");
    expect(stderr).toContain(
      'b.md: not checked: the source markdown is off; add "sources": { "markdown": true }',
    );
  });

  it("says so where a configuration ignores it", () => {
    using folder = new Folder({
      "old/a.xmpp": wrong,
      "xmpp-stanza.json": '{ "ignore": ["old/"] }',
    });
    const { status, stderr } = folder.run(["check", "old/a.xmpp"]);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^xmpp-stanza: old\/a\.xmpp: not checked: ignored by "ignore" in .*\.json\n$/,
    );
  });

  it("is not given for a file found in a folder, nor for a file that is read", () => {
    using folder = new Folder({
      "a.py": inPython,
      "b.xmpp": right,
      "c.xml": "<book/>\n",
      ...withoutPrograms,
    });
    expect(folder.run(["check", ".", "--format", "tsv"]).stderr).toBe("");
    expect(folder.run(["check", "b.xmpp", "c.xml"]).stderr).toBe("");
  });
});

describe("files that a folder has, and that are not looked at", () => {
  const files = {
    "a.py": inPython,
    "b/c.py": inPython,
    "b/d.ts": "",
    "e.xmpp": right,
    ...withoutPrograms,
  };

  it("are counted by the source that would read them", () => {
    using folder = new Folder({ ...files, ".gitignore": "ignored.py\n", "ignored.py": "" });
    expect(folder.run(["check", "."]).stdout).toBe(
      `1 file, 1 stanza: no findings
2 python files not checked; add "sources": { "python": true } to xmpp-stanza.json
1 javascript file not checked; add "sources": { "javascript": true } to xmpp-stanza.json
`,
    );
  });

  it("are in a report for programs, with the counts", () => {
    using folder = new Folder(files);
    const { stdout } = folder.run(["check", ".", "a.py", "--format", "json-report"]);
    expect(JSON.parse(stdout)).toEqual({
      findings: [],
      files: 2,
      stanzas: 1,
      notices: [{ file: "a.py", message: expect.stringContaining('{ "python": true }') }],
      passedOver: { python: 2, javascript: 1 },
    });
  });

  it("are in SARIF, as notes of the run", () => {
    using folder = new Folder(files);
    const log = JSON.parse(folder.run(["check", ".", "--format", "sarif"]).stdout);
    const [{ executionSuccessful, toolExecutionNotifications }] = log.runs[0].invocations;
    expect(executionSuccessful).toBe(true);
    const texts = toolExecutionNotifications.map(
      (one: { message: { text: string } }) => one.message.text,
    );
    expect(texts).toEqual([
      "1 files and 1 stanzas were checked.",
      expect.stringContaining("2 python files not checked"),
      expect.stringContaining("1 javascript file not checked"),
    ]);
  });
});

test("json stays an array of findings", () => {
  using folder = new Folder({ "a.py": inPython, "b.xmpp": wrong, ...withoutPrograms });
  const rows = JSON.parse(folder.run(["check", "a.py", "b.xmpp", "--format", "json"]).stdout);
  expect(rows.map((row: { rule: string }) => row.rule)).toEqual(["error-child-missing"]);
});

describe("bytes that are no UTF-8", () => {
  it("cost nothing in a file of a folder that holds no stanza", () => {
    using folder = new Folder({
      "book.xml": latin1("<?xml version='1.0' encoding='ISO-8859-1'?>\n<book>Größe</book>\n"),
      "table.xml": Buffer.from([0x3c, 0x74, 0xff, 0xfe, 0x00, 0x3e]),
      "good.xmpp": right,
    });
    expect(folder.run(["check", "."])).toMatchObject({ status: 0, stderr: "" });
    folder.write("wrong.xmpp", wrong);
    expect(folder.run(["check", "."])).toMatchObject({ status: 1, stderr: "" });
  });

  it("between the stanzas of a log are said with their place, and the rest is read", () => {
    using folder = new Folder({
      "a.log": latin1(`one\ncafé and thé\nRECV: ${wrong}RECV: ${right}`),
    });
    const { status, stdout, stderr } = folder.run(["check", "a.log", "--format", "tsv"]);
    expect([status, stdout]).toEqual([1, "a.log\t3\terror-child-missing\n"]);
    expect(stderr).toBe(
      "xmpp-stanza: a.log:2:4: 2 bytes are not UTF-8, the first is here; the rest was read\n",
    );
  });

  it("within a stanza change the exit status: its text is unknown", () => {
    using folder = new Folder({
      "a.log": latin1(`RECV: ${right.replace("Ho", "Hó")}RECV: ${wrong}`),
    });
    const { status, stdout, stderr } = folder.run(["check", "a.log", "--format", "tsv"]);
    expect([status, stdout]).toEqual([2, "a.log\t2\terror-child-missing\n"]);
    expect(stderr).toMatch(
      /^xmpp-stanza: a\.log:1:\d+: this byte is not UTF-8; the rest was read\n$/,
    );
  });

  it("keep a file from being mended, which would write them otherwise", () => {
    const text = latin1(
      `<!-- é -->\n<iq type='error' id='1'><error><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>\n`,
    );
    using folder = new Folder({ "a.xmpp": text });
    const { status, stderr } = folder.run(["check", "a.xmpp", "--fix"]);
    expect(status).toBe(2);
    expect(stderr).toContain("a.xmpp: is not UTF-8 text, left as it is\n");
    expect(readFileSync(join(folder.path, "a.xmpp"))).toEqual(text);
  });

  it("are found in what is read part by part, too", () => {
    const size = 12_000_000;
    const many = right.repeat(Math.ceil(size / right.length));
    using folder = new Folder({ "a.xmpp": latin1(`${many}é\n${wrong}`) });
    const { status, stdout, stderr } = folder.run(["check", "a.xmpp", "--format", "tsv"]);
    const line = many.split("\n").length;
    expect([status, stdout]).toEqual([1, `a.xmpp\t${line + 1}\terror-child-missing\n`]);
    expect(stderr).toBe(
      `xmpp-stanza: a.xmpp:${line}:1: this byte is not UTF-8; the rest was read\n`,
    );
  });
});
