/** Files that the user names, which may be pipes and devices. */

import type { Translate } from "../core/text/translate";
import { type Input, type ReadOptions, readTextFile } from "./readText";
import { isSpecialFile } from "./regularFile";

/**
 * Reads a regular file, or a pipe or device, see `openStream`.
 * @throws InputError if it cannot be read, is too large, or is no text in one of the encodings
 */
export async function readNamedFile(
  path: string,
  translate: Translate,
  options: ReadOptions,
): Promise<Input> {
  if (!isSpecialFile(path)) return readTextFile(path, translate, options);
  // Loaded on demand: pipes are rare.
  const { openStream, readStream } = await import("./stream");
  return readStream(() => openStream(path), path, translate, options);
}
