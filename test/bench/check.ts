/**
 * How long the command line takes for a file, against saxes alone over the same text: whole
 * processes in turn, medians, and the ratio of each pair.
 *
 * usage: node scripts/run.mjs test/bench/check.ts [MEGABYTES] [RUNS]
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateStanzas } from "./generate";

const megabytes = Number(process.argv[2] ?? 1);
const runs = Number(process.argv[3] ?? 11);

const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-bench-"));
try {
  const file = join(folder, "stanzas.xml");
  writeFileSync(file, generateStanzas(megabytes * 1_000_000));
  const saxes = join(folder, "saxes.cjs");
  writeFileSync(saxes, saxesAlone(file));
  const pairs = Array.from({ length: runs + 1 }, () => ({
    alone: time([saxes]),
    check: time(["dist/cli.js", "check", file, "--format", "compact"]),
  })).slice(1); // the first pair warms the file cache
  const ratios = pairs.map(({ alone, check }) => check / alone);
  console.log(`${megabytes} MB of stanzas, ${runs} pairs of processes, medians`);
  console.log(`saxes alone  ${median(pairs.map(({ alone }) => alone)).toFixed(0)} ms`);
  console.log(`check        ${median(pairs.map(({ check }) => check)).toFixed(0)} ms`);
  console.log(`ratio        ${median(ratios).toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function time(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 30 });
  if (status !== 0 && status !== 1) throw new Error(String(stderr));
  return performance.now() - start;
}

/** A script that parses the file with saxes, namespaces on, and does nothing else. */
function saxesAlone(file: string): string {
  return `const { SaxesParser } = require(${JSON.stringify(join(process.cwd(), "node_modules/saxes"))});
const parser = new SaxesParser({ xmlns: true });
parser.on("error", (error) => { throw error; });
parser.write(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8")).close();
`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
