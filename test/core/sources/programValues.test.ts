/**
 * The values of literals, as compilers and interpreters print them, are the stanzas that fixes make of them. Languages whose
 * tools are not installed are skipped, and say which package of Debian has them; npm run test:languages -- --install installs
 * them.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../../server/core/rules";
import { applyEdits } from "../../../server/core/rules/edits";
import { programAdapter } from "../../../server/core/sources/programs";
import { programLanguages } from "../../support/programs";
import { openSource } from "../../support/sources";

const isLong = process.env.XMPP_STANZA_LONG === "1";
const isRequired = process.env.LANGUAGES === "required";

function isInstalled(command: string): boolean {
  return spawnSync("which", [command]).status === 0;
}

describe.each(programLanguages)("$name", ({ source, file, before, after, forms, run }) => {
  const command = run?.tool.command ?? "";
  const isThere = isLong && run !== undefined && (isRequired || isInstalled(command));
  const reason = run ? `needs ${command}, package ${run.tool.package}, and test:long` : "no tool";
  const title = isThere ? "" : ` (skipped: ${reason})`;

  it.skipIf(!isThere)(`has the values that its fixes mean${title}`, () => {
    const adapter = programAdapter(source);
    const expressions: string[] = [];
    const values: string[] = [];
    for (const { bad } of rules) {
      for (const form of Object.values(forms)) {
        const expression = form(`${bad}\n`);
        if (expression === undefined) continue;
        const open = openSource(`${before}${expression}${after}`, adapter);
        expressions.push(expression);
        values.push(`${bad}\n`);
        for (const found of open.findings()) {
          for (const { edits } of open.fixes(found).slice(0, 2)) {
            const host = applyEdits(open.text, edits);
            expressions.push(host.slice(before.length, host.length - after.length));
            values.push(openSource(host, adapter).regions()[0]!.region.text);
          }
        }
      }
    }
    const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-values-"));
    try {
      writeFileSync(join(folder, file), run!.program(expressions));
      let output = "";
      for (const [tool = "", ...args] of run!.commands) {
        output = execFileSync(tool, args, {
          cwd: folder,
          encoding: "utf8",
          maxBuffer: 100_000_000,
        });
      }
      const printed = output.split("\u0001").slice(0, -1);
      expect(printed.length).toBe(values.length);
      for (const [index, value] of values.entries()) {
        expect(printed[index], expressions[index]).toBe(value);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
