/**
 * Times and memory, compared with alternatives: one table, with ratios, because milliseconds are those of a machine and
 * a moment. docs/performance.md says how to read it.
 *
 * usage: npm run bench [-- --json] [--quick] [--stream MEGABYTES]
 *        npm run bench -- --limits    a few ratios that hold on any machine; fails where one does not
 *        npm run bench -- --languages [REPOSITORY]    what the look for stanzas costs, and how fast each language is read
 *        npm run bench -- --programs  what programs wait for: the package of npm, the filter and the tap
 *        npm run bench -- --linear    the same for texts that want to break something; takes many minutes
 */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { corpus } from "../support/corpus";
import { measureBlock, measureCancelling, measureFeatures, measureOpening } from "./editing";
import { generateStanzas } from "./generate";
import { measureKeystrokes } from "./keystroke";
import { measureLanguages, measureLook } from "./languages";
import { measureGrowth } from "./linear";
import { mixedText } from "./mix";
import { over, peersIn, writeSaxesScript } from "./peers";
import { type Command, loadOfMachine, timeInTurn } from "./processes";
import { type Measured, measureFilter, measureLibrary, measureTap } from "./programs";
import { type Row, tableOf } from "./table";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean" },
    languages: { type: "boolean" },
    limits: { type: "boolean" },
    linear: { type: "boolean" },
    programs: { type: "boolean" },
    quick: { type: "boolean" },
    stream: { type: "string" },
  },
});
const runs = values.quick || values.limits ? 3 : 9;
const MB = 1_000_000;

const rows: Row[] = [];
const absent = new Set<string>();
const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-bench-"));
const cli = join(process.cwd(), "dist/cli.js");
const checkAs = (format: string, ...args: string[]) => [
  process.execPath,
  cli,
  "check",
  "--format",
  format,
  ...args,
];
const check = (...args: string[]) => checkAs("compact", ...args);

async function main(): Promise<void> {
  const load = loadOfMachine();
  const saxes = writeSaxesScript(folder);
  const peers = peersIn(folder);
  for (const { name, command } of peers) if (!command) absent.add(name);

  const mix = write("mix.xml", mixedText(10 * MB, join(folder, "mix.xml")));
  compare("10 MB of real stanzas", [
    { name: "saxes alone", command: [process.execPath, saxes, mix] },
    { name: "check", command: check(mix) },
    { name: "check --format json", command: checkAs("json", mix) },
  ]);
  const one = write("1.xml", generateStanzas(MB));
  const ten = write("10.xml", generateStanzas(10 * MB));
  compare("1 MB in one file", [
    { name: "saxes alone", command: [process.execPath, saxes, one] },
    { name: "check", command: check(one) },
  ]);
  compare("10 MB in one file", [
    { name: "saxes alone", command: [process.execPath, saxes, ten] },
    { name: "check", command: check(ten) },
    ...over([ten], peers),
  ]);
  const unlike = write("unlike.xml", withoutLikeness(generateStanzas(10 * MB)));
  compare("10 MB, no two stanzas alike", [
    { name: "saxes alone", command: [process.execPath, saxes, unlike] },
    { name: "check", command: check(unlike) },
  ]);
  const count = values.quick ? 500 : 5000;
  const many = writeMany(count);
  compare(`${count} files of 2 KB`, [
    { name: "check", command: check(join(folder, "many")) },
    { name: "check --jobs 1", command: check("--jobs", "1", join(folder, "many")) },
    ...over(many, peers),
  ]);
  const megabytes = Number(values.stream ?? (values.quick ? 20 : 100));
  const stream = writeStream(megabytes);
  compare(
    `${megabytes} MB from a pipe`,
    [
      { name: "saxes alone", command: [process.execPath, saxes, "-"], input: stream },
      { name: "check -", command: check("-"), input: stream },
    ],
    Math.min(runs, 3),
  );
  compare("start, one small file", [
    { name: "node -e 0", command: [process.execPath, "-e", "0"] },
    { name: "check", command: check(write("small.xml", generateStanzas(2000))) },
  ]);
  sources();
  await editing();
  print(load);
}

/** Measures that a busy or slow machine changes little. */
async function limits(): Promise<void> {
  const ten = write("10.xml", generateStanzas(10 * MB));
  const saxes = writeSaxesScript(folder);
  const [alone, checked] = timeInTurn(
    [
      { name: "saxes alone", command: [process.execPath, saxes, ten] },
      { name: "check", command: check(ten) },
    ],
    runs,
  );
  hold("check of 10 MB, in terms of saxes alone", checked!.milliseconds / alone!.milliseconds, 4);
  for (const mistakes of [0, 3]) {
    const small = await measureKeystrokes(MB / 100, mistakes, 40);
    const large = await measureKeystrokes(10 * MB, mistakes, 40);
    const what = mistakes === 0 ? "" : ", with findings";
    hold(`a key in 10 MB, in terms of one in 10 KB${what}`, large.letter / small.letter, 5);
  }
  const cancelled = await measureCancelling(generateStanzas(10 * MB, 7), runs);
  hold("the end of a cancelled check of 10 MB, in terms of the check", cancelled, 0.5);
}

/** Time grows as the text does, or little more: what a machine does besides makes single runs uneven. */
function linear(): void {
  for (const { name, ratio, times } of measureGrowth(5)) hold(`${name} (${times})`, ratio, 3);
}

/** The look at files of all languages, and the time in which each language is read. */
function languages(): void {
  const { looked, files } = measureLook(positionals[0] ?? ".", folder, values.quick ? 9 : 41);
  hold(`git ls-files, and reading and looking into ${files} files, without the look`, looked, 1.1);
  for (const { name, ratio } of measureLanguages(runs)) {
    hold(`${name}: 10,000 lines, per character, in terms of JavaScript`, ratio, 2);
  }
}

async function programs(): Promise<void> {
  console.log(`load of the machine: ${loadOfMachine()}`);
  const show = (all: readonly Measured[]) => {
    for (const { name, value } of all) console.log(`${name}: ${value}`);
  };
  show(measureLibrary(join(process.cwd(), "dist/npm"), runs));
  show(await measureTap(cli, values.quick ? 400 : 4000));
  show(measureFilter(cli, values.quick ? 10_000 : 100_000, runs));
}

function hold(what: string, ratio: number, most: number): void {
  console.log(
    `${ratio <= most ? "holds" : "FAILS"}: ${what}: ${ratio.toFixed(2)}, at most ${most}`,
  );
  if (ratio > most) process.exitCode = 1;
}

function compare(group: string, commands: readonly Command[], times = runs): void {
  const timed = timeInTurn(commands, times);
  const [first] = timed;
  for (const { name, milliseconds, processor, megabytes } of timed) {
    const ratio = milliseconds / first!.milliseconds;
    const processorRatio = processor && first!.processor && processor / first!.processor;
    const measured = { ratio, processor, processorRatio, megabytes };
    rows.push({ group, name, value: milliseconds, unit: "ms", ...measured });
  }
}

/** All XEP sources in one run, where they lie beside the repository. */
function sources(): void {
  const xeps = join(corpus, "xeps");
  if (!existsSync(xeps)) absent.add("XEP sources");
  else
    compare("XEP sources, one run", [
      { name: "check --jobs 1", command: check("--jobs", "1", xeps) },
    ]);
}

async function editing(): Promise<void> {
  for (const mistakes of [0, 3]) {
    const what = mistakes === 0 ? "without findings" : "a finding in every third stanza";
    const group = `one key to diagnostics, ${what}`;
    let first: { letter: number; tag: number } | undefined;
    for (const size of [MB / 100, MB, 10 * MB]) {
      const measured = await measureKeystrokes(size, mistakes, values.quick ? 20 : 250);
      first ??= measured;
      for (const kind of ["letter", "tag"] as const) {
        const name = `${size / MB} MB, ${kind === "letter" ? "a letter" : "a tag broken and mended"}`;
        const value = measured[kind];
        const megabytes = measured.memory.at(-1);
        rows.push({ group, name, value, unit: "ms", ratio: value / first[kind], megabytes });
      }
    }
  }
  const text = generateStanzas(10 * MB);
  const opening = measureOpening(text, Math.min(runs, 5));
  const group = "10 MB opened";
  rows.push({
    group,
    name: "saxes alone, same process",
    value: opening.saxes,
    unit: "ms",
    ratio: 1,
  });
  const ratio = opening.findings / opening.saxes;
  rows.push({
    group,
    name: "all findings, same process",
    value: opening.findings,
    unit: "ms",
    ratio,
  });
  const block = await measureBlock(text, Math.min(runs, 5), folder);
  rows.push({ group, name: "longest block of the server meanwhile", value: block, unit: "ms" });
  for (const [name, value] of await measureFeatures(generateStanzas(10 * MB, 3), runs)) {
    rows.push({ group: "10 MB, after an edit", name, value, unit: "ms" });
  }
}

/** The text with a namespace of its own in each stanza, so that what is known of one helps with no other. */
function withoutLikeness(text: string): string {
  let count = 0;
  return text.replace(/<(?:active|c|query|detail) xmlns='/g, (start) => `${start}${count++}:`);
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function writeMany(count: number): string[] {
  mkdirSync(join(folder, "many"));
  const text = generateStanzas(2000);
  return Array.from({ length: count }, (_, i) => write(join("many", `${i}.xml`), text));
}

function writeStream(megabytes: number): string {
  const path = write("stream.xml", "");
  const text = generateStanzas(10 * MB);
  const start = text.indexOf("\n") + 1;
  const end = text.lastIndexOf("</stream:stream>");
  writeFileSync(path, text.slice(0, start));
  for (let written = 0; written < megabytes; written += 10) {
    writeFileSync(path, text.slice(start, end), { flag: "a" });
  }
  writeFileSync(path, text.slice(end), { flag: "a" });
  return path;
}

function print(load: string): void {
  if (values.json) {
    console.log(
      JSON.stringify({ node: process.version, load, runs, absent: [...absent], rows }, null, 2),
    );
    return;
  }
  console.log(
    `Node.js ${process.version}, ${cpus().length} cores, load ${load} at the start; medians of ${runs} runs\n`,
  );
  console.log(tableOf(rows));
  if (absent.size > 0) console.log(`\nAbsent: ${[...absent].join(", ")}`);
}

try {
  if (values.linear) linear();
  else if (values.languages) languages();
  else if (values.programs) await programs();
  else await (values.limits ? limits() : main());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
