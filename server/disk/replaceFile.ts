/** Writes files atomically. */

import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { isOtherRunning } from "./processes";

/** Refusal to replace anything but a regular file, such as a link. */
export class NoRegularFile extends Error {}

/**
 * Creates or replaces a file: writes a file of a random name beside it and renames that, so that
 * other programs see no half of it, and nothing is written through a link that is there or appears meanwhile.
 * Removes the new files that killed processes left there.
 * @param mode permission bits of the file
 * @throws NoRegularFile if a link, a folder or a device has that name
 * @throws Error of the system; the new file is removed then
 */
export function replaceFile(path: string, bytes: string | Uint8Array, mode: number): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present && !present.isFile()) throw new NoRegularFile(path);
  removeLeft(path);
  const random = Math.random().toString(36).slice(2);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${random}.tmp`);
  // Exclusive: fails if the name is taken, even by a dangling link.
  const descriptor = openSync(temporary, "wx", mode);
  try {
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Removes the files of `replaceFile` for that path whose processes have ended. */
function removeLeft(path: string): void {
  const start = `.${basename(path)}.`;
  try {
    for (const name of readdirSync(dirname(path))) {
      if (!name.startsWith(start)) continue;
      const [, pid] = /^(\d{1,20})-[0-9a-z]+\.tmp$/.exec(name.slice(start.length)) ?? [];
      if (pid !== undefined && !isOtherRunning(Number(pid))) rmSync(join(dirname(path), name));
    }
  } catch {
    // Nothing depends on it.
  }
}
