/**
 * Takes over measured answers: reads `answers.tsv` of a folder, and writes data/answers/servers.tsv and clients.tsv.
 * usage: npm run answers -- FOLDER MONTH     (MONTH: when they were measured, as 2026-11)
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answerColumns, answerFolder, readAnswerTables } from "./answers/tables";

const [folder, month] = process.argv.slice(2);
if (!folder || !/^\d{4}-\d{2}$/.test(month ?? "")) {
  console.error("usage: npm run answers -- FOLDER MONTH");
  process.exit(2);
}

/** Columns of the measurement that are called otherwise there. */
const names: Readonly<Record<string, string>> = {
  type: "error type",
  text_lang: "text lang",
  payload: "payload returned",
  app: "app condition",
};

const [head = "", ...lines] = readFileSync(join(folder, "answers.tsv"), "utf8")
  .trimEnd()
  .split("\n");
const columns = head.split("\t");
const rows = lines.map((line) => {
  const cells = line.split("\t");
  return answerColumns.map((name) => {
    if (name === "measured") return month;
    const index = columns.indexOf(names[name] ?? name);
    if (index < 0) throw new Error(`answers.tsv has no column for ${name}`);
    return cells[index] ?? "";
  });
});

const root = process.cwd();
const { software } = readAnswerTables(root);
const roleOf = new Map(software.map((row) => [row.software, row.role]));
for (const role of ["server", "client"]) {
  const own = rows.filter(
    ([name = ""]) => (roleOf.get(name) === "client" ? "client" : "server") === role,
  );
  const text = [answerColumns, ...own].map((row) => row.join("\t")).join("\n");
  writeFileSync(join(root, `${answerFolder}/${role}s.tsv`), `${text}\n`);
  console.log(`${answerFolder}/${role}s.tsv: ${own.length} answers`);
}
const unknown = new Set(rows.map(([name = ""]) => name).filter((name) => !roleOf.has(name)));
for (const name of unknown) console.error(`${name} has no row in ${answerFolder}/software.tsv`);
if (unknown.size > 0) process.exitCode = 1;
