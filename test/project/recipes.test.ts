/**
 * The recipes of CONTRIBUTING.md, followed in a copy of the repository: what `npm run new` makes has its types, its format,
 * its entries and its tests, and the tests fail where the part does.
 */

import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { optionalSources } from "../../server/core/sources/names";

/** One rule of each template, and one whose import comes after all others. */
const rules = ["app-condition-new", "error-new-thing", "message-new", "reply-new", "xml-zzz"];

/** The files that each part changes, after those that it makes. */
const parts: readonly (readonly [kind: string, name: string, files: readonly string[]])[] = [
  ...rules.map(
    (id) =>
      [
        "rule",
        id,
        [
          `server/core/rules/${id}.ts`,
          "server/core/rules/stanzaRules.ts",
          `test/fixtures/${id}.xmpp`,
        ],
      ] as const,
  ),
  [
    "source",
    "erlangTerms",
    [
      "server/core/sources/erlangTerms.ts",
      "server/core/sources/documents.ts",
      "server/core/sources/names.ts",
      "server/core/sources/load.ts",
      "scripts/generate/words.ts",
      "test/core/sources/erlangTerms.test.ts",
    ],
  ],
  [
    "command",
    "count",
    ["server/cli/commands/count.ts", "server/cli/commands/index.ts", "test/cli/count.test.ts"],
  ],
  [
    "feature",
    "inlayHints",
    [
      "server/features/inlayHints.ts",
      "server/handlers/lazyFeatures.ts",
      "server/handlers/inlayHintsHandlers.ts",
      "server/protocol/protocol.ts",
      "server/server.ts",
      "test/server/inlayHints.test.ts",
    ],
  ],
];

const changed = new Set(parts.flatMap(([, , files]) => files));

const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-recipes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of the repository in the folder. */
function run(program: string, args: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", CI: undefined },
  });
  return { status, output: stdout + stderr };
}

/** The script of `npm run new`, bundled by the first call. */
const bundled = "dist/scripts/new.mjs";
const runNew = (...args: string[]) =>
  existsSync(join(folder, bundled))
    ? run(bundled, args)
    : run("scripts/run.mjs", ["scripts/new.ts", ...args]);

const vitest = (...args: string[]) =>
  run("node_modules/vitest/vitest.mjs", ["run", "--reporter=verbose", ...args]);

beforeAll(() => {
  const sources = ["client", "server", "scripts", "l10n", "data", "examples", "esbuild.mjs"];
  for (const name of [...sources, "package.json", "tsconfig.json", "biome.json"]) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  for (const name of ["fixtures", "support", "setup.ts", "cli/help"]) {
    cpSync(join("test", name), join(folder, "test", name), { recursive: true });
  }
  const tests = ["core/fixtures.test.ts", "core/rules.test.ts", "cli/usage.test.ts"];
  for (const name of [...tests, "server/support.ts"]) {
    cpSync(join("test", name), join(folder, "test", name));
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(
    join(folder, "vitest.config.mjs"),
    'export default { test: { include: ["test/**/*.test.ts"], setupFiles: "test/setup.ts", testTimeout: 600_000 } };\n',
  );
});

describe("a new part", () => {
  it.each(parts)("%s %s is made, and the next steps are named", (kind, name, files) => {
    const { status, output } = runNew(kind, name);
    expect(status, output).toBe(0);
    const end = output.indexOf("\n\n");
    const steps = output.slice(end);
    expect(output.slice(0, end).split("\n").sort()).toEqual([...files].sort());
    for (const step of ["1. ", "2. ", "3. "]) expect(steps).toContain(`\n${step}`);
    expect(steps).toContain("npm test");
  });

  it("adds lines to files that are there, and changes nothing else of them", () => {
    for (const path of [...changed].filter((one) => existsSync(one))) {
      const after = readFileSync(join(folder, path), "utf8").split("\n");
      let at = 0;
      for (const line of readFileSync(path, "utf8").split("\n")) {
        at = after.indexOf(line, at) + 1;
        expect(at, `${path}: ${line}`).toBeGreaterThan(0);
      }
    }
  });

  it("has its types", () => {
    const include = ["server", "scripts", "test/support", ...[...changed].filter(isTest)];
    writeFileSync(
      join(folder, "tsconfig.parts.json"),
      JSON.stringify({ extends: "./tsconfig.json", include }),
    );
    const { status, output } = run("node_modules/typescript/bin/tsc", [
      "-p",
      "tsconfig.parts.json",
    ]);
    expect(output).toBe("");
    expect(status).toBe(0);
  });

  it("is formatted, with its imports in the linter's order", () => {
    const paths = [...changed].filter((path) => path.endsWith(".ts"));
    const biome = "node_modules/@biomejs/biome/bin/biome";
    const { status, output } = run(biome, ["check", "--vcs-enabled=false", ...paths]);
    expect(status, output).toBe(0);
  });

  it("that is a rule has the findings that its fixture marks, and passes the tests of all rules", () => {
    const tests = ["test/core/fixtures.test.ts", "test/core/rules.test.ts"];
    const { status, output } = vitest("-t", rules.join("|"), ...tests);
    expect(status, output).toBe(0);
    for (const id of rules) {
      expect(output).toContain(`'${id}' > reports exactly the marked findings`);
      expect(output).toContain(`'${id}' > its bad example breaks this rule and no other`);
      expect(output).toContain(`${id} has a fixture with a stanza that breaks it`);
    }
  });

  it("passes its own tests, and its help those of all commands", () => {
    const build = run("esbuild.mjs");
    expect(build.status, build.output).toBe(0);
    const tests = [...changed].filter(isTest);
    const own = vitest(...tests);
    expect(own.status, own.output).toBe(0);
    for (const test of tests) expect(own.output).toContain(`✓ ${test}`);
    const help = vitest("-u", "test/cli/usage.test.ts", "-t", "of count");
    expect(help.status, help.output).toBe(0);
    expect(readFileSync(join(folder, "test/cli/help/count.en.txt"), "utf8")).toContain("EXAMPLE");
  });

  it("fails its tests when its code is changed", () => {
    appendFileSync(
      join(folder, "test/fixtures/message-new.xmpp"),
      "<message note='breaks-message-new'/>",
    );
    replaceIn("server/core/sources/erlangTerms.ts", '"> "', '"| "');
    replaceIn("server/features/inlayHints.ts", "ranges.push(", "void (");
    const { status, output } = vitest(
      ...["test/core/fixtures.test.ts", "test/core/sources", "test/server"],
    );
    expect(status).toBe(1);
    expect(output).toMatch(/× .*'message-new' > reports exactly the marked findings/);
    expect(output).toMatch(/× .*erlangTerms\.test\.ts/);
    expect(output).toMatch(/× .*inlayHints\.test\.ts/);
  });
});

describe("nothing is made", () => {
  it.each([
    [["rule", "Big-Letters"], "no name for a rule"],
    [["rule", "../escape"], "no name for a rule"],
    [["rule", "one"], "no name for a rule"],
    [["rule", "error-type-missing"], "a rule error-type-missing already"],
    [["rule", "banana-split"], "begins with what it is about"],
    [["rule"], "usage: npm run new rule NAME"],
    [["rule", "text-one", "text-two"], "usage"],
    [["source", optionalSources[0] ?? ""], "already"],
    [["source", "a b"], "no name for a source"],
    [["command", "check"], "a command check already"],
    [["command", "../check"], "no name for a command"],
    [["feature", "hover"], "server/features/hover.ts already"],
    [["feature", "Hover"], "no name for a feature"],
    [["toString", "x"], "usage: npm run new rule|source|command|feature NAME"],
    [[], "usage: npm run new rule|source|command|feature NAME"],
  ])("for %j", (args, message) => {
    const { status, output } = runNew(...args);
    expect(output).toContain(message);
    expect(status).toBe(2);
  });
});

function isTest(path: string): boolean {
  return path.endsWith(".test.ts");
}

function replaceIn(path: string, before: string, after: string): void {
  const file = join(folder, path);
  const text = readFileSync(file, "utf8");
  expect(text).toContain(before);
  writeFileSync(file, text.replace(before, after));
}
