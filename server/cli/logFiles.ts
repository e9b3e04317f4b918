/** Looks into logs that were found in a folder: most logs have no stanzas. */

import { isLogStart, LOG_LEAD } from "../core/sources/passedOver";
import { readFileStart } from "../disk/regularFile";

/** True if the file begins as a log with stanzas; false if it cannot be read. */
export function isLogOfStanzas(path: string): boolean {
  try {
    return isLogStart(readFileStart(path, LOG_LEAD).toString("utf8"));
  } catch {
    // A file that is not checked need not be readable.
    return false;
  }
}
