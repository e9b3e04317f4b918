/** What the command line writes takes the place of its own files only, and goes through no link. */

import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NoRegularFile, replaceFile } from "../../server/disk/replaceFile";
import { Folder, run } from "../support/commandLine";

const CACHE = ".xmpp-stanza-cache";

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ "in/a.xml": "<iq type='get'/>\n", precious: "of the user\n" });
});
afterEach(() => folder[Symbol.dispose]());

const at = (path: string) => join(folder.path, path);
const check = (...args: string[]) => folder.run(["check", "in/a.xml", "--format", "tsv", ...args]);
const found = "in/a.xml\t1\tiq-id-missing\nin/a.xml\t1\tiq-payload\n";
const refused = (path: string) => ({
  status: 2,
  stdout: found,
  stderr: `xmpp-stanza: ${path}: is not a cache of xmpp-stanza; left unchanged\n`,
});

describe("--cache", () => {
  test("writes through no link, to a file or to nowhere", () => {
    symlinkSync("precious", at(CACHE));
    expect(check("--cache")).toEqual(refused(CACHE));
    expect(readFileSync(at("precious"), "utf8")).toBe("of the user\n");
    symlinkSync("nowhere", at("kept"));
    expect(check("--cache-location", "kept")).toEqual(refused("kept"));
    expect(existsSync(at("nowhere"))).toBe(false);
  });

  test("takes nothing from a link, were it to a cache", () => {
    check("--cache-location", "kept");
    symlinkSync("kept", at(CACHE));
    const before = readFileSync(at("kept"));
    expect(check("--cache")).toEqual(refused(CACHE));
    expect(readFileSync(at("kept"))).toEqual(before);
  });

  test("replaces no other file, and no folder", () => {
    expect(check("--cache-location", "precious")).toEqual(refused("precious"));
    expect(readFileSync(at("precious"), "utf8")).toBe("of the user\n");
    expect(check("--cache-location", "in")).toEqual(refused("in"));
  });

  test.each(["", "{", '{"format":2,"resul', '{"format":1,"results":[]}'])(
    "replaces a cache that is empty, cut or of another version: %s",
    (text) => {
      folder.write("kept", text);
      expect(check("--cache-location", "kept")).toEqual({ status: 1, stdout: found, stderr: "" });
      expect(JSON.parse(readFileSync(at("kept"), "utf8")).results).toHaveLength(1);
    },
  );

  test("does not take the results of another folder", () => {
    const again = ["check", at("in/a.xml"), "--format", "tsv", "--cache-location", at("kept")];
    const first = folder.run(again).stdout;
    folder.write("kept", readFileSync(at("kept"), "utf8").replaceAll("iq-payload", "kept-result"));
    expect(folder.run(again).stdout).toBe(first.replace("iq-payload", "kept-result"));
    const env = { GITHUB_WORKSPACE: at("in") };
    expect(folder.run(again, { env }).stdout).toBe(first);
    folder.write("kept", readFileSync(at("kept"), "utf8").replaceAll("iq-payload", "kept-result"));
    expect(run(again, { cwd: at("in"), env }).stdout).not.toContain("kept-result");
  });
});

describe("replacing a file", () => {
  test("leaves nothing beside it, whether it is replaced or left", () => {
    replaceFile(at("in/b"), "new", { mode: 0o600 });
    replaceFile(at("in/b"), "newer", { mode: 0o600 });
    const leave = () => {
      throw new Error("left");
    };
    expect(() => replaceFile(at("in/b"), "", { mode: 0o600, beforeReplacing: leave })).toThrow();
    expect(readFileSync(at("in/b"), "utf8")).toBe("newer");
    expect(readdirSync(at("in")).sort()).toEqual(["a.xml", "b"]);
  });

  test("is refused for links and folders", () => {
    symlinkSync("precious", at("link"));
    for (const path of ["link", "in"]) {
      expect(() => replaceFile(at(path), "new", { mode: 0o600 })).toThrow(NoRegularFile);
    }
    expect(readFileSync(at("precious"), "utf8")).toBe("of the user\n");
  });

  test("puts the file in place of a link that appears meanwhile, not through it", () => {
    const beforeReplacing = () => symlinkSync("precious", at("late"));
    replaceFile(at("late"), "new", { mode: 0o600, beforeReplacing });
    expect(lstatSync(at("late")).isSymbolicLink()).toBe(false);
    expect(readFileSync(at("precious"), "utf8")).toBe("of the user\n");
  });

  test.runIf(process.getuid?.() === 0)("keeps owner and mode where they are asked for", () => {
    chownSync(at("precious"), 65_534, 65_534);
    chmodSync(at("precious"), 0o4751);
    const { mode, uid, gid } = statSync(at("precious"));
    replaceFile(at("precious"), "new", { mode: mode & 0o7777, owner: { uid, gid } });
    expect(statSync(at("precious"))).toMatchObject({ mode, uid, gid });
  });
});
