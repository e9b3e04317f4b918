/** Reading of files as streams: large ones, and pipes and devices that the user names. */

import {
  closeSync,
  constants,
  createReadStream,
  lstatSync,
  openSync,
  readSync,
  statSync,
} from "node:fs";
import { Socket } from "node:net";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import type { Translate } from "../core/text/translate";
import {
  decodeText,
  type Input,
  InputError,
  MAX_LENGTH,
  type ReadOptions,
  reasonOf,
} from "./readText";
import { openRegularFile, RefusedFile } from "./regularFile";

/** Folders of devices and open files: what a path names there is no file of a repository. */
const SYSTEM_FOLDERS = /^\/(?:dev|proc)\//;

/**
 * Opens a file as a stream of bytes: a regular file, a pipe, or a device by its own path, such as the `/dev/fd/63`
 * that a shell makes of `<(…)`.
 * @throws RefusedFile for a link to a pipe or a device, which a repository may hold
 * @throws Error of the system
 */
export function openStream(path: string): Readable {
  const about = statSync(path);
  if (about.isFile()) {
    const { descriptor } = openRegularFile(path);
    return createReadStream(path, { fd: descriptor });
  }
  const isSystem = SYSTEM_FOLDERS.test(resolve(path));
  if (about.isFIFO() && (isSystem || lstatSync(path).isFIFO())) {
    const pipe = openPipe(path);
    // A process of the shell may have ended without a word.
    if (!pipe && !isSystem) throw new RefusedFile("ENOWRITER", path);
    return pipe ?? Readable.from([]);
  }
  if (about.isCharacterDevice() && isSystem) return createReadStream(path);
  throw new RefusedFile(about.isDirectory() ? "EISDIR" : "ENOTREGULAR", path);
}

/** Opens a pipe without waiting for a writer; undefined if there is none, and nothing to read. */
function openPipe(path: string): Readable | undefined {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const first = Buffer.alloc(CHUNK);
  try {
    const count = readSync(fd, first);
    if (count === 0) {
      closeSync(fd);
      return undefined;
    }
    const socket = new Socket({ fd, readable: true, writable: false });
    socket.unshift(first.subarray(0, count));
    return socket;
  } catch (error) {
    // There is a writer, which has not written yet.
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    return new Socket({ fd, readable: true, writable: false });
  }
}

const CHUNK = 65_536;

/**
 * The text of a stream.
 * @param open opens the stream
 * @param name of the file in messages
 * @throws InputError if it cannot be read, has too many bytes, or is no text in one of the encodings
 */
export async function readStream(
  open: () => AsyncIterable<Buffer>,
  name: string,
  translate: Translate,
  { maxSize = MAX_LENGTH, isLenient = false }: ReadOptions,
): Promise<Input> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of open()) {
      size += chunk.length;
      if (size > maxSize) throw new RefusedFile("EFBIG", name, maxSize);
      chunks.push(chunk);
    }
  } catch (error) {
    throw new InputError(`${name}: ${reasonOf(error, translate)}`);
  }
  return decodeText(Buffer.concat(chunks), name, translate, isLenient);
}
