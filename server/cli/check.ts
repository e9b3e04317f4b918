/** `xmpp-stanza check`: finds files, runs the core over them, prints what it found. */

import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative } from "node:path";
import type { Configurations, FileWithMistakes } from "../configuration/configurations";
import { LineIndex } from "../core/text/lines";
import type { Translate } from "../core/text/translate";
import { isInputError, reasonOf } from "../disk/readText";
import { unslashed } from "../disk/slashes";
import type { ResultCache } from "./cache";
import { type CheckSettings, FileChecker } from "./fileCheck";
import { findInputs, type InputFile } from "./inputs";
import type { FailedRule, FileOutcome, KeptOutcome } from "./outcome";
import { Progress } from "./progress";
import { Report, type Reporter } from "./reporters/reporter";
import type { Listener } from "./threads";

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly settings: CheckSettings;
  readonly configurations: Configurations;
  /** More warnings than that are as bad as an error. */
  readonly maxWarnings: number;
  /** Threads; undefined for as many as are worth it. */
  readonly jobs: number | undefined;
  /** Of so many parts of the files, this one; from 1. */
  readonly shard: Shard | undefined;
  /** Where results are kept, if they are. */
  readonly cacheFile: string | undefined;
}

export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Below so many files, and so many bytes in all, other threads take longer to start than they save. */
const MIN_FILES_FOR_THREADS = 200;
const MIN_BYTES_FOR_THREADS = 20_000_000;

/** Of so many files the sizes are looked at, to know about how many bytes there are. */
const SAMPLE = 50;

/** @returns the exit status: 0 no errors, 1 errors found, 2 something could not be read or written */
export async function check(options: CheckOptions, translate: Translate): Promise<number> {
  const { settings, configurations, shard, maxWarnings } = options;
  let trouble = false;
  const complain = (message: string) => {
    process.stderr.write(`${message}\n`);
    trouble = true;
  };
  let files: readonly InputFile[] = [];
  try {
    const found = await findInputs(options.paths, configurations, settings.stdinName, translate);
    for (const problem of found.problems) complain(`xmpp-stanza: ${problem}`);
    files = shard ? found.files.filter((_, i) => i % shard.count === shard.index - 1) : found.files;
  } catch (error) {
    // A configuration that cannot be read: nobody knows how the files are to be checked.
    if (!isInputError(error)) throw error;
    complain(`xmpp-stanza: ${error.message}`);
    return 2;
  }
  for (const one of await configurations.mistaken()) {
    for (const line of mistakeLines(one, translate)) complain(line);
  }

  const cache = await openCache(options);
  const progress = new Progress(process.stderr, files.length, translate);
  const checker = await FileChecker.create(settings, translate);
  const printer = new Printer(checker.reporter, settings.fix === "print", (message) => {
    progress.clear();
    complain(`xmpp-stanza: ${message}`);
  });
  const failed = new Set<string>();
  const tellFailed = (path: string, { rule, task, error }: FailedRule) => {
    if (failed.has(`${rule} ${task}`)) return;
    failed.add(`${rule} ${task}`);
    const values = { file: path, rule };
    const message =
      task === "check"
        ? translate(
            "{file}: the rule {rule} failed, the others did not. This is a mistake in xmpp-stanza.",
            values,
          )
        : translate(
            "{file}: a fix of the rule {rule} could not be made. This is a mistake in xmpp-stanza.",
            values,
          );
    progress.clear();
    complain(`xmpp-stanza: ${message}\n${error}`);
  };
  let done = 0;
  await checkFiles(files, options, checker, cache, {
    async tell(index, outcome) {
      if (outcome.key !== undefined) cache?.set(files[index]!.path, outcome as KeptOutcome);
      for (const one of outcome.failures ?? []) tellFailed(files[index]!.path, one);
      await printer.add(index, outcome, () => progress.clear());
    },
    async end(index) {
      progress.tell(++done);
      await printer.close(index, () => progress.clear());
    },
  });
  progress.clear();
  await printer.end();
  try {
    cache?.save();
  } catch (error) {
    complain(`xmpp-stanza: ${options.cacheFile}: ${reasonOf(error, translate)}`);
  }
  return trouble ? 2 : printer.errors > 0 || printer.warnings > maxWarnings ? 1 : 0;
}

/** In the order of the files where there is one thread. */
async function checkFiles(
  files: readonly InputFile[],
  { jobs = defaultJobs(files) }: CheckOptions,
  checker: FileChecker,
  cache: ResultCache | undefined,
  listener: Listener,
): Promise<void> {
  if (jobs === 1 || files.length < 2) {
    for (const [index, file] of files.entries()) {
      await checker.checkAny(file, cache?.get(file.path), (one) => listener.tell(index, one));
      await listener.end(index);
    }
    return;
  }
  // Loaded when it is worth it.
  const { checkInThreads } = await import("./threads");
  const tasks = files.map((file, index) => ({ index, file, kept: cache?.get(file.path) }));
  await checkInThreads(tasks, Math.min(jobs, files.length), checker, listener);
}

function defaultJobs(files: readonly InputFile[]): number {
  if (files.length < MIN_FILES_FOR_THREADS) return 1;
  let bytes = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const { path } = files[Math.floor((i * files.length) / SAMPLE)]!;
    bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  const isMuch = (bytes / SAMPLE) * files.length >= MIN_BYTES_FOR_THREADS;
  return isMuch ? availableParallelism() : 1;
}

async function openCache({ cacheFile }: CheckOptions): Promise<ResultCache | undefined> {
  if (cacheFile === undefined) return undefined;
  const { ResultCache } = await import("./cache");
  return new ResultCache(cacheFile);
}

/** Prints outcomes in the order of the files, whenever they come. */
class Printer {
  readonly #report: Report;
  readonly #waiting = new Map<number, FileOutcome[]>();
  /** Of those that wait, the files of which nothing more comes. */
  readonly #closed = new Set<number>();
  #printed: Promise<void> = Promise.resolve();
  #next = 0;
  errors = 0;
  warnings = 0;

  constructor(
    reporter: Reporter,
    readonly printsDiff: boolean,
    readonly complain: (message: string) => void,
  ) {
    this.#report = new Report(reporter);
  }

  async add(index: number, outcome: FileOutcome, before: () => void): Promise<void> {
    const waiting = this.#waiting.get(index);
    if (waiting) waiting.push(outcome);
    else this.#waiting.set(index, [outcome]);
    await this.#printReady(before);
  }

  async close(index: number, before: () => void): Promise<void> {
    this.#closed.add(index);
    await this.#printReady(before);
  }

  async end(): Promise<void> {
    await this.#print(this.printsDiff ? "" : this.#report.end());
  }

  /** One after the other, however many threads have something to tell. */
  #print(text: string): Promise<void> {
    this.#printed = this.#printed.then(() => print(text));
    return this.#printed;
  }

  /** Prints what is complete up to the file that is still being checked, and what there is of that. */
  async #printReady(before: () => void): Promise<void> {
    let text = "";
    for (let isClosed = true; isClosed; ) {
      for (const one of this.#waiting.get(this.#next) ?? []) text += this.#textOf(one);
      this.#waiting.delete(this.#next);
      isClosed = this.#closed.delete(this.#next);
      if (isClosed) this.#next++;
    }
    if (text === "") return;
    before();
    await this.#print(text);
  }

  #textOf({ errors, warnings, complaint, report, diff }: FileOutcome): string {
    this.errors += errors;
    this.warnings += warnings;
    if (complaint !== undefined) this.complain(complaint);
    return report ? this.#report.add(report) : (diff ?? "");
  }
}

/** `file:line:column: what is wrong`, for each mistake of a configuration file. */
function mistakeLines({ path, text, mistakes }: FileWithMistakes, translate: Translate): string[] {
  const lines = new LineIndex(text);
  const name = relative(process.cwd(), unslashed(path));
  return mistakes.map(({ span, message, values }) => {
    const { line, character } = lines.positionAt(span.start);
    return `${name}:${line + 1}:${character + 1}: ${translate(message, values)}`;
  });
}

/** Waits where the reader of the pipe is slower, so that output does not pile up in memory. */
async function print(text: string): Promise<void> {
  if (text === "" || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}
