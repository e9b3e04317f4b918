/** Pipes, devices and links to them, and files that are far too large, in places where files are read. */

import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, openSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../server/core/text/translate";
import { createNodeFileReader } from "../../server/hosts/nodeFiles";
import { cli, environment, Folder } from "../support/commandLine";

const wrong = "<iq type='error' id='q1'/>\n";

/** Windows has neither. */
const isPosix = process.platform !== "win32";

/** Traps by the name of what a reader would wait for. */
const traps: Readonly<Record<string, (folder: Folder, name: string) => void>> = {
  "a pipe that nobody writes to": (folder, name) =>
    execFileSync("mkfifo", [join(folder.path, name)]),
  "a link to such a pipe": (folder, name) => {
    execFileSync("mkfifo", [join(folder.path, "pipe")]);
    symlinkSync("pipe", join(folder.path, name));
  },
  "a link to a device without end": (folder, name) =>
    symlinkSync("/dev/zero", join(folder.path, name)),
};

/** Makes a file of that size which takes no room. */
function makeSparse(folder: Folder, name: string, size: number): void {
  const descriptor = openSync(join(folder.path, name), "w");
  ftruncateSync(descriptor, size);
  closeSync(descriptor);
}

describe.runIf(isPosix).each(Object.entries(traps))("%s", (_, make) => {
  test("is passed over in a folder, with a message", () => {
    using folder = new Folder({ "a.xmpp": wrong });
    make(folder, "trap.xmpp");
    const { status, stdout, stderr } = folder.run(["check", ".", "--format", "tsv"]);
    expect([status, stdout]).toEqual([1, "a.xmpp\t1\terror-child-missing\n"]);
    expect(stderr).toBe("xmpp-stanza: trap.xmpp: not checked: is not a regular file\n");
  });

  test("that is named ends, with a message", () => {
    using folder = new Folder({ "a.xmpp": wrong });
    make(folder, "trap.xmpp");
    for (const command of ["check", "stanzas", "diagram", "reply"]) {
      const more = command === "reply" ? ["--condition", "gone"] : [];
      const { status, stderr } = folder.run([command, "trap.xmpp", ...more]);
      expect(status, command).toBe(2);
      expect(stderr, command).toMatch(/^xmpp-stanza: trap\.xmpp: /);
    }
  });

  test("is no configuration", () => {
    using folder = new Folder({ "a.xmpp": wrong });
    make(folder, "xmpp-stanza.json");
    const { status, stderr } = folder.run(["check", "a.xmpp"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/xmpp-stanza\.json: is not a regular file\n$/);
  });

  test("is no list of ignored files", () => {
    using folder = new Folder({ "a.xmpp": wrong });
    make(folder, ".gitignore");
    const { status, stdout, stderr } = folder.run(["check", ".", "--format", "tsv"]);
    expect([status, stdout]).toEqual([2, "a.xmpp\t1\terror-child-missing\n"]);
    expect(stderr).toMatch(/\.gitignore: is not a regular file\n$/);
  });

  test("has no entities of a XEP", () => {
    using folder = new Folder({ "xep-0001.xml": "<!DOCTYPE xep><xep></xep>" });
    make(folder, "xep.ent");
    const { status, stderr } = folder.run(["check", "xep-0001.xml"]);
    expect([status, stderr]).toEqual([2, "xmpp-stanza: xep.ent: is not a regular file\n"]);
  });

  test("is no cache", () => {
    using folder = new Folder({ "a.xmpp": "<iq type='get' id='1'><a xmlns='urn:a'/></iq>" });
    make(folder, ".xmpp-stanza-cache");
    const { status, stderr } = folder.run(["check", "a.xmpp", "--cache"]);
    expect([status, stderr]).toEqual([
      2,
      "xmpp-stanza: .xmpp-stanza-cache: is not a cache of xmpp-stanza; left unchanged\n",
    ]);
  });

  test("is not read by the server", async () => {
    using folder = new Folder();
    make(folder, "xmpp-stanza.json");
    const uri = pathToFileURL(join(folder.path, "xmpp-stanza.json")).href;
    const files = createNodeFileReader(() => inEnglish);
    await expect(files.read(uri)).rejects.toThrow("is not a regular file");
  });
});

describe("a file that is far too large", () => {
  test("is no configuration", () => {
    using folder = new Folder({ "a.xmpp": wrong });
    makeSparse(folder, "xmpp-stanza.json", 4_000_000_000);
    const { status, stderr } = folder.run(["check", "a.xmpp"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/xmpp-stanza\.json: is too large: more than 1 MB\n$/);
  });

  test("is no list of ignored files", () => {
    using folder = new Folder({ "a.xmpp": wrong });
    makeSparse(folder, ".gitignore", 4_000_000_000);
    const { status, stderr } = folder.run(["check", ".", "--format", "tsv"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/\.gitignore: is too large: more than 0\.25 MB\n$/);
  });

  test("is not read by the server", async () => {
    using folder = new Folder();
    makeSparse(folder, "a.xmpp", 4_000_000_000);
    const files = createNodeFileReader(() => inEnglish);
    const uri = pathToFileURL(join(folder.path, "a.xmpp")).href;
    await expect(files.read(uri)).rejects.toThrow("is too large: more than 50 MB");
  });
});

describe.runIf(isPosix)("what a shell puts in the place of a file is read", () => {
  const inShell = (folder: Folder, command: string) =>
    execFileSync(
      "bash",
      ["-c", command.replaceAll("xmpp-stanza", `"${process.execPath}" "${cli}"`)],
      {
        cwd: folder.path,
        env: environment,
        encoding: "utf8",
        input: wrong,
      },
    );

  test.each([
    ["check --format tsv <(cat a.xmpp) || true", "error-child-missing"],
    ["check --format tsv /dev/stdin < <(cat a.xmpp) || true", "error-child-missing"],
    ["stanzas <(sleep 0.1; cat a.xmpp)", "iq error id=q1"],
    [
      'check --format tsv a.xmpp --config <(echo \'{ "rules": { "error-child-missing": "warning" } }\')',
      "error-child-missing",
    ],
    ["check --format tsv pipe & cat a.xmpp > pipe; wait $! || true", "error-child-missing"],
  ])("%s", (command, expected) => {
    using folder = new Folder({ "a.xmpp": wrong });
    execFileSync("mkfifo", [join(folder.path, "pipe")]);
    expect(inShell(folder, `xmpp-stanza ${command}`)).toContain(expected);
  });
});
