/** What `npm run new-rule` makes is a rule: it has its types, its format, its findings and its proofs. */

import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULE_LIST, scaffold } from "../../scripts/newRule/scaffold";
import { rules } from "../../server/core/rules";

/** One of each template, and one whose import comes behind all others. */
const ids = ["app-condition-new", "error-new-thing", "message-new", "reply-new", "xml-zzz"];

const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-rule-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of the repository in the folder. */
function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, output: stdout + stderr };
}

/** What `npm run new-rule` runs, bundled by the first call. */
const bundled = "dist/scripts/newRule.mjs";
const newRule = (...args: string[]) =>
  existsSync(join(folder, bundled))
    ? run(bundled, args)
    : run("scripts/run.mjs", ["scripts/newRule.ts", ...args]);

beforeAll(() => {
  for (const name of ["server", "scripts", "l10n", "package.json", "tsconfig.json", "biome.json"]) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  for (const name of ["fixtures", "support", "setup.ts"]) {
    cpSync(join("test", name), join(folder, "test", name), { recursive: true });
  }
  for (const name of ["fixtures.test.ts", "rules.test.ts"]) {
    cpSync(join("test/core", name), join(folder, "test/core", name));
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
});

describe("a new rule", () => {
  it.each(ids)("%s is made, and it is said what comes next", (id) => {
    const { status, output } = newRule(id);
    expect(output).toContain(
      `server/core/rules/${id}.ts\n${RULE_LIST}\ntest/fixtures/${id}.xmpp\n`,
    );
    expect(output).toContain("npm run generate");
    expect(status).toBe(0);
  });

  it("has the types that rules have", () => {
    const include = ["server", "test/support"];
    writeFileSync(
      join(folder, "tsconfig.rules.json"),
      JSON.stringify({ extends: "./tsconfig.json", include }),
    );
    const { status, output } = run("node_modules/typescript/bin/tsc", [
      "-p",
      "tsconfig.rules.json",
    ]);
    expect(output).toBe("");
    expect(status).toBe(0);
  });

  it("is formatted, and stands where the linter wants it", () => {
    const biome = "node_modules/@biomejs/biome/bin/biome";
    const { status, output } = run(biome, ["check", "--vcs-enabled=false", "server/core/rules"]);
    expect(status, output).toBe(0);
  });

  it("finds what its fixture marks, and stands the tests that all rules stand", () => {
    writeFileSync(
      join(folder, "vitest.config.mjs"),
      'export default { test: { include: ["test/core/*.test.ts"], setupFiles: "test/setup.ts" } };\n',
    );
    const pattern = ids.join("|");
    const vitest = (args: readonly string[]) =>
      run("node_modules/vitest/vitest.mjs", ["run", "--reporter=verbose", "-t", pattern, ...args]);
    const { status, output } = vitest([]);
    expect(status, output).toBe(0);
    for (const id of ids) {
      expect(output).toContain(`'${id}' > reports exactly the marked findings`);
      expect(output).toContain(`'${id}' > its bad example breaks this rule and no other`);
      expect(output).toContain(`${id} has a fixture with a stanza that breaks it`);
    }
    appendFileSync(
      join(folder, "test/fixtures/message-new.xmpp"),
      "<message note='breaks-message-new'/>",
    );
    expect(vitest(["test/core/fixtures.test.ts"]).status).toBe(1);
  });
});

describe("no rule is made", () => {
  it.each([
    [["Big-Letters"], "no name for a rule"],
    [["../escape"], "no name for a rule"],
    [["one"], "no name for a rule"],
    [["error-type-missing"], "a rule error-type-missing already"],
    [["banana-split"], "begins with what it is about"],
    [[], "usage"],
    [["text-one", "text-two"], "usage"],
  ])("%j", (args, message) => {
    const { status, output } = newRule(...args);
    expect(output).toContain(message);
    expect(status).toBe(2);
  });
});

it("a new rule comes last in its group, and nothing else of the list changes", () => {
  const before = `import a from "./error-a";
import { b } from "./rule";
import z from "./text-z";

export const rules = [
  errorA,
  textZ,
];
`;
  const known = [
    { ...rules[0]!, id: "error-a", group: "Error child" },
    { ...rules[0]!, id: "text-z", group: "Text" },
  ] as const;
  const list = scaffold("error-b-c", known, before).find(({ path }) => path === RULE_LIST);
  expect(list?.text).toBe(
    before
      .replace("import { b }", 'import errorBC from "./error-b-c";\nimport { b }')
      .replace("  errorA,\n", "  errorA,\n  errorBC,\n"),
  );
});
