/** `check --fix` keeps what a file has besides its text, or leaves the file and says so. */

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inEnglish } from "../../server/core/text/translate";
import { recoverFile, rewriteFile } from "../../server/disk/rewriteFile";
import { Folder } from "../support/commandLine";

const gone = "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";
const broken = `<message type='error'><error>${gone}</error></message>\n`;
const repaired = broken.replace("<error>", "<error type='cancel'>");
const JOURNAL = ".a.xmpp.xmpp-stanza-repair";

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ "a.xmpp": broken });
});
afterEach(() => folder[Symbol.dispose]());

const at = (name = "a.xmpp") => join(folder.path, name);
const textOf = (name = "a.xmpp") => readFileSync(at(name), "utf8");
const fix = () => folder.run(["check", "a.xmpp", "--fix", "--format", "tsv"]);

/** The output of a program; undefined if it is not installed, or not supported by this file system. */
function tryTool(name: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync(name, args, { encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}

describe("--fix keeps", () => {
  test("the file itself: its inode, its owner and its mode", () => {
    chmodSync(at(), 0o640);
    const { ino, uid, gid, mode } = statSync(at());
    expect(fix()).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(textOf()).toBe(repaired);
    expect(statSync(at())).toMatchObject({ ino, uid, gid, mode });
    expect(readdirSync(folder.path)).toEqual(["a.xmpp"]);
  });

  test("its access control list", ({ skip }) => {
    const list = ["-m", "u:65534:r,g::-,o::-", at()];
    if (tryTool("setfacl", ...list) === undefined) skip("setfacl of Debian's acl is not usable");
    const before = tryTool("getfacl", "-pn", at());
    expect(before).toContain("user:65534:r--");
    expect(fix().status).toBe(0);
    expect(textOf()).toBe(repaired);
    expect(tryTool("getfacl", "-pn", at())).toBe(before);
  });

  test("its extended attributes", ({ skip }) => {
    const attribute = ["-n", "user.origin", "-v", "capture 7", at()];
    if (tryTool("setfattr", ...attribute) === undefined) {
      skip("setfattr of Debian's attr is not usable");
    }
    expect(fix().status).toBe(0);
    expect(textOf()).toBe(repaired);
    expect(tryTool("getfattr", "-n", "user.origin", "--only-values", at())).toBe("capture 7");
  });

  test("nothing of a longer text", () => {
    folder.write("a.xmpp", "<presence type='available'/>\n");
    expect(fix().status).toBe(0);
    expect(textOf()).toBe("<presence/>\n");
  });
});

describe("--fix leaves, with the findings reported all the same,", () => {
  const cases: [string, string, () => unknown][] = [
    ["a file of mode 0444", "may not be written", () => chmodSync(at(), 0o444)],
    ["a file with the bit for its user", "set-user-ID", () => chmodSync(at(), 0o4755)],
    ["a file with the bit for its group", "set-group-ID", () => chmodSync(at(), 0o2755)],
    ["a file of several names", "has hard links", () => linkSync(at(), at("b.xmpp"))],
    ["a file with a foreign journal", "another run", () => folder.write(JOURNAL, "precious")],
    ["a file with a link for a journal", "another run", () => symlinkSync("nowhere", at(JOURNAL))],
    ["a file with a folder for a journal", "another run", () => mkdirSync(at(JOURNAL))],
  ];
  test.each(cases)("%s", (_, reason, prepare) => {
    prepare();
    const { mode, ino } = statSync(at());
    const { status, stdout, stderr } = fix();
    expect([status, stdout]).toEqual([2, "a.xmpp\t1\terror-type-missing\n"]);
    expect(stderr).toContain("xmpp-stanza: a.xmpp: ");
    expect(stderr).toContain(reason);
    expect(stderr).toContain("left unchanged\n");
    expect(textOf()).toBe(broken);
    expect(statSync(at())).toMatchObject({ mode, ino });
    expect(existsSync(at("nowhere"))).toBe(false);
  });

  test("a link", () => {
    symlinkSync("a.xmpp", at("b.xmpp"));
    const { status, stdout } = folder.run(["check", "b.xmpp", "--fix", "--format", "tsv"]);
    expect([status, stdout]).toEqual([2, "b.xmpp\t1\terror-type-missing\n"]);
    expect(textOf()).toBe(broken);
  });

  test("a file of another user", ({ skip }) => {
    if (process.getuid?.() !== 0) skip("only root can give files away");
    chownSync(at(), 65_534, 65_534);
    expect(fix()).toEqual({
      status: 2,
      stdout: "a.xmpp\t1\terror-type-missing\n",
      stderr: "xmpp-stanza: a.xmpp: belongs to another user; left unchanged\n",
    });
    expect(textOf()).toBe(broken);
  });
});

describe("a run that was killed while it wrote a file", () => {
  const before = Buffer.from(broken);
  const after = Buffer.from(repaired);

  /** The journal of a run that has ended, as that run wrote it. */
  function journalOf(from: Buffer, to: Buffer): Buffer {
    let journal = Buffer.alloc(0);
    folder.write("a.xmpp", from);
    rewriteFile(at(), from, to, inEnglish, () => {
      journal = readFileSync(at(JOURNAL));
    });
    const { pid } = spawnSync(process.execPath, ["--version"]);
    return Buffer.from(
      journal.toString("latin1").replace(`"pid":${process.pid}`, `"pid":${pid}`),
      "latin1",
    );
  }

  test.each([
    ["longer", "<iq/>", "<iq id='1'/>"],
    ["shorter", "<iq id='1'/>", "<iq/>"],
    ["equally long", "a1b1c", "a2b2c"],
  ])("has its repair finished by the next, wherever it stopped: %s", (_, start, end) => {
    const [from, to] = [Buffer.from(start), Buffer.from(end)];
    const journal = journalOf(from, to);
    for (let done = 0; done <= to.length; done++) {
      const torn = Buffer.concat([to.subarray(0, done), from.subarray(done)]);
      folder.write("a.xmpp", torn);
      folder.write(JOURNAL, journal);
      chmodSync(at(JOURNAL), 0o600);
      recoverFile(at());
      expect(readFileSync(at())).toEqual(torn.equals(from) ? from : to);
      expect(existsSync(at(JOURNAL))).toBe(false);
    }
  });

  test("and its journal removed, wherever the journal was cut", () => {
    const journal = journalOf(Buffer.from("a"), Buffer.from("b"));
    for (let length = 0; length < journal.length; length++) {
      folder.write("a.xmpp", before);
      folder.write(JOURNAL, journal.subarray(0, length));
      chmodSync(at(JOURNAL), 0o600);
      recoverFile(at());
      expect(readFileSync(at())).toEqual(before);
      expect(existsSync(at(JOURNAL))).toBe(false);
    }
  });

  test("is made up for by the command line", () => {
    const journal = journalOf(before, after);
    folder.write("a.xmpp", Buffer.concat([after.subarray(0, 30), before.subarray(30)]));
    writeFileSync(at(JOURNAL), journal, { mode: 0o600 });
    expect(fix()).toEqual({ status: 0, stdout: "", stderr: "" });
    expect([textOf(), readdirSync(folder.path)]).toEqual([repaired, ["a.xmpp"]]);
  });

  test("leaves the text of somebody who has edited it since", () => {
    const journal = journalOf(before, after);
    folder.write("a.xmpp", `${broken}<presence/>\n`);
    writeFileSync(at(JOURNAL), journal, { mode: 0o600 });
    const { status, stderr } = fix();
    expect(status).toBe(2);
    expect(stderr).toContain(`another run has left ${JOURNAL}; remove it`);
    expect(textOf()).toBe(`${broken}<presence/>\n`);
    expect(readFileSync(at(JOURNAL))).toEqual(journal);
  });

  test("is not taken for that while it runs", () => {
    const journal = journalOf(before, after);
    const mine = journal.toString("latin1").replace(/"pid":\d+/, `"pid":${process.ppid}`);
    folder.write("a.xmpp", before);
    writeFileSync(at(JOURNAL), mine, { mode: 0o600, encoding: "latin1" });
    recoverFile(at());
    expect(readFileSync(at())).toEqual(before);
    expect(existsSync(at(JOURNAL))).toBe(true);
  });

  test.each(["another user may write", "is a link"])(
    "is not believed if its journal %s",
    (kind) => {
      const journal = journalOf(before, after);
      const torn = Buffer.concat([after.subarray(0, 30), before.subarray(30)]);
      folder.write("a.xmpp", torn);
      if (kind === "is a link") {
        writeFileSync(at("elsewhere"), journal, { mode: 0o600 });
        symlinkSync("elsewhere", at(JOURNAL));
      } else {
        folder.write(JOURNAL, journal);
        chmodSync(at(JOURNAL), 0o666);
      }
      recoverFile(at());
      expect(readFileSync(at())).toEqual(torn);
    },
  );

  test("has a failed write undone at once", () => {
    const fail = () => {
      throw new Error("no space");
    };
    expect(() => rewriteFile(at(), before, after, inEnglish, fail)).toThrow("no space");
    expect(textOf()).toBe(broken);
    expect(readdirSync(folder.path)).toEqual(["a.xmpp"]);
  });
});
