/** Writes files in one step. */

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

/** Refusal to write over something that is no regular file, such as a link. */
export class NoRegularFile extends Error {}

export interface NewFile {
  /** Permission bits of the file. */
  readonly mode: number;
  /** User and group that the file is given to; whoever writes it where that is not allowed. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** A last look at what is replaced, which throws to leave it. */
  beforeReplacing?(): void;
}

/**
 * Puts a file in place of another or of none: a new one of a random name beside it is written and renamed, so that
 * nobody sees half of it, and nothing is written through a link that is there or appears meanwhile.
 * @throws NoRegularFile where a link, a folder or a device has that name
 * @throws Error of the system; then there is nothing left of the new file
 */
export function replaceFile(path: string, bytes: string | Uint8Array, file: NewFile): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present && !present.isFile()) throw new NoRegularFile(path);
  const random = Math.random().toString(36).slice(2);
  const temporary = join(dirname(path), `.${basename(path)}.${random}.tmp`);
  // Exclusive: fails where that name is taken, were it by a link to nowhere.
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
    // Only a privileged user can give a file away. It must not run as whoever writes it, then.
    allowed &= 0o777;
  }
  // Not narrowed by the mask of the process; and a change of the owner takes some bits away.
  fchmodSync(descriptor, allowed);
}
