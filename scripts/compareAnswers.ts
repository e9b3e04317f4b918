/**
 * Compares recorded exchanges with what `reply --as` writes, and lists what differs.
 * usage: node scripts/run.mjs scripts/compareAnswers.ts [FOLDER [ASKER]]
 *   FOLDER holds SOFTWARE-*.txt with lines `C:` and `S:`; default: ../shared/answers/transcripts, if it is there
 *   ASKER is the full address of who asked
 */

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { answerProfiles, situationNames } from "../server/core/replies/answerProfiles";
import { compareAnswers } from "./answers/compare";
import { readExchanges } from "./answers/exchanges";

const folder = resolve(process.argv[2] ?? "../shared/answers/transcripts");
if (!existsSync(folder)) {
  console.log(`There are no transcripts in ${folder}: nothing to compare.`);
  process.exit(0);
}
const servers = answerProfiles().map(({ id }) => id);
const compared = compareAnswers(readExchanges(folder, servers), situationNames(), process.argv[3]);
for (const one of compared.filter(({ isRecognised }) => !isRecognised)) {
  console.log(`${one.situation ? `with --situation ${one.situation}` : "differs"}: ${one.file}`);
  console.log(`  C: ${one.request}\n  S: ${one.expected}`);
  if (!one.situation) console.log(`  =: ${one.actual}`);
}
for (const software of [...servers, ""]) {
  const own = compared.filter((one) => software === "" || one.software === software);
  const recognised = own.filter(({ isRecognised }) => isRecognised).length;
  const same = own.filter(({ situation }) => situation !== undefined).length;
  const share = ((100 * same) / own.length).toFixed(1);
  console.log(
    `${software || "all"}: ${recognised} + ${same - recognised} with --situation of ${own.length} (${share} %)`,
  );
}
