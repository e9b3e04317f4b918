/**
 * Brings data/ up to date with the sources of XEPs (https://github.com/xsf/xeps): titles and
 * statuses, where a namespace is found, and what stands beside an application-specific condition in
 * text and examples. What a person has to decide stays as it is; what has no row yet is listed, and
 * the exit status is 1 then.
 *
 * usage: npm run facts -- FOLDER [--check]
 * --check writes nothing, and exits with 1 too if a table would change
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { derive } from "./facts/derive";
import { readFolder } from "./facts/folder";
import { formatTables, readTables } from "./facts/tables";

const [folder] = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const isCheck = process.argv.includes("--check");
const root = process.cwd();

if (!folder || !existsSync(join(folder, "xep.ent"))) {
  console.error("usage: npm run facts -- FOLDER [--check]");
  console.error(
    "FOLDER holds xep-NNNN.xml, xep.ent and inbox/, as https://github.com/xsf/xeps does.",
  );
  process.exit(2);
}

const xeps = readFolder(folder);
const { tables, questions } = derive(readTables(root), xeps);
let stale = 0;
for (const [path, text] of formatTables(tables)) {
  if (readFileSync(join(root, path), "utf8") === text) continue;
  stale++;
  if (!isCheck) writeFileSync(join(root, path), text);
  console.log(isCheck ? `${path} would change` : `${path} changed`);
}
for (const question of questions) console.log(question);
console.log(
  `${xeps.length} documents read, ${stale} tables ${isCheck ? "stale" : "changed"}, ` +
    `${questions.length} questions for a person.`,
);
if (stale > 0 && !isCheck) console.log("Now run: npm run generate");
process.exitCode = questions.length > 0 || (isCheck && stale > 0) ? 1 : 0;
