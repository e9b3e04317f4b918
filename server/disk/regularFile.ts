/**
 * Reading of files, none of which a repository can choose so that reading it never ends: only regular files of a limited
 * size, however they are named.
 */

import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";

/** Refusal to read a file, with the code that `reasonOf` has words for. */
export class RefusedFile extends Error {
  constructor(
    readonly code: "ENOTREGULAR" | "EFBIG" | "EISDIR" | "ENOWRITER",
    path: string,
    /** Maximum size in bytes. */
    readonly maxSize = 0,
  ) {
    super(path);
  }
}

/** Maximum size in bytes of a file with settings, patterns or entities: many times what people write. */
export const MAX_SETTINGS_SIZE = 1_000_000;

/** The same of a list of patterns, as in `.gitignore`: each path is compared with all of them. */
export const MAX_PATTERNS_SIZE = 250_000;

/** An open regular file; the caller closes it. */
export interface OpenFile {
  readonly descriptor: number;
  readonly about: Stats;
}

/**
 * Opens a regular file, without waiting for whatever has that name.
 * @param flags further flags of `open`
 * @throws RefusedFile for a folder, a pipe or a device, also where a link leads to it
 * @throws Error of the system
 */
export function openRegularFile(path: string, flags = 0): OpenFile {
  // Opening a pipe would wait for a writer. Windows has no such flag.
  const { O_RDONLY, O_NONBLOCK = 0 } = constants;
  const descriptor = openSync(path, O_RDONLY | O_NONBLOCK | flags);
  try {
    const about = fstatSync(descriptor);
    if (!about.isFile()) {
      throw new RefusedFile(about.isDirectory() ? "EISDIR" : "ENOTREGULAR", path);
    }
    return { descriptor, about };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/**
 * The bytes of a regular file.
 * @param maxSize in bytes
 * @throws RefusedFile for what is no regular file, and for a larger file
 * @throws Error of the system
 */
export function readRegularFile(path: string, maxSize: number): Buffer {
  const file = openRegularFile(path);
  try {
    return readOpenFile(file, path, maxSize);
  } finally {
    closeSync(file.descriptor);
  }
}

/**
 * The bytes at the start of a regular file, so many if there are.
 * @throws RefusedFile for what is no regular file
 * @throws Error of the system
 */
export function readFileStart(path: string, length: number): Buffer {
  const { descriptor } = openRegularFile(path);
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads a regular file into a buffer that is used again.
 * @returns the number of bytes; undefined if they do not fit
 * @throws RefusedFile for what is no regular file
 * @throws Error of the system
 */
export function readRegularFileInto(path: string, buffer: Buffer): number | undefined {
  const { descriptor, about } = openRegularFile(path);
  try {
    // Room for one byte more shows that a file has grown meanwhile.
    if (about.size >= buffer.length) return undefined;
    const count = readSync(descriptor, buffer, 0, about.size + 1, 0);
    return count > about.size ? undefined : count;
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of an open file. Its size is no promise: it may grow, and some files of Linux claim to be empty. */
export function readOpenFile(
  { descriptor, about }: OpenFile,
  path: string,
  maxSize: number,
): Buffer {
  if (about.size > maxSize) throw new RefusedFile("EFBIG", path, maxSize);
  const chunks: Buffer[] = [];
  let size = 0;
  for (let room = about.size + 1; ; room = CHUNK) {
    const chunk = Buffer.allocUnsafeSlow(room);
    const count = readSync(descriptor, chunk, 0, room, null);
    size += count;
    if (size > maxSize) throw new RefusedFile("EFBIG", path, maxSize);
    if (count === room) {
      chunks.push(chunk);
      continue;
    }
    if (count > 0) chunks.push(chunk.subarray(0, count));
    // A read of a regular file is short only at its end.
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  }
}

const CHUNK = 65_536;

/** True for a pipe or a device, and a link to one; false also for what cannot be examined. */
export function isSpecialFile(path: string): boolean {
  try {
    const about = statSync(path);
    return !about.isFile() && !about.isDirectory();
  } catch {
    return false;
  }
}
