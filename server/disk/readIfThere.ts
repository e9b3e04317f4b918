/** Files that may be missing. */

import { readFileSync } from "node:fs";
import type { Translate } from "../core/text/translate";
import { decodeText, InputError, reasonOf } from "./readText";

/**
 * The text of a file; undefined if there is none of that name.
 * @throws InputError if it cannot be read
 */
export function readFileIfThere(path: string, translate: Translate): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A folder of that name is no configuration either.
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw new InputError(`${path}: ${reasonOf(error, translate)}`);
  }
  return decodeText(bytes, path, translate).text;
}
