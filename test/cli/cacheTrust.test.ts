/** What a cache of results holds is printed only if the user alone can have written it, and if it is visible text. */

import { chmodSync, chownSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Folder } from "../support/commandLine";

const isPosix = process.getuid !== undefined;
const isRoot = process.getuid?.() === 0;

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ "a.xml": "<iq type='get' id='1'/>\n" });
});
afterEach(() => folder[Symbol.dispose]());

const FINDING = "a.xml\t1\tiq-payload\n";

const cache = () => join(folder.path, "kept");
const check = (format = "tsv", env: NodeJS.ProcessEnv = {}) =>
  folder.run(["check", "a.xml", "--format", format, "--cache-location", "kept"], { env }).stdout;

/** Makes a cache whose result is another than that of a check. */
function plant(change: (name: string) => string): void {
  expect(check()).toBe(FINDING);
  const text = readFileSync(cache(), "utf8");
  writeFileSync(cache(), text.replaceAll("iq-payload", change));
}

test("a cache of the user is used", () => {
  plant(() => "planted");
  expect(check()).toContain("planted");
});

describe("a result is not taken from a cache", () => {
  test.runIf(isPosix && isRoot)("of another user", () => {
    plant(() => "planted");
    chownSync(cache(), 65_534, 65_534);
    expect(check()).toBe(FINDING);
  });

  test.runIf(isPosix).each([
    ["its group", 0o664],
    ["others", 0o646],
  ])("that %s may write", (_, mode) => {
    plant(() => "planted");
    chmodSync(cache(), mode);
    expect(check()).toBe(FINDING);
    expect(statSync(cache()).mode & 0o022, "it is made anew").toBe(0);
  });

  test.each([
    ["the escape code of a title", "\\u001b]0;x\\u0007"],
    ["the escape code of a moved cursor", "\\u001b[2A"],
    ["a carriage return", "\\r"],
    ["a turn of the direction", "\u202e"],
    ["a command of a log", "##[error]"],
  ])("with %s", (_, text) => {
    plant((name) => `${text}${name}`);
    expect(check()).toBe(FINDING);
  });
});

test("colours are kept", () => {
  const env = { NO_COLOR: undefined, FORCE_COLOR: "1" };
  expect(check("pretty", env)).toContain("\u001b[");
  writeFileSync(cache(), readFileSync(cache(), "utf8").replaceAll("iq-payload", "planted"));
  expect(check("pretty", env)).toContain("planted");
});
