/** A look at the files of a large folder leaves out those without stanzas, and nothing else. */

import { expect, it, test } from "vitest";
import { Folder } from "../support/commandLine";

const finding = `<message type=\\"chart\\"/>`;

/** Files of which a check has something to say, each in its own way, and some without stanzas. */
const files: Record<string, string | Uint8Array> = {
  "stanza/A.java": `class A { String s = "${finding}"; }\n`,
  "stanza/prefixed.py": `s = "<c:message xmlns:c='jabber:client' type='chart'/>"\n`,
  "stanza/escaped.json": `{ "s": "\\u003cmessage type='chart'/\\u003e" }\n`,
  "stanza/accents.rb": `# é à\ns = "${finding}"\n`,
  "broken/open.xml": "<message type='chat'\n",
  "broken/directive.xml": "<!-- xmpp-stanza-disable-line no-such-rule -->\n<a/>\n",
  "families/stream.xml": `<stream:error><rest xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>\n`,
  "families/sm.xml": "<failed xmlns='urn:xmpp:sm:3'/>\n",
  "wide/a.js": Buffer.from(`const s = "<message type='chart'/>";\n`, "utf16le"),
  "none/a.cpp": "int main() { return 1 << 2; }\n",
  "none/a.xml": "<root><a/></root>\n",
  "none/latin1.c": Buffer.from("// caf\xe9\n", "latin1"),
};

const empty = Object.fromEntries(
  Array.from({ length: 60 }, (_, i) => [`z/${i}.go`, "package z // <-chan message\n"]),
);

test.each(["jsonl", "compact", "pretty", "sarif"])("all findings are the same in %s", (format) => {
  using few = new Folder(files);
  using many = new Folder({ ...files, ...empty });
  const run = (folder: Folder) => {
    const { status, stdout, stderr } = folder.run(["check", ".", "--format", format]);
    const lines = stdout.replace(/\b(?:12|72)(?= files)|(?<="files":)\d+/g, "all").split("\n");
    return { status, stderr, stdout: lines.filter((line) => !/"z[/\\]/.test(line)) };
  };
  expect(run(many)).toEqual(run(few));
  expect(run(few).stdout.join("\n")).toContain("chart");
  expect(run(few).stdout.join("\n")).toContain("stream-condition-unknown");
  expect(run(few).stdout.join("\n")).toContain("sm-condition-missing");
});

it("files without stanzas are counted, and rows of them written", () => {
  using folder = new Folder(empty);
  expect(folder.run(["check", "."]).stdout).toContain("60 files, 0 stanzas");
  const rows = folder.run(["check", ".", "--format", "jsonl"]).stdout.trim().split("\n");
  expect(rows.filter((row) => row.includes(".go"))).toHaveLength(60);
});
