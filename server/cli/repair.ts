/** Puts repaired texts into files. */

import { randomUUID } from "node:crypto";
import { chmod, chown, lstat, open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Translate } from "../core/text/translate";
import { encodeLike, type Input, InputError, reasonOf } from "../disk/readText";

/**
 * Writes the text to the file in one step: a file beside it is written and takes its place, so that
 * nobody ever sees half of it. Encoding, byte order mark and permissions stay.
 * @throws InputError if it cannot be written, is a link, or changed since `input` was read
 */
export async function writeRepaired(
  file: string,
  input: Input,
  text: string,
  translate: Translate,
): Promise<void> {
  const refuse = (reason: string) => {
    throw new InputError(`${file}: ${reason}`);
  };
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    const about = await lstat(file);
    const { uid, gid, nlink } = about;
    const mode = about.mode & 0o7777;
    if (about.isSymbolicLink()) refuse(translate("is a symbolic link; left unchanged"));
    if (nlink > 1) refuse(translate("has hard links; left unchanged"));
    const handle = await open(temporary, "wx", mode);
    try {
      await handle.writeFile(encodeLike(input, text));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(temporary, mode);
    // Only a privileged user can give a file away; for anybody else it is theirs already.
    await chown(temporary, uid, gid).catch(() => {});
    const now = await readFile(file);
    if (Buffer.compare(now, input.bytes) !== 0) {
      refuse(translate("was changed by another program; left unchanged"));
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof InputError) throw error;
    throw new InputError(
      `${file}: ${translate("could not be written")}: ${reasonOf(error, translate)}`,
    );
  }
}
