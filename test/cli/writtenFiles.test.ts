/** Files that the command line writes: they replace its own files only, and never through a link. */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
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
  test("leaves nothing beside it", () => {
    replaceFile(at("in/b"), "new", 0o600);
    replaceFile(at("in/b"), "newer", 0o600);
    expect(readFileSync(at("in/b"), "utf8")).toBe("newer");
    expect(readdirSync(at("in")).sort()).toEqual(["a.xml", "b"]);
  });

  test("removes the files of a killed process, and none of a running one", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const others = [`.b.${process.ppid}-0a.tmp`, `.c.${pid}-0a.tmp`, ".b.tmp", `.b.${pid}-0a.tmp2`];
    for (const name of [`.b.${pid}-0a.tmp`, ...others]) folder.write(`in/${name}`, "");
    replaceFile(at("in/b"), "new", 0o600);
    expect(readdirSync(at("in")).sort()).toEqual([...others, "a.xml", "b"].sort());
  });

  test("is refused for links and folders", () => {
    symlinkSync("precious", at("link"));
    for (const path of ["link", "in"]) {
      expect(() => replaceFile(at(path), "new", 0o600)).toThrow(NoRegularFile);
    }
    expect(readFileSync(at("precious"), "utf8")).toBe("of the user\n");
  });
});
