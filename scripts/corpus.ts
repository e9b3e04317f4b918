/**
 * Compares the findings with those that are expected in a corpus of stanzas from the wild, where
 * one lies beside the checkout. Exit status 1 if any rule disagrees anywhere, whatever its severity.
 *
 * usage: npm run corpus [-- FOLDER]     (XMPP_STANZA_CORPUS, or ../shared/corpus)
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { defaultConfiguration } from "../server/core/check/config";
import { SourceDocument } from "../server/core/document/sourceDocument";
import { findRule } from "../server/core/rules";
import type { Rule } from "../server/core/rules/rule";
import { readEntities } from "../server/core/sources/entityDeclarations";
import type { SourceAdapter } from "../server/core/sources/source";
import xep from "../server/core/sources/xep";
import { LineIndex } from "../server/core/text/lines";

const folder = process.argv[2] ?? process.env.XMPP_STANZA_CORPUS ?? "../shared/corpus";

/** Stanza files and the list of their expected findings: `file TAB line of the stanza TAB rule`. */
const sets: readonly { files: string; expected: string; adapter?: SourceAdapter }[] = [
  { files: "stanzas", expected: "expected-stanzas.tsv" },
  { files: "seed", expected: "expected-seed.tsv" },
  { files: "xeps", expected: "expected-xeps.tsv", adapter: xep },
];

if (!existsSync(folder)) {
  console.log(`SKIPPED: there is no corpus at ${folder}`);
  process.exit(0);
}

let disagreements = 0;
for (const { files, expected, adapter } of sets) {
  const wanted = readExpected(join(folder, expected));
  const start = performance.now();
  const all = check(join(folder, files), adapter);
  // The lists are of stanzas.
  const ofFamilies = [...all].filter((row) => ruleOf(row)?.check.on === "family");
  const found = new Set([...all].filter((row) => !ofFamilies.includes(row)));
  const milliseconds = Math.round(performance.now() - start);
  const missing = [...wanted].filter((row) => !found.has(row));
  const extra = [...found].filter((row) => !wanted.has(row));
  for (const row of ofFamilies) console.log(`beside\t${row}`);
  for (const row of missing) console.log(`missing\t${row}`);
  for (const row of extra) console.log(`extra\t${row}`);
  const serious = [...missing, ...extra].filter(isError);
  disagreements += missing.length + extra.length;
  const errors = [...wanted].filter(isError).length;
  console.log(
    `${files}: ${wanted.size} findings expected, ${errors} of severity error; ` +
      `${missing.length} missing, ${extra.length} extra, ${serious.length} of severity error; ${milliseconds} ms`,
  );
}
process.exit(disagreements === 0 ? 0 : 1);

function readExpected(path: string): Set<string> {
  const rows = readFileSync(path, "utf8").split("\n");
  return new Set(rows.filter((row) => row !== "" && !row.startsWith("#")));
}

function check(root: string, adapter: SourceAdapter | undefined): Set<string> {
  const found = new Set<string>();
  const declared = join(root, "xep.ent");
  const options = existsSync(declared)
    ? { entities: readEntities(readFileSync(declared, "utf8")) }
    : {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith(".ent")) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, "utf8");
    const lines = new LineIndex(text);
    const name = relative(root, path).replaceAll("\\", "/");
    const document = new SourceDocument(text, defaultConfiguration, adapter, options);
    for (const { finding, stanzaStart } of document.findings()) {
      found.add(`${name}\t${lines.positionAt(stanzaStart).line + 1}\t${finding.rule.id}`);
    }
  }
  return found;
}

/** A rule that is not there yet cannot disagree; what it would have found is printed as missing. */
function isError(row: string): boolean {
  return ruleOf(row)?.severity === "error";
}

function ruleOf(row: string): Rule | undefined {
  return findRule(row.split("\t")[2] ?? "");
}
