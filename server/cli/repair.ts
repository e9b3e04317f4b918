/** Writes repaired texts to files. */

import { lstatSync, readFileSync } from "node:fs";
import type { Translate } from "../core/text/translate";
import { encodeLike, type Input, InputError, reasonOf } from "../disk/readText";
import { replaceFile } from "../disk/replaceFile";

/**
 * Writes the text to the file atomically: a temporary file beside it replaces it, so that
 * other programs never see half of it. Encoding, byte order mark and permissions stay.
 * @throws InputError if it cannot be written, is a link, or changed since `input` was read
 */
export function writeRepaired(
  file: string,
  input: Input,
  text: string,
  translate: Translate,
): void {
  const refuse = (reason: string) => {
    throw new InputError(`${file}: ${reason}`);
  };
  try {
    const about = lstatSync(file);
    const { mode, uid, gid, nlink } = about;
    if (about.isSymbolicLink()) refuse(translate("is a symbolic link; left unchanged"));
    if (nlink > 1) refuse(translate("has hard links; left unchanged"));
    replaceFile(file, encodeLike(input, text), {
      mode: mode & 0o7777,
      owner: { uid, gid },
      beforeReplacing() {
        if (Buffer.compare(readFileSync(file), input.bytes) !== 0) {
          refuse(translate("was changed by another program; left unchanged"));
        }
      },
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `${file}: ${translate("could not be written")}: ${reasonOf(error, translate)}`,
    );
  }
}
