/** A source file has at most 300 lines, so that it has one job; generated files, which are data, may be longer. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const MAX_LINES = 300;

const files = ["server", "client", "scripts", "test"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[cm]?[jt]s$/.test(name))
    .map((name) => ({ path: `${folder}/${name.replaceAll("\\", "/")}` }))
    .map(({ path }) => ({ path, text: readFileSync(path, "utf8") })),
);

/** The files that are too long, each with its number of lines. */
function tooLong(of: readonly { readonly path: string; readonly text: string }[]): string[] {
  return of.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split("\n").length;
    const isGenerated = /^\/\/ Generated from .* by `npm run generate`/.test(text);
    return lines > MAX_LINES && !isGenerated ? [`${path}: ${lines} lines`] : [];
  });
}

it(`no file has more than ${MAX_LINES} lines`, () => {
  expect(files.length).toBeGreaterThan(100);
  expect(tooLong(files)).toEqual([]);
});

it("a long file is named, unless it is generated", () => {
  const long = "a();\n".repeat(MAX_LINES + 1);
  const generated = `// Generated from data/a.tsv by \`npm run generate\`; change it there.\n${long}`;
  const texts = { "a.ts": long, "b.ts": generated, "c.ts": "a();\n".repeat(MAX_LINES) };
  const given = Object.entries(texts).map(([path, text]) => ({ path, text }));
  expect(tooLong(given)).toEqual(["a.ts: 301 lines"]);
});
