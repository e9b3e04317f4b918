/** Looks into logs that were found in a folder: most logs have no stanzas. */

import { sourceOf } from "../core/sources";
import { mightContainStanza } from "../core/sources/plain";
import { readFileStart } from "../disk/regularFile";

/** Number of bytes at the start of a file that are looked at. */
const LEAD = 64_000;

/** True if the file begins as a log with stanzas; false if it cannot be read. */
export function isLogOfStanzas(path: string): boolean {
  try {
    const text = readFileStart(path, LEAD).toString("utf8");
    return mightContainStanza(text) && sourceOf({ text }) === "transcript";
  } catch {
    // A file that is not checked need not be readable.
    return false;
  }
}
