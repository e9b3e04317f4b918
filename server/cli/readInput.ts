/** Reads the input of a command: a file, or standard input. */

import type { Translate } from "../core/text/translate";
import { decodeText, type Input, readTextFile } from "../disk/readText";

/** Path that stands for standard input. */
export const STDIN = "-";

/**
 * Reads a file, or standard input for `-`.
 * @param isLenient decodes invalid bytes as U+FFFD
 * @throws InputError if it cannot be read, is too large, or is no text in a known encoding
 */
export async function readInput(
  path: string,
  translate: Translate,
  isLenient = false,
): Promise<Input> {
  if (path !== STDIN) return readTextFile(path, translate, { isLenient });
  // Loaded on demand: Node takes longer for this module than for a small file.
  const { buffer } = await import("node:stream/consumers");
  return decodeText(await buffer(process.stdin), translate("standard input"), translate, isLenient);
}
