/**
 * Rewrites files in place, so that they keep their access control lists, extended attributes and owner. Until the
 * text is written, a journal beside the file has the bytes before and after, by which the next run finishes what a
 * killed run had begun.
 */

import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  rmSync,
  type Stats,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Translate } from "../core/text/translate";
import { isOtherRunning } from "./processes";
import { InputError, isRefusal } from "./readText";
import { readTrustedFile } from "./trusted";

/** Beginning of a journal; numbers are the process, and the lengths in bytes of the texts after the line. */
const HEADER = /^\{"repair":1,"pid":(\d{1,20}),"before":(\d{1,16}),"after":(\d{1,16})\}\n/;

const BEGINNING = '{"repair":1,';

/** Maximum length of the line in bytes. */
const MAX_HEADER = 120;

/** Mode bits with which a program runs as its owner or its group. */
const SET_ID = 0o6000;

const WRITABLE = 0o200;

/** Path of the journal of a file. */
function journalPathOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.xmpp-stanza-repair`);
}

/**
 * Replaces the bytes of a file; the file stays the same file.
 * @param before bytes that the file must have
 * @param onWritten called after the bytes are written; if it throws, the write is undone as after any failure
 * @throws InputError with the reason why the file is left unchanged: a link, of another user, read-only, or changed meanwhile
 * @throws Error of the system; the file has its bytes of before then
 */
export function rewriteFile(
  path: string,
  before: Uint8Array,
  after: Uint8Array,
  translate: Translate,
  onWritten = () => {},
): void {
  const descriptor = openOwn(path, translate);
  const journal = journalPathOf(path);
  try {
    if (Buffer.compare(readFileSync(descriptor), before) !== 0) {
      throw new InputError(translate("was changed by another program; left unchanged"));
    }
    writeJournal(journal, before, after, translate);
    try {
      overwrite(descriptor, after);
      onWritten();
    } catch (error) {
      // The blocks are the file's already. Should this fail, too, the journal stays.
      overwrite(descriptor, before);
      rmSync(journal);
      throw error;
    }
    rmSync(journal);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Finishes the write of a file by a run that was killed, and removes the journal of that run. Leaves both if the file
 * has been changed since, the run still runs, or the journal may be somebody else's.
 */
export function recoverFile(path: string): void {
  const journal = journalPathOf(path);
  if (!lstatSync(journal, { throwIfNoEntry: false })) return;
  try {
    const bytes = readTrustedFile(journal);
    const [line, pid, before, after] = HEADER.exec(bytes.toString("latin1", 0, MAX_HEADER)) ?? [];
    if (line === undefined) {
      if (isCutHeader(bytes)) rmSync(journal);
      return;
    }
    if (isOtherRunning(Number(pid))) return;
    const middle = line.length + Number(before);
    // The file is written after its journal is complete.
    const isComplete = bytes.length === middle + Number(after);
    if (!isComplete || finish(path, bytes.subarray(line.length, middle), bytes.subarray(middle))) {
      rmSync(journal);
    }
  } catch {
    // Unreadable, or not to be trusted: a repair of the file reports that.
  }
}

/** True if the file is whole: untouched, written, or now finished. */
function finish(path: string, before: Uint8Array, after: Uint8Array): boolean {
  const descriptor = openOwn(path, (text) => text);
  try {
    const present = readFileSync(descriptor);
    if (present.equals(before) || present.equals(after)) return true;
    let done = 0;
    while (done < present.length && present[done] === after[done]) done++;
    const isBegun =
      present.length === Math.max(done, before.length) &&
      present.subarray(done).equals(before.subarray(done));
    if (isBegun) overwrite(descriptor, after);
    return isBegun;
  } finally {
    closeSync(descriptor);
  }
}

/** Opens a regular file of the user for reading and writing. */
function openOwn(path: string, translate: Translate): number {
  const refuseIfForeign = (about: Stats) => {
    const reason = reasonToLeave(about, translate);
    if (reason !== undefined) throw new InputError(reason);
  };
  refuseIfForeign(lstatSync(path));
  // Whatever has taken its place meanwhile is opened neither through a link nor as a pipe. Windows has no such flags.
  const { O_RDWR, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  let descriptor: number;
  try {
    descriptor = openSync(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    // An attribute of the file may forbid what its mode allows.
    if (!isRefusal(error)) throw error;
    throw new InputError(translate("may not be written; left unchanged"));
  }
  try {
    refuseIfForeign(fstatSync(descriptor));
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function reasonToLeave(about: Stats, translate: Translate): string | undefined {
  const { mode, nlink, uid } = about;
  if (about.isSymbolicLink()) return translate("is a symbolic link; left unchanged");
  if (!about.isFile()) return translate("is not a regular file; left unchanged");
  if (nlink > 1) return translate("has hard links; left unchanged");
  // Windows has no such owner.
  if (process.geteuid && uid !== process.geteuid()) {
    return translate("belongs to another user; left unchanged");
  }
  // Root could write it.
  if ((mode & WRITABLE) === 0) return translate("may not be written; left unchanged");
  // The kernel clears these bits when a file is written.
  if ((mode & SET_ID) !== 0) {
    return translate("has the set-user-ID or set-group-ID bit; left unchanged");
  }
  return undefined;
}

function writeJournal(
  journal: string,
  before: Uint8Array,
  after: Uint8Array,
  translate: Translate,
): void {
  const lengths = `"before":${before.length},"after":${after.length}`;
  const header = `{"repair":1,"pid":${process.pid},${lengths}}\n`;
  let descriptor: number;
  try {
    // Exclusive: through no link. For the user alone: the file may be, too.
    descriptor = openSync(journal, "wx", 0o600);
  } catch (error) {
    if (isRefusal(error)) {
      throw new InputError(translate("is in a folder that may not be written; left unchanged"));
    }
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const reason = translate(
      "another run has left {file}; remove it if no run is active; left unchanged",
      { file: basename(journal) },
    );
    throw new InputError(reason);
  }
  try {
    writeFileSync(descriptor, Buffer.concat([Buffer.from(header), before, after]));
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(journal);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Writes from the start to the end, so that a killed process leaves a beginning of the bytes. */
function overwrite(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, done);
  }
  ftruncateSync(descriptor, bytes.length);
  fsyncSync(descriptor);
}

/** True for a journal of which not even the first line was written. */
function isCutHeader(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  return !text.includes("\n") && (text.startsWith(BEGINNING) || BEGINNING.startsWith(text));
}
