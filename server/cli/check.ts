/** `xmpp-stanza check`: finds files, checks them with the core, prints the findings. */

import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Configurations } from "../configuration/configurations";
import type { SourceName } from "../core/sources/names";
import type { Translate } from "../core/text/translate";
import { isInputError, reasonOf } from "../disk/readText";
import type { ResultCache } from "./cache";
import { EmptyFiles } from "./emptyFiles";
import { failurePrinter } from "./failures";
import { type CheckSettings, FileChecker } from "./fileCheck";
import { findInputs, type InputFile, type Inputs } from "./inputs";
import { printMistakes } from "./mistakes";
import type { KeptOutcome } from "./outcome";
import { printMessage } from "./output";
import { Printer } from "./printer";
import { Progress } from "./progress";
import type { Listener, Task } from "./threads";

export interface CheckOptions {
  readonly paths: readonly string[];
  /** What all files are read as; undefined for what each looks like. */
  readonly source: SourceName | undefined;
  readonly settings: CheckSettings;
  readonly configurations: Configurations;
  /** Maximum number of warnings; more make the run fail. */
  readonly maxWarnings: number;
  /** Number of threads; undefined for as many as are worth it. */
  readonly jobs: number | undefined;
  /** Part of the files to check. */
  readonly shard: Shard | undefined;
  /** Path of the cache; undefined for none. */
  readonly cacheFile: string | undefined;
}

export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Minimum number of files, and of bytes in all, for which starting threads pays. */
const MIN_FILES_FOR_THREADS = 200;
const MIN_BYTES_FOR_THREADS = 20_000_000;

/** Minimum number of files for which it pays to look for those without stanzas first. */
const MIN_FILES_FOR_LOOK = 50;

/** Number of files whose sizes are read to estimate the total. */
const SAMPLE = 50;

/** @returns the exit status: 0 no errors, 1 errors found, 2 something could not be read or written */
export async function check(options: CheckOptions, translate: Translate): Promise<number> {
  const { settings, configurations, shard, maxWarnings } = options;
  let trouble = false;
  const complain = (message: string, details?: string) => {
    printMessage(message, details);
    trouble = true;
  };
  let inputs: Inputs;
  try {
    inputs = await findInputs(
      options.paths,
      configurations,
      { stdinName: settings.stdinName, source: options.source },
      translate,
    );
    for (const problem of inputs.problems) complain(problem);
  } catch (error) {
    // With an unreadable configuration the right settings are unknown.
    if (!isInputError(error)) throw error;
    complain(error.message);
    return 2;
  }
  const files = shard
    ? inputs.files.filter((_, i) => i % shard.count === shard.index - 1)
    : inputs.files;
  if (await printMistakes(configurations, translate)) trouble = true;

  if (settings.fix === "write") {
    // Loaded on demand.
    const { recoverFiles } = await import("./repair");
    recoverFiles(files);
  }
  const cache = await openCache(options);
  const progress = new Progress(process.stderr, files.length, translate);
  const checker = new FileChecker(settings, translate);
  const printer = new Printer(await checker.reporters.for(undefined), settings.fix === "print", {
    complain(message) {
      progress.clear();
      complain(message);
    },
    mention(message) {
      progress.clear();
      printMessage(message);
    },
  });
  printer.addNotices(inputs.notices);
  const printFailure = failurePrinter(translate, (message, details) => {
    progress.clear();
    complain(message, details);
  });
  let done = 0;
  await checkFiles(files, options, checker, cache, {
    async report(index, outcome) {
      if (outcome.key !== undefined) cache?.set(files[index]!.path, outcome as KeptOutcome);
      for (const one of outcome.failures ?? []) printFailure(files[index]!.path, one);
      await printer.add(index, outcome, () => progress.clear());
    },
    async end(index) {
      progress.show(++done);
      await printer.close(index, () => progress.clear());
    },
  });
  progress.clear();
  await printer.end(inputs.passedOver);
  try {
    cache?.save(translate);
  } catch (error) {
    complain(`${options.cacheFile}: ${reasonOf(error, translate)}`);
  }
  return trouble ? 2 : printer.errors > 0 || printer.warnings > maxWarnings ? 1 : 0;
}

/** Checks files; in their order if there is one thread, those without stanzas before all others. */
async function checkFiles(
  files: readonly InputFile[],
  options: CheckOptions,
  checker: FileChecker,
  cache: ResultCache | undefined,
  listener: Listener,
): Promise<void> {
  const all = files.map((file, index) => ({ index, file, kept: cache?.get(file.path) }));
  const tasks = await withoutEmpty(all, checker, listener);
  const { jobs = defaultJobs(tasks) } = options;
  if (jobs === 1 || tasks.length < 2) {
    for (const { index, file, kept } of tasks) {
      await checker.checkAny(file, kept, (one) => listener.report(index, one));
      await listener.end(index);
    }
    return;
  }
  // Loaded on demand.
  const { checkInThreads } = await import("./threads");
  await checkInThreads(tasks, Math.min(jobs, tasks.length), checker, listener);
}

/** The tasks without those of files that hold no stanzas, which are reported. */
async function withoutEmpty(
  tasks: readonly Task[],
  checker: FileChecker,
  listener: Listener,
): Promise<readonly Task[]> {
  if (tasks.length < MIN_FILES_FOR_LOOK || checker.settings.fix !== "no") return tasks;
  const empty = new EmptyFiles();
  const others: Task[] = [];
  for (const task of tasks) {
    if (!empty.has(task.file)) {
      others.push(task);
      continue;
    }
    await listener.report(task.index, await checker.reportEmpty(task.file));
    await listener.end(task.index);
  }
  return others;
}

function defaultJobs(files: readonly Task[]): number {
  if (files.length < MIN_FILES_FOR_THREADS) return 1;
  let bytes = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const { path } = files[Math.floor((i * files.length) / SAMPLE)]!.file;
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
