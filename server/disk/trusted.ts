/** Files and folders that only the user can have written: tested before code from them is run. */

import { closeSync, constants, lstatSync, readlinkSync, realpathSync, type Stats } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { openRegularFile, readOpenFile } from "./regularFile";

/** Maximum size in bytes of a trusted file. */
const MAX_SIZE = 1_000_000_000;

const WRITABLE_BY_OTHERS = 0o022;

/** Mode bit of a folder in which only the owner of a file can rename it. */
const STICKY = 0o1000;

/** Maximum number of links on the way; more are a circle. */
const MAX_LINKS = 16;

/** The user of the process; undefined where files have no such owner (Windows). */
const user = process.geteuid?.();

/**
 * True for an absolute folder of the user that no other user may write or replace:
 * no folder and no link on the way to it belongs to others. On Windows, true for any absolute folder.
 * @throws Error of the system, e.g. if there is no such folder
 */
export function isTrustedFolder(path: string): boolean {
  if (!isAbsolute(path)) return false;
  if (user === undefined) return true;
  return isSafeWay(path, 0) && isOfUserAlone(lstatSync(realpathSync(path)));
}

/**
 * Bytes of a regular file of the user that no other user may write.
 * @throws Error for any other file, and if it cannot be read
 */
export function readTrustedFile(path: string): Buffer {
  // Windows has no such flag.
  const { O_NOFOLLOW = 0 } = constants;
  const file = openRegularFile(path, O_NOFOLLOW);
  try {
    if (!isOfUserAlone(file.about)) throw new Error(path);
    return readOpenFile(file, path, MAX_SIZE);
  } finally {
    closeSync(file.descriptor);
  }
}

function isOfUserAlone({ uid, mode }: Stats): boolean {
  return user === undefined || (uid === user && (mode & WRITABLE_BY_OTHERS) === 0);
}

/** @param links number of links that were followed so far */
function isSafeWay(path: string, links: number): boolean {
  const about = lstatSync(path);
  const { uid, mode } = about;
  if (uid !== user && uid !== 0) return false;
  const above = dirname(path);
  if (above !== path && !isSafeWay(above, links)) return false;
  if (!about.isSymbolicLink()) return (mode & WRITABLE_BY_OTHERS) === 0 || (mode & STICKY) !== 0;
  return (
    links < MAX_LINKS && isSafeWay(resolve(realpathSync(above), readlinkSync(path)), links + 1)
  );
}
