/** Files and names in encodings that are not read: they are reported, not passed over as clean. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Folder } from "../support/commandLine";

const wrong = "<iq type='error' id='q1'/>\n";

describe("UTF-16 without a byte order mark", () => {
  test.each([
    ["little end first", Buffer.from(wrong, "utf16le")],
    ["big end first", Buffer.from(wrong, "utf16le").swap16()],
    ["with letters of all sorts", Buffer.from(`<!-- ü 👩 -->\n${wrong}`, "utf16le")],
  ])("%s is reported, in a named file and in a folder", (_, bytes) => {
    using folder = new Folder({ "a.xmpp": bytes });
    for (const args of [
      ["check", "a.xmpp"],
      ["check", "."],
      ["check", "-"],
    ]) {
      const { status, stderr } = folder.run(args, { input: bytes });
      expect([status, stderr], args[1]).toEqual([
        2,
        expect.stringContaining("not checked: looks like UTF-16 without a byte order mark"),
      ]);
    }
    expect(folder.run(["stanzas", "a.xmpp"]).stderr).toContain("looks like UTF-16");
  });
});

test("a named file of NULs is reported, and a capture with some is not", () => {
  using folder = new Folder({ "a.xmpp": "\0".repeat(100), "b.xmpp": `\0\0<message/>\0` });
  expect(folder.run(["check", "a.xmpp"])).toMatchObject({
    status: 2,
    stderr: "xmpp-stanza: a.xmpp: not checked: has NUL characters and no stanza\n",
  });
  expect(folder.run(["check", "b.xmpp"])).toMatchObject({ status: 0, stderr: "" });
});

// Other systems have no such names.
describe.runIf(process.platform === "linux")("a name that is not UTF-8", () => {
  const inFolder = (folder: Folder, name: string) =>
    Buffer.concat([Buffer.from(join(folder.path, name)), Buffer.from([0xff])]);

  test.each([
    [
      "of a file",
      (folder: Folder) => {
        writeFileSync(Buffer.concat([inFolder(folder, "a"), Buffer.from(".xmpp")]), wrong);
      },
    ],
    [
      "of a folder",
      (folder: Folder) => {
        mkdirSync(inFolder(folder, "a"));
        writeFileSync(Buffer.concat([inFolder(folder, "a"), Buffer.from("/b.xmpp")]), wrong);
      },
    ],
  ])("%s is reported", (_, make) => {
    using folder = new Folder();
    make(folder);
    const { status, stderr } = folder.run(["check", "."]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^xmpp-stanza: a\ufffd.*: its name is not UTF-8\n$/);
  });
});
