/** Reads the input of a command: a file, or standard input. */

import type { Translate } from "../core/text/translate";
import { readNamedFile } from "../disk/namedFile";
import type { Input } from "../disk/readText";

/** Path that stands for standard input. */
export const STDIN = "-";

/**
 * Reads a file, a pipe or device that is named, or standard input for `-`.
 * @param isLenient decodes invalid bytes as U+FFFD
 * @throws InputError if it cannot be read, is too large, or is no text in a known encoding
 */
export async function readInput(
  path: string,
  translate: Translate,
  isLenient = false,
): Promise<Input> {
  if (path !== STDIN) return readNamedFile(path, translate, { isLenient });
  // Loaded on demand, as most runs read files.
  const { readStream } = await import("../disk/stream");
  return readStream(() => process.stdin, translate("standard input"), translate, { isLenient });
}
