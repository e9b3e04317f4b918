/** Counts the logs of a workspace that its check has passed over. */

import { isLogStart, LOG_LEAD, passedOverLines } from "../core/sources/passedOver";
import type { Cancellation } from "../protocol/cancellation";
import type { ServerContext } from "./context";

/**
 * How many of the files are logs with stanzas, and how to take them in; undefined if none is.
 * @param uris files that may be logs by their names
 */
export async function passedOverLogs(
  uris: readonly string[],
  context: ServerContext,
  cancellation: Cancellation,
): Promise<string | undefined> {
  let count = 0;
  for (const uri of uris) {
    if (cancellation.isCancellationRequested) return undefined;
    if ((await context.settings(uri)).isIgnored) continue;
    const files = context.files(uri);
    const reading = files?.readStart?.(uri, LOG_LEAD) ?? files?.read(uri);
    // A file that is not checked need not be readable.
    const text = await Promise.resolve(reading).catch(() => undefined);
    if (text !== undefined && isLogStart(text.slice(0, LOG_LEAD))) count++;
    await context.turn();
  }
  if (count === 0) return undefined;
  return passedOverLines(new Map([["transcript", count]]), context.translate).join(" ");
}
