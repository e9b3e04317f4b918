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

const known = {
  "server/core/explainRule.ts": "names of rules, one or the other",
  "server/core/sources/index.ts": "endings of names, one or the other",
  "server/core/sources/python.ts": "three characters, one or the other",
  "server/core/sources/transcript.ts":
    "tried once for a line, and all in it is bounded but white space; too large for recheck to decide",
  "server/core/xmpp/placeholder.ts": "looked at below",
};

/** Files whose one slow expression never sees a long text. */
const short: Readonly<Record<string, string>> = {
  "server/core/sources/schematic.ts": "asked about a stanza of less than 100 characters",
};

for (const file of [...sourcesIn("server"), ...sourcesIn("client")]) {
  const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts", charset: "utf8" });
  collect(file, parseAst(code));
}

test("the regular expressions are found", () => {
  expect(literals.length).toBeGreaterThan(60);
  expect(literals.map(({ file }) => file)).toContain("server/core/xml/markup.ts");
  expect([...computed]).toEqual(Object.keys(known));
});

test("none of them takes more than linear time", { timeout: 120_000 }, () => {
  const { source, flags } = placeholder;
  const all = [...literals, { file: "placeholder", pattern: source, flags }];
  const seen = new Map(all.map((one) => [`/${one.pattern}/${one.flags}`, one]));
  const bad = [...seen].flatMap(([text, { file, pattern, flags: own }]) => {
    if (file in short) return [];
    const { status } = checkSync(pattern, own, { timeout: 60_000 });
    return status === "safe" ? [] : [`${file}: ${text}: ${status}`];
  });
  expect(bad).toEqual([]);
});

test("one that does is seen", () => {
  expect(checkSync(String.raw`\s+$`, "").status).toBe("vulnerable");
  expect(checkSync("^(a+)+$", "").status).toBe("vulnerable");
});
