/** Compiled code is cached for the next run, whose output is the same, whatever has become of the cache. */

import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cli, environment, Folder } from "../support/commandLine";

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ "a.xml": "<iq type='get'/>\n", kept: "no folder" });
});
afterEach(() => folder[Symbol.dispose]());

const cacheOf = (path: string) => ({ NODE_COMPILE_CACHE: path });

function check(args: readonly string[] = ["check", "a.xml"], program = cli, into = "cache") {
  const env = { ...environment, ...cacheOf(join(folder.path, into)) };
  const options = { cwd: folder.path, encoding: "utf8", env } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
  expect(stderr).not.toContain("Error");
  return { status, stdout };
}

/** The one file of the cache; Node.js itself may keep something in folders beside it. */
function cacheFiles(): string[] {
  const names = statSync(join(folder.path, "cache"), { throwIfNoEntry: false })
    ? readdirSync(join(folder.path, "cache"))
    : [];
  return names
    .filter((name) => name.startsWith("xmpp-stanza-"))
    .map((name) => join(folder.path, "cache", name));
}

/** The files of the program that it has something of. */
function filesIn(cache: string): string[] {
  const [, header = ""] = readFileSync(cache, "latin1").split("\n", 2);
  return JSON.parse(header).entries.map(({ name }: { name: string }) => name);
}

test("is written by the first check; the next check uses it and prints the same", () => {
  const first = check();
  expect(first.status).toBe(1);
  expect(first.stdout).toContain("iq-id-missing");
  const [file, ...others] = cacheFiles();
  expect(others).toEqual([]);
  expect(statSync(file!).size).toBeGreaterThan(100_000);
  expect(check()).toEqual(first);
  expect(cacheFiles()).toEqual([file]);
});

test("a run that needs more of the program adds to it", () => {
  check();
  const [file] = cacheFiles();
  const before = filesIn(file!);
  expect(before).toContain("./part-main.js");
  expect(before).not.toContain("./part-checkOptions.js");
  check(["check", "--format", "sarif", "a.xml"]);
  expect(filesIn(file!)).toEqual(expect.arrayContaining([...before, "./part-checkOptions.js"]));
});

test.each([["--version"], ["rules"], ["check", "--no-such-option"], ["check", "missing.xml"]])(
  "%s writes none: a check is what has to be fast",
  (...args) => {
    check(args);
    expect(cacheFiles()).toEqual([]);
  },
);

test("there is no cache with NODE_DISABLE_COMPILE_CACHE=1", () => {
  const env = { NODE_DISABLE_COMPILE_CACHE: "1", ...cacheOf(join(folder.path, "cache")) };
  expect(folder.run(["check", "a.xml"], { env }).status).toBe(1);
  expect(cacheFiles()).toEqual([]);
});

test("where it cannot be written, all goes on without", () => {
  expect(check(undefined, undefined, "kept/cache").status).toBe(1);
});

describe("a damaged cache is made anew", () => {
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
  const changed = (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    for (let at = 5000; at < copy.length; at += 1000) copy[at]! ^= 0xff;
    return copy;
  };
  const breaks: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    "nothing in it": () => Buffer.alloc(0),
    "half of it": half,
    "other bytes in it": changed,
    "another length in it": (bytes) =>
      Buffer.from(bytes.toString("latin1").replace(/"length":\d/, '"length":9'), "latin1"),
    "something else": () => Buffer.from("null\n"),
  };
  test.each(Object.entries(breaks))("%s", (_, breakIt) => {
    const first = check();
    const [file] = cacheFiles();
    const { size } = statSync(file!);
    writeFileSync(file!, breakIt(readFileSync(file!)));
    expect(check()).toEqual(first);
    expect(statSync(file!).size).toBeGreaterThan(size / 2);
    expect(check()).toEqual(first);
  });
});

test("of files that are no more nothing is kept", () => {
  const dist = join(folder.path, "dist");
  cpSync(dirname(cli), dist, { recursive: true });
  const program = join(dist, "cli.js");
  check(["check", "--format", "sarif", "a.xml"], program);
  const [file] = cacheFiles();
  expect(filesIn(file!)).toContain("./part-checkOptions.js");
  rmSync(join(dist, "part-checkOptions.js"));
  writeFileSync(join(dist, "part-main.js"), `${readFileSync(join(dist, "part-main.js"))}//`);
  check(["check", "a.xml"], program);
  expect(filesIn(file!)).not.toContain("./part-checkOptions.js");
});

test("is not used for a changed program of the same length and age", () => {
  const dist = join(folder.path, "dist");
  cpSync(dirname(cli), dist, { recursive: true });
  const program = join(dist, "cli.js");
  check(["check", "a.xml"], program);
  expect(cacheFiles()).toHaveLength(1);
  for (const name of readdirSync(dist).filter((one) => one.endsWith(".js"))) {
    const source = readFileSync(join(dist, name), "utf8");
    writeFileSync(join(dist, name), source.replaceAll("iq-id-missing", "iq-id-wanting"));
  }
  expect(check(["check", "a.xml"], program).stdout).toContain("iq-id-wanting");
});
