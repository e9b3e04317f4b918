/**
 * Non-null assertions (`!`) have their proof in a comment, as docs/style.md asks for. What is read at an index, or is the
 * last of a list, is excepted: there the proof is the loop or the condition around it.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Maximum number of lines from the start of a proof to its assertion. */
const NEAR = 3;

const assertion = /(?<=[\w)])!(?=[.;,)\s\]])/;
const read = /(?:\]|\.at\(-?\d*\)|\.pop\(\)|\.codePointAt\(\d\))!/g;

/** Assertions without a comment at or shortly before them, each with its place. */
function unproven(path: string, text: string): string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const code = line.replace(read, "").replace(/(["'`]).*?\1/g, "");
    if (/^\s*(?:\/\/|\/?\*)/.test(line) || !assertion.test(code)) return [];
    const near = lines.slice(Math.max(0, index - NEAR), index + 1);
    return near.some((one) => /^\s*(?:\/\/|\/?\*)/.test(one) || /: \/\/ |\s\/\/ /.test(one))
      ? []
      : [`${path}:${index + 1}: ${line.trim()}`];
  });
}

it.each(["server", "client"])("each assertion in %s has its proof beside it", (folder) => {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sources = paths.filter((path) => path.endsWith(".ts")).map((path) => join(folder, path));
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.flatMap((path) => unproven(path, readFileSync(path, "utf8")))).toEqual([]);
});

it("an assertion without a proof is named", () => {
  const text = "// Known.\nconst a = find(b)!;\n\n\n\nconst c = find(d)!;\nconst e = f[0]!;\n";
  expect(unproven("a.ts", text)).toEqual(["a.ts:6: const c = find(d)!;"]);
});
