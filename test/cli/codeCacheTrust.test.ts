/** Cached code is run: it is read only from places that no other user can have written. */

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { ENGINE_FLAG } from "../../server/cli/engineFlags";
import { cli, Folder } from "../support/commandLine";

/**
 * Makes a file of the cache with other code for a file of the program. The engine compares no more than the length
 * of the source, so that the code is taken.
 */
const plant = `
  const { readFileSync, writeFileSync, mkdirSync } = require("node:fs");
  const { cachedDataVersionTag, setFlagsFromString } = require("node:v8");
  setFlagsFromString(${JSON.stringify(ENGINE_FLAG)});
  const { Script } = require("node:vm");
  const { crc32 } = require("node:zlib");
  const { join } = require("node:path");
  const [program, version, folder] = process.argv.slice(1);
  const name = "./part-main.js";
  const source = readFileSync(join(program, name), "utf8");
  const other = 'require("node:fs").writeSync(1, "planted\\\\n");';
  const wrap = (body) => "(function(module,require,__filename,__dirname){" + body + "\\n})";
  const data = new Script(wrap(other.padEnd(source.length))).createCachedData();
  const entries = [{ name, sum: crc32(source), length: data.length }];
  const header = JSON.stringify({ entries, time: 1e9 }) + "\\n";
  const summed = Buffer.concat([Buffer.from(header), data]);
  mkdirSync(folder, { recursive: true });
  const file = "xmpp-stanza-" + version + "-" + process.arch + "-" + cachedDataVersionTag() + ".bin";
  writeFileSync(join(folder, file), Buffer.concat([Buffer.from(crc32(summed) + "\\n"), summed]), { mode: 0o600 });
  process.stdout.write(join(folder, file));
`;

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ "a.xml": "<iq type='get'/>\n" });
});
afterEach(() => folder[Symbol.dispose]());

let planted: string;
let made: Folder;
beforeAll(() => {
  made = new Folder();
  const args = ["-e", plant, dirname(cli), version, made.path];
  planted = execFileSync(process.execPath, args, { encoding: "utf8" });
});
afterAll(() => made[Symbol.dispose]());

/** @returns path of the file */
function plantIn(path: string): string {
  const file = join(folder.path, path, basename(planted));
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(planted, file);
  return file;
}

const none = {
  NODE_COMPILE_CACHE: undefined,
  NODE_DISABLE_COMPILE_CACHE: undefined,
  XDG_CACHE_HOME: undefined,
  LOCALAPPDATA: undefined,
};

const versionWith = (env: NodeJS.ProcessEnv) =>
  folder.run(["--version"], { env: { ...none, ...env } }).stdout;

const inFolder = () => ({ NODE_COMPILE_CACHE: join(folder.path, "cache") });

test("what is planted where only the user can write is run, so that the tests below can fail", () => {
  plantIn("cache");
  expect(versionWith(inFolder())).toBe("planted\n");
});

describe("a folder that is not absolute, so that it is one of the current folder, has none", () => {
  const relative: readonly (readonly [string, NodeJS.ProcessEnv])[] = [
    ["an empty HOME", { HOME: "", USERPROFILE: "" }],
    ["a relative HOME", { HOME: "home", USERPROFILE: "home" }],
    ["a relative XDG_CACHE_HOME", { XDG_CACHE_HOME: "cache", LOCALAPPDATA: "cache" }],
    ["a relative NODE_COMPILE_CACHE", { NODE_COMPILE_CACHE: "cache/xmpp-stanza" }],
    ["the current folder", { NODE_COMPILE_CACHE: "." }],
  ];
  const places = [".", ".cache", "Library/Caches", "cache", "home/.cache", "home/Library/Caches"];

  test.each(relative)("%s", (_, env) => {
    for (const path of places) {
      plantIn(path);
      plantIn(join(path, "xmpp-stanza"));
    }
    expect(versionWith(env)).toBe(`${version}\n`);
  });

  test.each(relative)("nothing is written there: %s", (_, env) => {
    expect(folder.run(["check", "a.xml"], { env: { ...none, ...env } }).status).toBe(1);
    const names = readdirSync(folder.path, { recursive: true, encoding: "utf8" });
    expect(names.filter((name) => name.endsWith(".bin"))).toEqual([]);
  });
});

const isPosix = process.getuid !== undefined;

describe.runIf(isPosix)("what others can write is not run", () => {
  test.each(["620", "602", "666"])("a file of mode %s", (mode) => {
    chmodSync(plantIn("cache"), Number.parseInt(mode, 8));
    expect(versionWith(inFolder())).toBe(`${version}\n`);
  });

  test.each(["770", "707", "1777"])("a folder of mode %s", (mode) => {
    chmodSync(dirname(plantIn("cache")), Number.parseInt(mode, 8));
    expect(versionWith(inFolder())).toBe(`${version}\n`);
  });

  test("a folder that others could put another in the place of", () => {
    plantIn("shared/cache");
    chmodSync(join(folder.path, "shared"), 0o777);
    const env = { NODE_COMPILE_CACHE: join(folder.path, "shared/cache") };
    expect(versionWith(env)).toBe(`${version}\n`);
    chmodSync(join(folder.path, "shared"), 0o1777);
    expect(versionWith(env)).toBe("planted\n");
  });

  test("a link instead of the file", () => {
    const file = plantIn("cache");
    renameSync(file, join(folder.path, "elsewhere"));
    symlinkSync(join(folder.path, "elsewhere"), file);
    expect(versionWith(inFolder())).toBe(`${version}\n`);
  });

  test("a link of the user to a folder is followed", () => {
    plantIn("real");
    symlinkSync("real", join(folder.path, "cache"));
    expect(versionWith(inFolder())).toBe("planted\n");
    chmodSync(join(folder.path, "real"), 0o777);
    expect(versionWith(inFolder())).toBe(`${version}\n`);
  });
});

const isRoot = process.getuid?.() === 0;
const OTHER = 65_534;

// Only a privileged user can make what belongs to another.
describe.runIf(isRoot)("what belongs to others is not run", () => {
  test("a file", () => {
    chownSync(plantIn("cache"), OTHER, OTHER);
    expect(versionWith(inFolder())).toBe(`${version}\n`);
  });

  test("a folder", () => {
    chownSync(dirname(plantIn("cache")), OTHER, OTHER);
    expect(versionWith(inFolder())).toBe(`${version}\n`);
  });

  test("a folder above it", () => {
    plantIn("theirs/cache");
    chownSync(join(folder.path, "theirs"), OTHER, OTHER);
    const env = { NODE_COMPILE_CACHE: join(folder.path, "theirs/cache") };
    expect(versionWith(env)).toBe(`${version}\n`);
  });

  test.each(["cache", "ours"])("a link, met as %s", (met) => {
    plantIn("real");
    symlinkSync("real", join(folder.path, "cache"));
    lchownSync(join(folder.path, "cache"), OTHER, OTHER);
    symlinkSync("cache", join(folder.path, "ours"));
    const env = { NODE_COMPILE_CACHE: join(folder.path, met) };
    expect(versionWith(env)).toBe(`${version}\n`);
  });
});

describe.runIf(isPosix)("what is written", () => {
  test("is for the user alone", () => {
    const env = { ...none, HOME: join(folder.path, "home") };
    folder.run(["check", "a.xml"], { env });
    const caches = process.platform === "darwin" ? "Library/Caches" : ".cache";
    const made = join(folder.path, "home", caches, "xmpp-stanza");
    expect(statSync(made).mode & 0o777).toBe(0o700);
    const [file] = readdirSync(made);
    expect(statSync(join(made, file!)).mode & 0o777).toBe(0o600);
  });

  test("is nothing where others can write", () => {
    mkdirSync(join(folder.path, "cache"));
    chmodSync(join(folder.path, "cache"), 0o777);
    folder.run(["check", "a.xml"], { env: { ...none, ...inFolder() } });
    const written = readdirSync(join(folder.path, "cache"));
    expect(written.filter((name) => name.endsWith(".bin"))).toEqual([]);
  });
});
