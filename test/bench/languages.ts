/** What the languages cost in which stanzas stand: a look at files that have none, and the reading of those that have some. */

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import javascript from "../../server/core/sources/javascript";
import { extensions } from "../../server/core/sources/names";
import { programAdapter } from "../../server/core/sources/programs";
import { programLanguages } from "../support/programs";
import { median } from "./median";

/**
 * The same process with and without the look: it lists the files of a repository, reads all of them, and makes text of those
 * that may be programs. In turn, by the time that the processor works for it, without that of git.
 * @param folder for the script
 */
export function measureLook(
  repository: string,
  folder: string,
  runs: number,
): { readonly looked: number; readonly files: string } {
  const look = join(folder, "plain.mjs");
  buildSync({
    entryPoints: ["server/core/sources/plain.ts"],
    outfile: look,
    bundle: true,
    minify: true,
    format: "esm",
    logLevel: "error",
  });
  const script = join(folder, "look.mjs");
  writeFileSync(script, lookScript);
  const run = (looks: boolean) => {
    const args = [script, look, looks ? "look" : "read", Object.values(extensions).flat().join()];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: repository,
      encoding: "utf8",
    });
    if (stdout === "") throw new Error(stderr);
    const [microseconds, files, lookedInto] = stdout.split(" ").map(Number);
    return { microseconds: microseconds!, files: `${lookedInto} of ${files}` };
  };
  run(true);
  const [plain, looking]: [number[], number[]] = [[], []];
  let files = "";
  for (let i = 0; i < runs; i++) {
    plain.push(run(false).microseconds);
    const one = run(true);
    looking.push(one.microseconds);
    files = one.files;
  }
  return { looked: median(looking) / median(plain), files };
}

const lookScript = `
import { execFileSync } from "node:child_process";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
const [, , look, mode, endings] = process.argv;
const { mightContainStanza } = await import(pathToFileURL(look));
const names = new Set(endings.split(","));
const files = execFileSync("git", ["ls-files", "-z"], { maxBuffer: 1e9, encoding: "utf8" }).split("\\0").slice(0, -1);
const buffer = Buffer.allocUnsafeSlow(11_000_000);
let looked = 0;
let hits = 0;
for (const file of files) {
  let count = 0;
  try {
    const descriptor = openSync(file);
    if (fstatSync(descriptor).isFile()) count = readSync(descriptor, buffer, 0, buffer.length, 0);
    closeSync(descriptor);
  } catch {
    continue;
  }
  if (!names.has(extname(file).slice(1).toLowerCase())) continue;
  const text = buffer.toString("latin1", 0, count);
  if (mode === "look" && mightContainStanza(text)) hits++;
  looked++;
}
const { user, system } = process.cpuUsage();
console.log(user + system, files.length, looked, hits);
`;

/** A stanza in each of so many lines. */
const SHARE = 25;
const LINES = 10_000;

/** Reads a program of 10,000 lines of each language, in turn with the same lines in JavaScript. */
export function* measureLanguages(
  runs: number,
): Generator<{ readonly name: string; readonly ratio: number }> {
  const peer = programOf((text) => `"${text.replaceAll('"', '\\"')}"`);
  for (const { name, source, forms, before, after } of programLanguages) {
    const adapter = programAdapter(source);
    const form = Object.values(forms)[0]!;
    const text = before + programOf((stanza) => form(stanza) ?? '""') + after;
    if (adapter.read(text, {}).length !== LINES / SHARE)
      throw new Error(`${name}: stanzas are missed`);
    const ratios: number[] = [];
    for (let i = 0; i < runs; i++) {
      const own = timeOf(() => adapter.read(text, {})) / text.length;
      ratios.push(own / (timeOf(() => javascript.read(peer, { path: "a.js" })) / peer.length));
    }
    yield { name, ratio: median(ratios) };
  }
}

function programOf(write: (stanza: string) => string): string {
  return Array.from({ length: LINES }, (_, i) => {
    if (i % SHARE === 0) return `x${i} = ${write(`<message to="a@b" id="${i}"/>`)};\n`;
    return i % 5 === 0 ? `call${i}("some words", (x + ${i}) * 2);\n` : `  y${i} = f(x, ${i});\n`;
  }).join("");
}

function timeOf(task: () => void): number {
  const start = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
