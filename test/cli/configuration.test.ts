/** `xmpp-stanza check` with configuration files, and with options that win over them. */

import { realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Folder, withSlashes } from "../support/commandLine";

const broken = "<iq type='get'/>\n";

const tsv = (folder: Folder, ...args: string[]) =>
  withSlashes(folder.run(["check", "--format", "tsv", ...args]));

describe("xmpp-stanza.json", () => {
  test("holds for the folder it is in and those below, the nearest first", () => {
    using folder = new Folder({
      "xmpp-stanza.json": `{ "root": true, "rules": { "iq-id-missing": "off" } } // and no further`,
      "a.xml": broken,
      "deep/xmpp-stanza.json": `{ "rules": { "iq-payload": "off", "iq-id-missing": "error" } }`,
      "deep/b.xml": broken,
    });
    const expected = "a.xml\t1\tiq-payload\ndeep/b.xml\t1\tiq-id-missing\n";
    expect(tsv(folder, ".")).toEqual({ status: 1, stdout: expected, stderr: "" });
    expect(tsv(folder, "a.xml", "deep/b.xml").stdout).toBe(expected);
  });

  test("names private extensions, which the rules about payloads take for right", () => {
    const payload = (content: string) =>
      `<iq type='result' id='a'><query xmlns='http://jabber.org/protocol/disco#info'>${content}</query></iq>\n`;
    using folder = new Folder({
      "xmpp-stanza.json": `{
        "root": true,
        "rules": {
          "payload-element-unknown": "warning",
          "payload-attribute-unknown": "warning",
          "payload-attribute-missing": "warning"
        },
        "extensions": {
          "http://jabber.org/protocol/disco#info": ["nickname", "since"],
          "urn:xmpp:ping": ["*"]
        }
      }`,
      "a.xml":
        payload("<nickname/><feature var='a' since='1'/>") +
        "<iq type='get' id='b'><pong xmlns='urn:xmpp:ping'/></iq>\n" +
        payload("<own/>") +
        payload("<feature since='1'/>"),
    });
    expect(tsv(folder, ".").stdout).toBe(
      "a.xml\t3\tpayload-element-unknown\na.xml\t4\tpayload-attribute-missing\n",
    );
  });

  test("sets severities, also for some files only", () => {
    using folder = new Folder({
      "xmpp-stanza.json": `{
        "root": true,
        "rules": { "iq-id-missing": "off" },
        "overrides": [{ "files": ["old/**"], "rules": { "iq-payload": "warning" } }],
      }`,
      "a.xml": broken,
      "old/b.xml": broken,
    });
    const { stdout, status } = withSlashes(folder.run(["check", ".", "--format", "compact"]));
    expect(stdout).toMatch(
      /^a\.xml:1:2: error iq-payload .*\nold\/b\.xml:1:2: warning iq-payload /,
    );
    expect(status).toBe(1);
    expect(folder.run(["check", "old"]).status).toBe(0);
  });

  test("leaves files out, also those that are named", () => {
    using folder = new Folder({
      "xmpp-stanza.json": `{ "root": true, "ignore": ["generated/", "*.skip.xml"] }`,
      "a.xml": broken,
      "b.skip.xml": broken,
      "generated/c.xml": broken,
    });
    expect(tsv(folder, ".").stdout).toMatch(/^a\.xml\t1\t\S+\na\.xml\t1\t\S+\n$/);
    const { stderr, ...rest } = tsv(folder, "b.skip.xml", "generated/c.xml");
    expect(rest).toEqual({ status: 0, stdout: "" });
    const line = (name: string) =>
      `xmpp-stanza: ${name}: not checked: ignored by "ignore" in ${join(realpathSync(folder.path), "xmpp-stanza.json")}\n`;
    expect(stderr).toBe(line("b.skip.xml") + line("generated/c.xml"));
  });

  test("sets the files that are searched for stanzas, and the source of a file", () => {
    using folder = new Folder({
      "xmpp-stanza.json": `{
        "root": true,
        "sources": { "python": true, "markdown": false },
        "overrides": [{ "files": "*.tpl", "source": "markdown" }],
      }`,
      "a.py": `x = """${broken}"""\n`,
      "b.md": `\`\`\`xml\n${broken}\`\`\`\n`,
      "c.tpl": `text\n\n\`\`\`xml\n<message type='x'/>\n\`\`\`\n`,
    });
    expect(tsv(folder, ".", "c.tpl").stdout).toBe(
      "a.py\t1\tiq-id-missing\na.py\t1\tiq-payload\nc.tpl\t4\tstanza-type-invalid\n",
    );
  });

  test("sets the language of the findings below it; all else has that of the current folder", () => {
    using folder = new Folder({
      "xmpp-stanza.json": `{ "root": true }`,
      "a.xml": broken,
      "deep/xmpp-stanza.json": `{ "language": "zh-cn" }`,
      "deep/b.xml": broken,
    });
    for (const jobs of ["1", "2"]) {
      const { stdout } = withSlashes(folder.run(["check", ".", "--jobs", jobs]));
      expect(stdout).toMatch(/^a\.xml:1:2 error .*\(iq-id-missing\)$/m);
      expect(stdout).toMatch(/^deep\/b\.xml:1:2 错误 .*\(iq-id-missing\)$/m);
      expect(stdout).toMatch(/^2 files, 2 stanzas: 4 errors$/m);
    }
    const asked = withSlashes(folder.run(["check", ".", "--lang", "en"]));
    expect(asked.stdout).toMatch(/^deep\/b\.xml:1:2 error .*\(iq-id-missing\)$/m);
    const unread = withSlashes(folder.run(["check", "deep/b.xml", "--no-config"]));
    expect(unread.stdout).toMatch(/^deep\/b\.xml:1:2 error .*\(iq-id-missing\)$/m);
  });

  test("sets the language of messages, unless the command line does", () => {
    using folder = new Folder({
      "xmpp-stanza.json": `{ "root": true, "language": "zh-cn" }`,
      "a.xml": broken,
    });
    expect(folder.run(["check", "a.xml"]).stdout).toMatch(/错误/);
    expect(folder.run(["check", "a.xml", "--lang", "en"]).stdout).toMatch(/ error /);
  });

  test("applies to standard input by its given name", () => {
    using folder = new Folder({
      "xmpp-stanza.json": `{ "root": true, "overrides": [{ "files": "in/*", "rules": { "iq-id-missing": "off", "iq-payload": "off" } }] }`,
    });
    const input = { input: broken };
    expect(folder.run(["check", "-", "--stdin-filename", "in/x.xml"], input).status).toBe(0);
    expect(folder.run(["check", "-", "--stdin-filename", "x.xml"], input).status).toBe(1);
  });

  test("with a mistake is reported at the place, gives status 2, and applies as far as it is right", () => {
    using folder = new Folder({
      "sub/xmpp-stanza.json": `{\n  "rules": { "iq-payload": "off", "iq-id-mising": "off" },\n  "root": true\n}`,
      "sub/a.xml": broken,
    });
    expect(tsv(folder, "sub")).toEqual({
      status: 2,
      stdout: "sub/a.xml\t1\tiq-id-missing\n",
      stderr: "sub/xmpp-stanza.json:2:35: Unknown rule iq-id-mising. Did you mean iq-id-missing?\n",
    });
  });

  test("with the name of a folder for a pattern of files is reported at the place", () => {
    using folder = new Folder({
      "xmpp-stanza.json": `{\n  "root": true,\n  "overrides": [{ "files": "old", "rules": { "iq-payload": "off" } }]\n}`,
      "old/a.xml": broken,
    });
    expect(tsv(folder, "old")).toEqual({
      status: 2,
      stdout: "old/a.xml\t1\tiq-id-missing\nold/a.xml\t1\tiq-payload\n",
      stderr: 'xmpp-stanza.json:3:28: Names a folder, not the files in it. Write "old/**".\n',
    });
  });

  test("that is no text is reported, and no file is checked", () => {
    using folder = new Folder({ "xmpp-stanza.json": Buffer.from([0xc3, 0x28]), "a.xml": broken });
    const { status, stdout, stderr } = tsv(folder, "a.xml");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/xmpp-stanza\.json:1:1: is not UTF-8 text\n$/);
  });
});

describe("options", () => {
  const files = {
    "xmpp-stanza.json": `{ "root": true, "rules": { "iq-id-missing": "off" } }`,
    "strict.json": `{ "rules": { "iq-payload": "off" } }`,
    "a.xml": broken,
  };

  test("--config names the one file that counts, --no-config none", () => {
    using folder = new Folder(files);
    expect(tsv(folder, "a.xml", "--config", "strict.json").stdout).toBe(
      "a.xml\t1\tiq-id-missing\n",
    );
    expect(tsv(folder, "a.xml", "--no-config").stdout.split("\n")).toHaveLength(3);
    expect(tsv(folder, "a.xml", "--config", "missing.json")).toEqual({
      status: 2,
      stdout: "",
      stderr: "xmpp-stanza: missing.json: there is no such file or folder\n",
    });
    expect(tsv(folder, "a.xml", "--config", "strict.json", "--no-config").status).toBe(2);
  });

  test("--rule wins over every file", () => {
    using folder = new Folder(files);
    const args = ["--rule", "iq-payload=off", "--rule", "iq-id-missing=warning"];
    expect(folder.run(["check", "a.xml", "--format", "compact", ...args])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^a\.xml:1:2: warning iq-id-missing /),
    });
    expect(tsv(folder, "a.xml", "--rule", "iq-paylod=off").stderr).toContain(
      'unknown rule "iq-paylod"; did you mean iq-payload?',
    );
    for (const severity of ["loud", "off=1"]) {
      expect(tsv(folder, "a.xml", "--rule", `iq-payload=${severity}`).stderr).toContain(
        "--rule is written iq-payload=SEVERITY, with one of error, warning, information, off",
      );
    }
  });

  test("--max-warnings makes too many warnings an error, --quiet reports errors only", () => {
    using folder = new Folder({ "a.xml": broken });
    const rules = ["--rule", "iq-payload=warning", "--rule", "iq-id-missing=warning"];
    const status = (...args: string[]) => folder.run(["check", "a.xml", ...rules, ...args]).status;
    expect(status()).toBe(0);
    expect(status("--max-warnings", "2")).toBe(0);
    expect(status("--max-warnings", "1")).toBe(1);
    const quiet = tsv(folder, "a.xml", ...rules, "--quiet", "--max-warnings", "0");
    expect(quiet).toEqual({ status: 1, stdout: "", stderr: "" });
    expect(status("--max-warnings", "many")).toBe(2);
  });
});
