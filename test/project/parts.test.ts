/** Parts of `npm test`: each runs to its end, and a summary lists the results. */

import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const runner = pathToFileURL("scripts/parts/runParts.mjs").href;

/** Runs parts whose commands end with these statuses; the status of all, and the lines of the summary. */
function run(parts: Record<string, readonly number[]>) {
  const commands = Object.fromEntries(
    Object.entries(parts).map(([name, statuses]) => [
      name,
      statuses.map((status) => `node -e "process.exit(${status})"`),
    ]),
  );
  const program = `
    import { runParts } from ${JSON.stringify(runner)};
    process.exitCode = runParts(${JSON.stringify(commands)});
  `;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", program],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  const started = stdout.split("\n").filter((line) => line.startsWith("+ "));
  const summary = stdout.trimEnd().split("\n").slice(-Object.keys(parts).length);
  return { status, started: started.length, summary: summary.map((line) => line.split(/ +/, 2)) };
}

test("a part that fails stops neither its other commands nor the other parts", () => {
  expect(run({ first: [0], second: [3, 0], third: [0] })).toEqual({
    status: 1,
    started: 4,
    summary: [
      ["first", "passed"],
      ["second", "FAILED"],
      ["third", "passed"],
    ],
  });
});

test("a part that could not be run is not one that passed, and no failure", () => {
  expect(run({ editor: [77], unit: [0, 0] })).toEqual({
    status: 0,
    started: 3,
    summary: [
      ["editor", "SKIPPED"],
      ["unit", "passed"],
    ],
  });
  expect(run({ editor: [77, 1] }).summary).toEqual([["editor", "FAILED"]]);
});

test("an unknown part is named, with those that there are", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/parts.mjs", "unti"], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toContain("unknown part: unti\n");
  expect(stderr).toContain("parts: lint, types,");
});
