/**
 * Brings data/ up to date with the sources of XEPs (https://github.com/xsf/xeps): titles and
 * statuses, where a namespace is found, what stands beside an application-specific condition in
 * text and examples, and what payloads may hold. What a person has to decide stays as it is; what has no row yet is
 * listed, and the exit status is 1 then.
 *
 * usage: npm run facts -- FOLDER [--check] [--codec FILE]
 * --check writes nothing, and exits with 1 too if a table would change
 * --codec names specs/xmpp_codec.spec of https://github.com/processone/xmpp; without it, what the tables have of it stays
 *
 * The tables of payloads need the history of the sources, that is a clone of the repository.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { derive } from "./facts/derive";
import { readFolder } from "./facts/folder";
import { readCodec } from "./facts/payloads/codec";
import { derivePayloads, payloadQuestions } from "./facts/payloads/derive";
import { hasHistory, readHistory } from "./facts/payloads/history";
import { formatPayloadTables, readPayloadTables } from "./facts/payloads/tables";
import { formatTables, readTables } from "./facts/tables";
import { readEntities } from "./facts/xep";

const usage = `usage: npm run facts -- FOLDER [--check] [--codec FILE]
FOLDER holds xep-NNNN.xml, xep.ent and inbox/, as https://github.com/xsf/xeps does.`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean" }, codec: { type: "string" } },
});
const [folder] = positionals;
const isCheck = options.check === true;
const root = process.cwd();

if (!folder || !existsSync(join(folder, "xep.ent"))) {
  console.error(usage);
  process.exit(2);
}

const xeps = readFolder(folder);
const { tables, questions } = derive(readTables(root), xeps);
const asked = [...questions];
const texts = [...formatTables(tables)];
if (hasHistory(folder)) {
  const common = readEntities(readFileSync(join(folder, "xep.ent"), "utf8"));
  const history = readHistory(folder, common);
  const codec =
    options.codec === undefined ? undefined : readCodec(readFileSync(options.codec, "utf8"));
  const payloads = derivePayloads(readPayloadTables(root), tables, { xeps, history, codec });
  texts.push(...formatPayloadTables(payloads));
  asked.push(...payloadQuestions(payloads, tables));
} else {
  console.log(`${folder} has no history: the tables of payloads stay as they are.`);
}

let stale = 0;
for (const [path, text] of texts) {
  if (readFileSync(join(root, path), "utf8") === text) continue;
  stale++;
  if (!isCheck) writeFileSync(join(root, path), text);
  console.log(isCheck ? `${path} would change` : `${path} changed`);
}
for (const question of asked) console.log(question);
console.log(
  `${xeps.length} documents read, ${stale} tables ${isCheck ? "stale" : "changed"}, ` +
    `${asked.length} questions for a person.`,
);
if (stale > 0 && !isCheck) console.log("Now run: npm run generate");
process.exitCode = asked.length > 0 || (isCheck && stale > 0) ? 1 : 0;
