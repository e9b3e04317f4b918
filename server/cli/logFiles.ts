/** Looks into logs that were found in a folder: most logs have no stanzas. */

import { closeSync, openSync, readSync } from "node:fs";
import { sourceOf } from "../core/sources";
import { mightContainStanza } from "../core/sources/plain";

/** Number of bytes at the start of a file that are looked at. */
const LEAD = 64_000;

/** True if the file begins as a log with stanzas; false if it cannot be read. */
export function isLogOfStanzas(path: string): boolean {
  try {
    const file = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(LEAD);
      const text = bytes.toString("utf8", 0, readSync(file, bytes, 0, LEAD, 0));
      return mightContainStanza(text) && sourceOf({ text }) === "transcript";
    } finally {
      closeSync(file);
    }
  } catch {
    // A file that is not checked need not be readable.
    return false;
  }
}
