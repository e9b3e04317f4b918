/** Files that may be missing. */

import type { Translate } from "../core/text/translate";
import { decodeText, InputError, reasonOf } from "./readText";
import { MAX_SETTINGS_SIZE, readRegularFile } from "./regularFile";

/**
 * The text of a file; undefined if there is none of that name.
 * @param maxSize in bytes
 * @throws InputError if it cannot be read, is no regular file, or is larger
 */
export function readFileIfThere(
  path: string,
  translate: Translate,
  maxSize = MAX_SETTINGS_SIZE,
): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readRegularFile(path, maxSize);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A folder of that name is no configuration either.
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw new InputError(`${path}: ${reasonOf(error, translate)}`);
  }
  return decodeText(bytes, path, translate).text;
}
