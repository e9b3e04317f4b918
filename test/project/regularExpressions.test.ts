/**
 * No regular expression takes more than linear time, whatever it is given: recheck looks at each for
 * itself, wherever it comes from.
 */

import { readdirSync, readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { check } from "recheck";
import { version } from "recheck/package.json";
import { parseAst } from "vite";
import { expect, test } from "vitest";
import { placeholderForms } from "../../server/core/xmpp/placeholder";

interface FoundPattern {
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

const literals: FoundPattern[] = [];
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
  "server/cli/cache.ts": "one character, or a colour of two digits at most",
  "server/core/document/stanzaRows.ts": "a start tag within 100 characters",
  "server/core/explain/explainRule.ts": "names of rules, one or the other",
  "server/core/sources/code/compile.ts":
    "the table of a language: tried at one place each, and repetitions over texts are bounded or end a token",
  "server/core/sources/code/encode.ts": "beginnings of expressions, in the text of a fix",
  "server/core/sources/code/escapes.ts": "one escape, at its place",
  "server/core/sources/code/joins.ts": "the end of a text of 300 characters",
  "server/core/sources/code/literalScan.ts":
    "delimiters and beginnings of expressions, one or the other",
  "server/core/sources/code/literalText.ts":
    "characters and line ends, one or the other; bounded fields",
  "server/core/sources/code/program.ts": "the end of a text of 200 characters",
  "server/core/sources/code/scan.ts": "the beginning of the code, once",
  "server/core/sources/codeBlocks.ts":
    "names of languages, one or the other, at the start of a line",
  "server/core/sources/commentStanzas.ts": "marks of comments, at the start of a line",
  "server/core/sources/index.ts": "endings of names, one or the other",
  "server/core/sources/pythonLiterals.ts": "three characters, one or the other",
  "server/core/sources/records/directions.ts":
    "tried once for a line, and all in it is bounded but white space; too large for recheck to decide",
  "server/core/sources/records/joining.ts":
    "characters as they are and numbers between them, at the start of a line",
  "server/core/sources/records/lineStart.ts":
    "at the start of a line, of which 160 characters are looked at",
  "server/core/xml/holes.ts": "the forms of placeholders, looked at below, and words in brackets",
  "server/core/xmpp/placeholder.ts": "looked at below",
  "server/core/xmpp/unknown.ts": "text between two brackets, without brackets",
};

/** Files whose one slow expression never sees a long text. */
const short: Readonly<Record<string, string>> = {
  "server/core/sources/schematic.ts": "asked about a stanza of less than 100 characters",
};

const isLong = process.env.XMPP_STANZA_LONG === "1";

/**
 * Expressions that recheck takes long to prove, with the version that has done it. They are proved again
 * by `npm run test:long`, and here as soon as a character of them or the version changes.
 */
const PROVED_BY = "4.5.0";
const proved = new Set([
  String.raw`/&(?!(?:#\d+|#x[\da-f]+|[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*);)|<(?![\p{L}_:/!?{$%#@\\([])|\]\]>/giu`,
  String.raw`/(?<![\w$])[\w$]+$/`,
  String.raw`/&(?:lt|#60|#x3c);(?:[\w.-]+:)?(?:message|presence|iq)(?:[\s/]|&gt;|&#62;|&#x3e;|>)/i`,
  String.raw`/(?:[^<>\n]{0,120}[:>\])]\s*|<<+\s*|>>+\s*)?<(?:[\w.-]+:)?(?:message|presence|iq)[\s/>]/y`,
  String.raw`/\n([ \t]*)(?=\S)/g`,
  String.raw`/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([\p{L}_:][\p{L}\p{N}_:.-]*));/giu`,
  String.raw`/(?<![^\s=<>"'/])([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g`,
  String.raw`/^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/i`,
]);

for (const file of [...sourcesIn("server"), ...sourcesIn("client")]) {
  const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts", charset: "utf8" });
  collect(file, parseAst(code));
}

/**
 * No limits of time while attacks are looked for: where recheck 4.5.0 reaches that of incubation, it reports linear expressions as
 * vulnerable, and a busy machine would see other results than an idle one. Its limits of steps stay, and so do those of
 * time for trying an attack, which only what is suspected by then can reach.
 */
const withoutClock = {
  timeout: null,
  seedingTimeout: null,
  incubationTimeout: null,
  mutationTimeout: null,
};

test("the regular expressions are found", () => {
  expect(literals.length).toBeGreaterThan(60);
  expect(literals.map(({ file }) => file)).toContain("server/core/xml/markup.ts");
  expect([...computed]).toEqual(Object.keys(known));
});

test("none of them takes more than linear time", async () => {
  // An expression of alternatives, looked for from everywhere, costs what all of them cost together.
  const forms = placeholderForms.map((pattern) => ({ file: "placeholder", pattern, flags: "u" }));
  const all = [...literals, ...forms];
  const seen = new Map(all.map((one) => [`/${one.pattern}/${one.flags}`, one]));
  const bad: string[] = [];
  for (const [text, { file, pattern, flags: own }] of seen) {
    if (file in short || (!isLong && proved.has(text) && version === PROVED_BY)) continue;
    const { status } = await check(pattern, own, withoutClock);
    if (status !== "safe") bad.push(`${file}: ${text}: ${status}`);
  }
  expect(bad).toEqual([]);
  expect([...proved].filter((text) => !seen.has(text))).toEqual([]);
});

test("one that does is seen", async () => {
  expect((await check(String.raw`\s+$`, "", withoutClock)).status).toBe("vulnerable");
  expect((await check("^(a+)+$", "", withoutClock)).status).toBe("vulnerable");
});
