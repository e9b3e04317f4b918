/** Input of the command line: files, folders, standard input, and all that is no text. */

import { chmodSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Folder, run } from "../support/commandLine";

const bad = "<message type='x'/>\n";
const good = "<message type='chat'/>\n";
const unusual =
  "<iq type='error' id='1'><error type='wait'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";

/** The findings, one a line, of a file with that in it. */
function compact(content: string | Uint8Array) {
  using folder = new Folder({ "a.xmpp": content });
  return folder.run(["check", "a.xmpp", "--format", "compact"]);
}

describe("the exit status", () => {
  test("is 0 without an error, 1 with one, 2 if something could not be read", () => {
    using folder = new Folder({ "good.xmpp": good, "bad.xmpp": bad, "unusual.xmpp": unusual });
    const status = (...args: string[]) => folder.run(["check", ...args]).status;
    expect(status("good.xmpp")).toBe(0);
    expect(status("unusual.xmpp")).toBe(0);
    expect(status("bad.xmpp")).toBe(1);
    expect(status("good.xmpp", "bad.xmpp")).toBe(1);
    expect(status("missing.xmpp")).toBe(2);
    expect(status("bad.xmpp", "missing.xmpp")).toBe(2);
  });
});

describe("files that cannot be read", () => {
  test("a missing file is reported, and the others are checked all the same", () => {
    using folder = new Folder({ "bad.xmpp": bad });
    expect(folder.run(["check", "no.xmpp", "bad.xmpp", "--format", "tsv"])).toEqual({
      status: 2,
      stdout: "bad.xmpp\t1\tstanza-type-invalid\n",
      stderr: "xmpp-stanza: no.xmpp: there is no such file or folder\n",
    });
  });

  test.skipIf(process.getuid?.() === 0)("reports a file without read permission", () => {
    using folder = new Folder({ "a.xmpp": bad });
    chmodSync(join(folder.path, "a.xmpp"), 0);
    expect(folder.run(["check", "a.xmpp"])).toMatchObject({
      status: 2,
      stderr: "xmpp-stanza: a.xmpp: reading it is not permitted\n",
    });
  });

  test.skipIf(process.getuid?.() === 0)("reports a folder without read permission", () => {
    using folder = new Folder({ "a.xmpp": good, "in/b.xmpp": bad });
    // Files in it can be opened by who knows their names, but not found.
    chmodSync(join(folder.path, "in"), 0o311);
    try {
      const stderr = "xmpp-stanza: in: reading it is not permitted\n";
      expect(folder.run(["check", "."])).toMatchObject({ status: 2, stderr });
      expect(folder.run(["check", "in/*"])).toMatchObject({ status: 2, stderr });
    } finally {
      chmodSync(join(folder.path, "in"), 0o755);
    }
  });

  test("a file larger than any string is reported, and the others are checked", () => {
    // A file that is no plain file of stanzas is read as a whole.
    using folder = new Folder({ "huge.rst": "", "bad.xmpp": bad });
    // Nothing but a size: the file system keeps no bytes for it.
    truncateSync(join(folder.path, "huge.rst"), 3_000_000_000);
    expect(folder.run(["check", "huge.rst", "bad.xmpp", "--format", "tsv"])).toEqual({
      status: 2,
      stdout: "bad.xmpp\t1\tstanza-type-invalid\n",
      stderr: "xmpp-stanza: huge.rst: is too large: more than 536 MB\n",
    });
  });

  test.each([
    ["bytes that are not UTF-8", Buffer.from([0x0a, 0x3c, 0x61, 0xff, 0x3e]), "2:3", "UTF-8"],
    ["Latin-1", Buffer.from("<message>é</message>", "latin1"), "1:10", "UTF-8"],
    ["a character cut off", Buffer.from("<a/>é").subarray(0, -1), "1:5", "UTF-8"],
    [
      "half a surrogate pair in UTF-16",
      Buffer.from([0xff, 0xfe, 0x3c, 0, 0, 0xd8]),
      "1:2",
      "UTF-16LE",
    ],
    ["an odd number of bytes in UTF-16", Buffer.from([0xfe, 0xff, 0, 0x3c, 0]), "1:2", "UTF-16BE"],
  ])("%s: the place is said in one line", (_, bytes, place, encoding) => {
    expect(compact(bytes)).toEqual({
      status: 2,
      stdout: expect.any(String),
      stderr: `xmpp-stanza: a.xmpp:${place}: this byte is not ${encoding}; the rest was read\n`,
    });
  });
});

describe("encodings and line ends", () => {
  const text = "\n<message\n  type='chat' to='x@x/é' from='@'/>";
  const expected = compact(text).stdout;

  test("columns count from 1 in UTF-16 code units", () => {
    expect(expected).toMatch(/^a\.xmpp:3:32: error jid-invalid /);
    expect(compact(text.replace("é", "👩")).stdout).toMatch(/^a\.xmpp:3:33: error jid-invalid /);
  });

  test.each([
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`, "utf8")],
    ["UTF-16, little end first", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["CR LF", text.replaceAll("\n", "\r\n")],
    ["CR", text.replaceAll("\n", "\r")],
  ])("%s: lines and columns are the same", (_, content) => {
    expect(compact(content).stdout).toBe(expected);
  });

  test("after a byte order mark the first column is 1", () => {
    const { stdout } = compact(Buffer.from("\ufeff<iq type='result'/>", "utf8"));
    expect(stdout).toMatch(/^a\.xmpp:1:2: error iq-id-missing /);
  });

  test.each([
    ["nothing", ""],
    ["a byte order mark and nothing else", "\ufeff"],
    ["white space", "\r\n \t\n"],
    ["no stanza", "<a/>"],
  ])("%s is a file without findings", (_, content) => {
    expect(compact(content)).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe("standard input", () => {
  test("is read for -", () => {
    expect(run(["check", "-", "--format", "tsv"], { input: bad })).toEqual({
      status: 1,
      stdout: "<stdin>\t1\tstanza-type-invalid\n",
      stderr: "",
    });
  });

  test("is reported under a name that is given", () => {
    const args = ["check", "-", "--format", "tsv", "--stdin-filename", "sent/a.xmpp"];
    expect(run(args, { input: bad }).stdout).toBe("sent/a.xmpp\t1\tstanza-type-invalid\n");
  });

  test("can be named between files, and is read once", () => {
    using folder = new Folder({ "a.xmpp": bad, "b.xmpp": good });
    const args = ["check", "a.xmpp", "-", "b.xmpp", "-", "--format", "tsv"];
    expect(folder.run(args, { input: `\n${bad}` }).stdout).toBe(
      "a.xmpp\t1\tstanza-type-invalid\n<stdin>\t2\tstanza-type-invalid\n",
    );
  });

  test("that is no text is reported", () => {
    expect(run(["check", "-"], { input: Buffer.from([0xff]) })).toMatchObject({
      status: 2,
      stderr: "xmpp-stanza: <stdin>:1:1: this byte is not UTF-8; the rest was read\n",
    });
  });

  test("is not read for a file of a folder that is named like it", () => {
    const sources = { transcript: { files: ["-"] } };
    using folder = new Folder({
      "-": "<message type='x'/>\n",
      "xmpp-stanza.json": JSON.stringify({ root: true, sources }),
    });
    for (const path of [".", "*", folder.path]) {
      const { stdout } = folder.run(["check", path, "--format", "tsv"], { input: "<iq/>\n" });
      expect(stdout, path).toMatch(/-\t1\tstanza-type-invalid\n$/);
      expect(stdout, path).not.toContain("iq-");
    }
  });

  test("may be empty", () => {
    expect(run(["check", "-", "--format", "json"])).toEqual({
      status: 0,
      stdout: "[]\n",
      stderr: "",
    });
  });
});

describe("folders", () => {
  test("are searched for stanza files, in order, without node_modules", () => {
    using folder = new Folder({
      "in/z.xmpp": bad,
      "in/b/a.stanza": bad,
      "in/b/c.xml": bad,
      "in/b/d.stanza.xml": bad,
      "in/readme.md": bad,
      "in/e.txt": bad,
      "in/node_modules/f.xml": bad,
      "in/.git/g.xml": bad,
    });
    expect(folder.run(["check", "in", "--format", "tsv"])).toEqual({
      status: 1,
      stdout: ["in/b/a.stanza", "in/b/c.xml", "in/b/d.stanza.xml", "in/z.xmpp", ""]
        .join("\t1\tstanza-type-invalid\n")
        .replaceAll("/", join("/")),
      stderr: "",
    });
  });

  test("a file that is named is checked whatever it is called, and once", () => {
    using folder = new Folder({ "e.txt": bad, "a.xmpp": bad });
    const { stdout } = folder.run(["check", "e.txt", ".", "a.xmpp", "e.txt", "--format", "tsv"]);
    expect(stdout).toBe("e.txt\t1\tstanza-type-invalid\na.xmpp\t1\tstanza-type-invalid\n");
  });

  test("without a stanza file there is no output", () => {
    using folder = new Folder();
    expect(folder.run(["check", "."])).toEqual({
      status: 0,
      stdout: "0 files, 0 stanzas: no findings\n",
      stderr: "",
    });
  });

  test("links do not lead out of them, nor round in circles", () => {
    using folder = new Folder({ "in/a.xmpp": bad, "out/b.xmpp": bad });
    symlinkSync(folder.path, join(folder.path, "in/circle"));
    const { status, stdout } = folder.run(["check", "in", "--format", "tsv"]);
    expect([status, stdout]).toEqual([1, "in/a.xmpp\t1\tstanza-type-invalid\n"]);
  });
});

test("a name with spaces and letters of any script is a name", () => {
  using folder = new Folder({ "mein Ordner/ß 麗.xmpp": bad });
  expect(folder.run(["check", "mein Ordner", "--format", "tsv"]).stdout).toBe(
    "mein Ordner/ß 麗.xmpp\t1\tstanza-type-invalid\n",
  );
});
