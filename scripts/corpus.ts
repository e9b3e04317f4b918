/**
 * Compares the findings with those that are expected in a corpus of stanzas from the wild, where
 * one lies beside the checkout. Exit status 1 if a rule of severity error disagrees anywhere.
 *
 * usage: npm run corpus [-- FOLDER]
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { defaultConfiguration } from "../server/core/config";
import { StanzaDocument } from "../server/core/document";
import { LineIndex } from "../server/core/lines";
import { findRule } from "../server/core/rules/index";

const folder = process.argv[2] ?? "../shared/corpus";

/** Stanza files and the list of their expected findings: `file TAB line of the stanza TAB rule`. */
const sets = [
  { files: "stanzas", expected: "expected-stanzas.tsv" },
  { files: "seed", expected: "expected-seed.tsv" },
];

if (!existsSync(folder)) {
  console.log(`SKIPPED: there is no corpus at ${folder}`);
  process.exit(0);
}

let disagreements = 0;
for (const { files, expected } of sets) {
  const wanted = readExpected(join(folder, expected));
  const found = check(join(folder, files));
  const missing = [...wanted].filter((row) => !found.has(row));
  const extra = [...found].filter((row) => !wanted.has(row));
  for (const row of missing) console.log(`missing\t${row}`);
  for (const row of extra) console.log(`extra\t${row}`);
  const serious = [...missing, ...extra].filter(isError);
  disagreements += serious.length;
  const errors = [...wanted].filter(isError).length;
  console.log(
    `${files}: ${wanted.size} findings expected, ${errors} of severity error; ` +
      `${missing.length} missing, ${extra.length} extra, ${serious.length} of severity error`,
  );
}
process.exit(disagreements === 0 ? 0 : 1);

function readExpected(path: string): Set<string> {
  const rows = readFileSync(path, "utf8").split("\n");
  return new Set(rows.filter((row) => row !== "" && !row.startsWith("#")));
}

function check(root: string): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, "utf8");
    const lines = new LineIndex(text);
    const name = relative(root, path).replaceAll("\\", "/");
    for (const { finding, stanzaStart } of new StanzaDocument(
      text,
      defaultConfiguration,
    ).findings()) {
      found.add(`${name}\t${lines.positionAt(stanzaStart).line + 1}\t${finding.rule.id}`);
    }
  }
  return found;
}

/** A rule that is not there yet cannot disagree; what it would have found is printed as missing. */
function isError(row: string): boolean {
  return findRule(row.split("\t")[2] ?? "")?.severity === "error";
}
