/** Writes files atomically. */

import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** Refusal to replace anything but a regular file, such as a link. */
export class NoRegularFile extends Error {}

export interface NewFile {
  /** Permission bits of the file. */
  readonly mode: number;
  /** Owner and group of the new file; where the process must not set them, its own user. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Called just before the replacement; throws to leave the old file. */
  beforeReplacing?(): void;
}

/**
 * Creates or replaces a file: writes a file of a random name beside it and renames that, so that
 * other programs see no half of it, and nothing is written through a link that is there or appears meanwhile.
 * @throws NoRegularFile if a link, a folder or a device has that name
 * @throws Error of the system; the new file is removed then
 */
export function replaceFile(path: string, bytes: string | Uint8Array, file: NewFile): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present && !present.isFile()) throw new NoRegularFile(path);
  const random = Math.random().toString(36).slice(2);
  const temporary = join(dirname(path), `.${basename(path)}.${random}.tmp`);
  // Exclusive: fails if the name is taken, even by a dangling link.
  const descriptor = openSync(temporary, "wx", file.mode);
  try {
    try {
      writeFileSync(descriptor, bytes);
      giveAway(descriptor, file);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    file.beforeReplacing?.();
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function giveAway(descriptor: number, { mode, owner }: NewFile): void {
  if (!owner) return;
  let allowed = mode;
  try {
    fchownSync(descriptor, owner.uid, owner.gid);
  } catch {
    // Only a privileged user can change the owner. Without that, the set-user-id bits would be those of this user.
    allowed &= 0o777;
  }
  // Not reduced by the umask of the process; and a change of the owner clears some bits.
  fchmodSync(descriptor, allowed);
}
