/** The cases of test/grammar, run by vscode-tmgrammar-test; package.json tells it of the grammars. */

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

const runner = createRequire(import.meta.url).resolve("vscode-tmgrammar-test/dist/unit.js");
const folder = "test/grammar";
const files = readdirSync(folder);
/** Grammars of the editor, as far as they matter. */
const standIns = files.filter((name) => name.endsWith(".tmLanguage.json"));
const cases = files.filter((name) => !standIns.includes(name));

function run(path: string) {
  const grammars = standIns.flatMap((name) => ["-g", `${folder}/${name}`]);
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, ...grammars, path], {
    encoding: "utf8",
  });
  return { status, output: `${stdout}${stderr}` };
}

describe("grammar cases", () => {
  it.each(cases)("%s", (name) => {
    const { status, output } = run(`${folder}/${name}`);
    expect(output).toContain("run successfuly");
    expect(output).not.toContain("not found");
    expect(status).toBe(0);
  });

  it("exist for stanzas and for their host languages", () => {
    expect(new Set(cases.map((name) => name.replace(/.*\./, "")))).toEqual(
      new Set(["stanza", "md", "scs", "typescript"]),
    );
  });
});
