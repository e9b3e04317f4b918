/** Licences of the bundled packages: each allows it, and its text is in THIRD-PARTY-NOTICES. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import packageJson from "../../package.json";
import { bundledPackages, NOTICES, notices } from "../../scripts/generate/notices";

const root = process.cwd();
const packages = await bundledPackages(root);

test("the notices are up to date", async () => {
  const { text } = await notices(root);
  expect(readFileSync(NOTICES, "utf8"), "stale; run: npm run generate").toBe(text);
});

test("they name all bundled packages, and the package installs no others", () => {
  const names = packages.map(({ name }) => name);
  // The server is the part of this one that is not types alone, in two packages of its own.
  expect(names).toEqual(expect.arrayContaining(["saxes", "@xmldom/xmldom", "vscode-jsonrpc"]));
  expect(packageJson).not.toHaveProperty("dependencies");
});

// Blue Oak asks for as little as MIT; minimatch, which the language client uses, has it.
const permissive = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"];

test("all licences are permissive ones, with their texts", () => {
  for (const { name, license, text } of packages) {
    expect(permissive, name).toContain(license);
    expect(text.length, name).toBeGreaterThan(500);
  }
});

test("versions are pinned, here and in the lockfile", () => {
  for (const [name, version] of Object.entries(packageJson.devDependencies)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  }
  const lock = readFileSync("package-lock.json", "utf8");
  const hosts = [...lock.matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].map(([, host]) => host);
  expect([...new Set(hosts)].filter((host) => host !== "https://registry.npmjs.org")).toEqual([]);
  for (const [path, one] of Object.entries(JSON.parse(lock).packages)) {
    if (path !== "") expect(one, path).toHaveProperty("integrity");
  }
});
