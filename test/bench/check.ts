/**
 * How long the command line takes for a file, against saxes alone over the same text: whole
 * processes in turn, medians, and the ratio of each pair.
 *
 * usage: node scripts/run.mjs test/bench/check.ts [MEGABYTES] [RUNS]
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
  benchSources(folder);
} finally {
  rmSync(folder, { recursive: true });
}

/** All XEP sources in one run, where they are there: time, and the memory of the process. */
function benchSources(temporary: string): void {
  const sources = join(process.cwd(), "../shared/corpus/xeps");
  if (!existsSync(sources)) {
    console.log("XEP sources  absent");
    return;
  }
  const probe = join(temporary, "probe.cjs");
  const memory =
    'process.on("exit", () => require("node:fs").writeSync(2, String(process.resourceUsage().maxRSS)));';
  writeFileSync(probe, memory);
  const args = [
    "--require",
    probe,
    "dist/cli.js",
    "check",
    sources,
    "--format",
    "compact",
    "--jobs",
    "1",
  ];
  const measured = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 30 });
    return { time: performance.now() - start, kilobytes: Number(/\d+$/.exec(stderr)?.[0]) };
  });
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
  const count = files.filter((name) => name.endsWith(".xml")).length;
  const milliseconds = median(measured.map((one) => one.time)).toFixed(0);
  const megabytes = (median(measured.map(({ kilobytes }) => kilobytes)) / 1024).toFixed(0);
  console.log(`XEP sources  ${count} files, ${milliseconds} ms, ${megabytes} MB resident at most`);
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
