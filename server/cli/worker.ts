/** Worker thread of `xmpp-stanza check`: receives files and answers with their outcomes. */

import { parentPort, workerData } from "node:worker_threads";
import { translatorFor } from "../l10n/localise";
import { type CheckSettings, FileChecker } from "./fileCheck";
import type { Answer, Task } from "./threads";

/** Serves the main thread until that ends it. */
export function serveTasks(): void {
  const settings: CheckSettings = workerData;
  const ready = translatorFor(settings.language).then(
    (translate) => new FileChecker(settings, translate),
  );
  parentPort?.on("message", async (tasks: readonly Task[]) => {
    const checker = await ready;
    const answer: Answer[number][] = [];
    for (const { index, file, kept } of tasks) {
      answer.push({ index, outcome: await checker.check(file, kept) });
    }
    parentPort?.postMessage(answer);
  });
}
