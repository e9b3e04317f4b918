/**
 * No regular expression takes more than linear time, whatever it is given: recheck looks at each for
 * itself, wherever it comes from.
 */

import { readdirSync, readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { checkSync } from "recheck";
import { parseAst } from "vite";
import { expect, test } from "vitest";
import { placeholder } from "../../server/core/xmpp/placeholder";

interface Found {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
}

const literals: Found[] = [];
/** Files that make regular expressions of texts. */
const computed = new Set<string>();

function collect(file: string, node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  const { regex, callee } = node as {
    regex?: { pattern: string; flags: string };
    callee?: { name?: string };
  };
  if (regex) literals.push({ file, ...regex });
  if (callee?.name === "RegExp") computed.add(file);
  for (const child of Object.values(node)) collect(file, child);
}

for (const file of [...sourcesIn("server"), ...sourcesIn("client")]) {
  const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts", charset: "utf8" });
  collect(file, parseAst(code));
}

test("the regular expressions are found", () => {
  expect(literals.length).toBeGreaterThan(60);
  expect(literals.map(({ file }) => file)).toContain("server/core/xml/markup.ts");
  // One is looked at below; the other is a list of the names of rules.
  expect([...computed]).toEqual(["server/core/explainRule.ts", "server/core/xmpp/placeholder.ts"]);
});

test("none of them takes more than linear time", { timeout: 120_000 }, () => {
  const { source, flags } = placeholder;
  const all = [...literals, { file: "placeholder", pattern: source, flags }];
  const seen = new Map(all.map((one) => [`/${one.pattern}/${one.flags}`, one]));
  const bad = [...seen].flatMap(([text, { file, pattern, flags: own }]) => {
    const { status } = checkSync(pattern, own, { timeout: 60_000 });
    return status === "safe" ? [] : [`${file}: ${text}: ${status}`];
  });
  expect(bad).toEqual([]);
});

test("one that does is seen", () => {
  expect(checkSync(String.raw`\s+$`, "").status).toBe("vulnerable");
  expect(checkSync("^(a+)+$", "").status).toBe("vulnerable");
});
