/** Checks files in several threads at once; the output is the same, in the same order. */

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CheckSettings, FileChecker } from "./fileCheck";
import { mayBeLarge } from "./fileSize";
import type { InputFile } from "./inputs";
import type { FileOutcome, KeptOutcome } from "./outcome";

/** A file among those of the run. */
export interface Task {
  readonly index: number;
  readonly file: InputFile;
  readonly kept: KeptOutcome | undefined;
}

/** Message of a worker thread: the outcomes of some tasks. */
export type Answer = readonly { readonly index: number; readonly outcome: FileOutcome }[];

/** Receives the outcomes of files, by their indexes. */
export interface Listener {
  /** Called once for a file, or once for each of its parts. */
  report(index: number, outcome: FileOutcome): Promise<void>;
  /** Called after the last outcome of the file. */
  end(index: number): Promise<void>;
}

/** Maximum number of files that are sent to a thread at once, fewer towards the end. */
const MAX_BATCH = 32;

/** Number of such batches that a thread has: it works on one while the results of the other are printed. */
const BATCHES = 2;

/**
 * @param jobs number of threads, this one among them; at least 1
 * @param listener called for each task, in no order
 */
export async function checkInThreads(
  tasks: readonly Task[],
  jobs: number,
  checker: FileChecker,
  listener: Listener,
): Promise<void> {
  // Standard input can be read in this thread only, and large files have several outcomes.
  const mine: Task[] = [];
  const all: Task[] = [];
  for (const task of tasks) (mayBeLarge(task.file) ? mine : all).push(task);
  let next = 0;
  const take = () => {
    const size = Math.ceil((all.length - next) / (jobs * 4));
    const batch = all.slice(next, next + Math.min(MAX_BATCH, size));
    next += batch.length;
    return batch;
  };
  const others = Array.from({ length: jobs - 1 }, () => serve(checker.settings, take, listener));
  const own = (async () => {
    for (let batch = [...mine, ...take()]; batch.length > 0; batch = take()) {
      for (const { index, file, kept } of batch) {
        await checker.checkAny(file, kept, (one) => listener.report(index, one));
        await listener.end(index);
        // Lets the other threads ask for more while this thread works.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  })();
  await Promise.all([own, ...others]);
}

/** Runs another thread until no task is left. */
function serve(
  settings: CheckSettings,
  take: () => readonly Task[],
  listener: Listener,
): Promise<void> {
  const worker = new Worker(join(__dirname, "cli.js"), { workerData: settings });
  return new Promise((resolve, reject) => {
    let given = 0;
    const give = () => {
      const batch = take();
      if (batch.length > 0) {
        given++;
        worker.postMessage(batch);
      } else if (given === 0) {
        worker.terminate().then(() => resolve(), reject);
      }
    };
    worker.on("message", (answer: Answer) => {
      // It gets another batch after the output of this one is printed, so that output does not pile up.
      const reports = answer.map(async ({ index, outcome }) => {
        await listener.report(index, outcome);
        await listener.end(index);
      });
      Promise.all(reports).then(() => {
        given--;
        give();
      }, reject);
    });
    worker.on("error", reject);
    for (let i = 0; i < BATCHES && given === i; i++) give();
  });
}
