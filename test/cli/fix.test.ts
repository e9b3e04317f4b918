/** `check --fix` and `--fix-dry-run`: what is written, and what is left as it is. */

import { chmodSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Folder, run } from "../support/commandLine";

const stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";
const stanza = (type: string) =>
  `<message type='error'>\n  <error${type}>\n    <gone xmlns='${stanzas}'/>\n  </error>\n</message>\n`;
const broken = stanza("");
const repaired = stanza(" type='cancel'");

function read(folder: Folder, name: string): Buffer {
  return readFileSync(join(folder.path, name));
}

describe("--fix", () => {
  test("writes fixes that are the only right ones, and reports the other findings", () => {
    const rest = "<iq id='1'/>\n";
    using folder = new Folder({ "a.xmpp": broken + rest });
    expect(folder.run(["check", "a.xmpp", "--fix", "--format", "tsv"])).toEqual({
      status: 1,
      stdout: "a.xmpp\t6\tiq-type-missing\n",
      stderr: "",
    });
    expect(read(folder, "a.xmpp").toString()).toBe(repaired + rest);
    expect(folder.run(["check", "a.xmpp", "--fix", "--format", "tsv"]).status).toBe(1);
    expect(read(folder, "a.xmpp").toString()).toBe(repaired + rest);
  });

  test("leaves no temporary file", () => {
    using folder = new Folder({ "a.xmpp": broken });
    expect(folder.run(["check", ".", "--fix"]).status).toBe(0);
    expect(readdirSync(folder.path)).toEqual(["a.xmpp"]);
  });

  test.each([
    ["UTF-8 with a byte order mark", (text: string) => Buffer.from(`\ufeff${text}`, "utf8")],
    ["UTF-16, little end first", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, big end first", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["CR LF", (text: string) => Buffer.from(text.replaceAll("\n", "\r\n"))],
    ["no line end at its end", (text: string) => Buffer.from(text.trimEnd())],
    ["characters of all sorts", (text: string) => Buffer.from(`é 麗 👩\u0000\u2028\n${text}`)],
  ])("keeps %s", (_, encode) => {
    using folder = new Folder({ "a.xmpp": encode(broken) });
    folder.run(["check", "a.xmpp", "--fix"]);
    expect(read(folder, "a.xmpp")).toEqual(encode(repaired));
  });

  test("keeps permissions", () => {
    using folder = new Folder({ "a.xmpp": broken });
    const path = join(folder.path, "a.xmpp");
    for (const mode of [0o600, 0o755, 0o664]) {
      folder.write("a.xmpp", broken);
      chmodSync(path, mode);
      folder.run(["check", "a.xmpp", "--fix"]);
      expect(read(folder, "a.xmpp").toString()).toBe(repaired);
      expect(statSync(path).mode & 0o777).toBe(mode);
    }
  });

  test("does not touch a file without a fix", () => {
    using folder = new Folder({ "a.xmpp": repaired });
    const before = statSync(join(folder.path, "a.xmpp"));
    folder.run(["check", "a.xmpp", "--fix"]);
    const after = statSync(join(folder.path, "a.xmpp"));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test("leaves a link as it is, and says so", () => {
    using folder = new Folder({ "a.xmpp": broken });
    symlinkSync("a.xmpp", join(folder.path, "b.xmpp"));
    const { status, stderr } = folder.run(["check", "b.xmpp", "--fix"]);
    expect(status).toBe(2);
    expect(stderr).toContain("b.xmpp: is a symbolic link");
    expect(read(folder, "a.xmpp").toString()).toBe(broken);
  });

  test("does not follow links in folders", () => {
    using outside = new Folder({ "o.xmpp": broken, "in/p.xmpp": broken });
    using folder = new Folder({ "a.xmpp": broken });
    symlinkSync(outside.path, join(folder.path, "folder"), "junction");
    symlinkSync(join(outside.path, "o.xmpp"), join(folder.path, "file.xmpp"));
    for (const path of [".", "**/*.xmpp"]) folder.run(["check", path, "--fix"]);
    expect(read(folder, "a.xmpp").toString()).toBe(repaired);
    for (const name of ["o.xmpp", "in/p.xmpp"]) expect(read(outside, name).toString()).toBe(broken);
  });

  test("leaves a file with several names as it is, and says so", () => {
    using folder = new Folder({ "a.xmpp": broken });
    linkSync(join(folder.path, "a.xmpp"), join(folder.path, "b.xmpp"));
    expect(folder.run(["check", "b.xmpp", "--fix"]).status).toBe(2);
    expect(read(folder, "a.xmpp").toString()).toBe(broken);
  });

  test("leaves bytes that are no text as they are", () => {
    const bytes = Buffer.concat([Buffer.from(broken), Buffer.from([0xff])]);
    using folder = new Folder({ "a.xmpp": bytes });
    expect(folder.run(["check", "a.xmpp", "--fix"]).status).toBe(2);
    expect(read(folder, "a.xmpp")).toEqual(bytes);
  });
});

describe("--fix-dry-run", () => {
  test("prints a diff and writes nothing", () => {
    using folder = new Folder({ "a.xmpp": broken });
    const { status, stdout, stderr } = folder.run(["check", "a.xmpp", "--fix-dry-run"]);
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toBe(`--- a.xmpp
+++ a.xmpp
@@ -1,5 +1,5 @@
 <message type='error'>
-  <error>
+  <error type='cancel'>
     <gone xmlns='${stanzas}'/>
   </error>
 </message>
`);
    expect(read(folder, "a.xmpp").toString()).toBe(broken);
  });

  test("prints nothing where nothing would change", () => {
    using folder = new Folder({ "a.xmpp": repaired });
    expect(folder.run(["check", "a.xmpp", "--fix-dry-run"])).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });

  test("can look at standard input", () => {
    const { stdout } = run(["check", "-", "--fix-dry-run", "--stdin-filename", "b.xmpp"], {
      input: broken,
    });
    expect(stdout).toMatch(/^--- b\.xmpp\n\+\+\+ b\.xmpp\n/);
  });

  test("prints the diff of what --fix writes", () => {
    using folder = new Folder({ "a.xmpp": `${broken}\n${"<presence/>\n".repeat(20)}${broken}` });
    const { stdout } = folder.run(["check", "a.xmpp", "--fix-dry-run"]);
    const before = read(folder, "a.xmpp").toString().split("\n");
    folder.run(["check", "a.xmpp", "--fix"]);
    const after = read(folder, "a.xmpp").toString().split("\n");
    const removed = before.filter((line, index) => line !== after[index]);
    const added = after.filter((line, index) => line !== before[index]);
    const marked = (sign: string) =>
      stdout
        .split("\n")
        .filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3)))
        .map((line) => line.slice(1));
    expect([marked("-"), marked("+")]).toEqual([removed, added]);
  });
});
