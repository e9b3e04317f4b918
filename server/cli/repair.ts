/** Writes repaired texts to files. */

import type { Translate } from "../core/text/translate";
import { encodeLike, type Input, InputError, reasonOf } from "../disk/readText";
import { recoverFile, rewriteFile } from "../disk/rewriteFile";
import type { InputFile } from "./inputs";
import type { Notice } from "./notices";
import { STDIN } from "./readInput";

/**
 * Writes the text to the file. All else that the file has stays: encoding, byte order mark, permissions, owner,
 * extended attributes.
 * @returns a notice if it is not written, see `rewriteFile`
 */
export function writeRepaired(
  file: string,
  input: Input,
  text: string,
  translate: Translate,
): Notice | undefined {
  try {
    rewriteFile(file, input.bytes, encodeLike(input, text), translate);
    return undefined;
  } catch (error) {
    const message =
      error instanceof InputError
        ? error.message
        : `${translate("could not be written")}: ${reasonOf(error, translate)}`;
    return { file, message, isProblem: true };
  }
}

/** Finishes the repairs that a killed run had begun. */
export function recoverFiles(files: readonly InputFile[]): void {
  for (const { path } of files) if (path !== STDIN) recoverFile(path);
}
