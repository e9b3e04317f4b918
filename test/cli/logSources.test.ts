/** Which files the command line reads as logs: named, forced, listed, or found in a folder. */

import { describe, expect, it } from "vitest";
import { Folder, run } from "../support/commandLine";

const wrong = "<iq type='result'/>";
const log = `10:00:00 SEND: <iq type='get' id='v1'><query xmlns='jabber:iq:version'/></iq>\n10:00:01 RECV: ${wrong}\n`;

describe("--source", () => {
  it("reads files as it says, whatever they look like", () => {
    // A plain file has no directions, and an example in Markdown is in a block of code.
    using folder = new Folder({ "a.xmpp": log, "b.md": `C: ${wrong}\n` });
    const args = ["a.xmpp", "b.md", "--format", "tsv"];
    const stanzas = (...more: string[]) => folder.run(["stanzas", ...args, ...more]).stdout;
    expect(stanzas()).toContain("a.xmpp\t1\t-\tiq");
    expect(stanzas()).not.toContain("b.md");
    expect(stanzas("--source", "transcript")).toBe(
      "a.xmpp\t1\tout\tiq\tget\tv1\t-\na.xmpp\t2\tin\tiq\tresult\t-\t-\nb.md\t1\tout\tiq\tresult\t-\t-\n",
    );
    const checked = folder.run(["check", ...args, "--source", "transcript"]);
    expect(checked.stdout).toContain("b.md\t1\tiq-id-missing");
  });

  it("holds for standard input and for charts, too", () => {
    const input = `C: ${log.slice("10:00:00 SEND: ".length).split("\n")[0]}\n`;
    const { stdout } = run(
      ["stanzas", "-", "--stdin-filename", "a.md", "--source", "transcript", "--format", "tsv"],
      { input },
    );
    expect(stdout).toBe("a.md\t1\tout\tiq\tget\tv1\t-\n");
    const chart = run(["diagram", "-", "--source", "plain", "--format", "mermaid"], { input });
    expect(chart.stdout).toContain("v1");
  });

  it("has a name that there is", () => {
    const { status, stderr } = run(["check", "-", "--source", "transcipt"], { input: "" });
    expect(status).toBe(2);
    expect(stderr).toContain("did you mean transcript?");
  });
});

describe("a folder with logs", () => {
  const files = {
    "a.xmpp": "<presence/>\n",
    "b.log": log,
    "b.log.1": log,
    "c/d.trace": log,
    "other.log": "10:00:00 started\n",
  };

  it("is checked without them, and says how many have stanzas", () => {
    using folder = new Folder(files);
    const { status, stdout } = folder.run(["check", "."]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      '3 transcript files not checked; add "sources": { "transcript": { "files": ["*.log"] } } to xmpp-stanza.json',
    );
  });

  it("does not count those that the configuration ignores", () => {
    using folder = new Folder({ ...files, "xmpp-stanza.json": '{ "ignore": ["*.log", "c/"] }' });
    expect(folder.run(["check", "."]).stdout).toContain("1 transcript file not checked");
  });

  it("is checked with those that the configuration lists", () => {
    const configuration = { sources: { transcript: { files: ["*.log", "*.log.1"] } } };
    using folder = new Folder({ ...files, "xmpp-stanza.json": JSON.stringify(configuration) });
    const { status, stdout, stderr } = folder.run(["check", ".", "--format", "tsv"]);
    expect([status, stderr]).toEqual([1, ""]);
    const found = stdout.split("\n").map((line) => line.split("\t").slice(0, 3).join(" "));
    expect(found).toContain("b.log 2 iq-id-missing");
    expect(found).toContain("b.log.1 2 iq-id-missing");
    expect(stdout).not.toContain("d.trace");
    expect(folder.run(["check", "."]).stdout).toContain("1 transcript file not checked");
  });

  it("has a mistake in its configuration at its place", () => {
    const configuration = '{ "sources": { "transcript": { "file": ["*.log"] } } }\n';
    using folder = new Folder({ "xmpp-stanza.json": configuration, "a.xmpp": "" });
    expect(folder.run(["check", "a.xmpp"]).stderr).toContain("xmpp-stanza.json:1:32");
  });
});

it("says of packets in JSON what to use instead, at the first payload", () => {
  const capture = `[{\n"_index": "packets-1", "_source": { "layers": {\n  "tcp.payload": "3c:69:71", "x": "<iq>" } }\n}]\n`;
  using folder = new Folder({ "a.json": capture });
  for (const command of ["check", "stanzas"]) {
    const { status, stderr } = folder.run([command, "a.json"]);
    expect([status, stderr]).toEqual([
      0,
      "xmpp-stanza: a.json:3:4: not checked: packets in JSON; check what tshark -r FILE -q -z follow,tcp,ascii,0 prints\n",
    ]);
  }
});

it("lists copies of stanzas with the line of the stanza, which counts once", () => {
  const get = "<iq type='get' id='v1'><query xmlns='jabber:iq:version'/></iq>";
  const text = `10:00:00 SEND: ${get}\n10:00:00 queued ${get}\n10:00:01 RECV: <presence id='p'/>\n10:00:01 handling <presence id="p"></presence> now\n`;
  using folder = new Folder({ "a.log": text });
  const rows = folder.run(["stanzas", "a.log", "--all", "--format", "tsv"]).stdout.split("\n");
  expect(rows.map((row) => row.split("\t")[7])).toEqual([
    undefined,
    "a copy of the stanza at line 1",
    undefined,
    "a copy of the stanza at line 3",
    undefined,
  ]);
  expect(folder.run(["check", "a.log"]).stdout).toContain("1 file, 2 stanzas");
});
