/** The first command of the README, as somebody runs it who has just cloned the repository. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("npm start builds, checks the examples and prints the findings", () => {
  const copied = ["client", "server", "scripts", "examples", "l10n", "package.json", "esbuild.mjs"];
  for (const name of [...copied, "tsconfig.json"]) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C", NO_COLOR: "1" },
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/error-type-missing/);
  expect(stdout).toMatch(/\d+ files, \d+ stanzas: \d+ errors/);
  expect(status).toBe(0);
});
