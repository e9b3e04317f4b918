/** Texts in files: UTF-8, or UTF-16 with a byte order mark. */

import { constants, isAscii, isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import type { Translate } from "../core/text/translate";

/** Something that could not be read or written; the message says which file and why. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** True for an `InputError`; those of a bundle that was loaded later are of a class of its own. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === "InputError";
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The text of a file, with what is needed to write it in the same encoding. */
export interface Input {
  /** Without the byte order mark. */
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
}

/** JavaScript has no longer texts. */
export const MAX_LENGTH = constants.MAX_STRING_LENGTH;

/**
 * Reads a file.
 * @param most as large it is at most, where that is known
 * @throws InputError if it cannot be read, is too large, or is no text in one of the encodings
 */
export function readTextFile(
  path: string,
  translate: Translate,
  most = Number.POSITIVE_INFINITY,
): Input {
  let bytes: Buffer;
  try {
    if (most > MAX_LENGTH && statSync(path).size > MAX_LENGTH) throw tooLarge(path, translate);
    // Not asynchronous: a round through the thread pool takes longer than to read a small file.
    bytes = readFileSync(path);
  } catch (error) {
    if (isInputError(error)) throw error;
    throw new InputError(`${path}: ${reasonOf(error, translate)}`);
  }
  return decodeText(bytes, path, translate);
}

/**
 * The text that bytes are.
 * @param name how messages call the file
 * @throws InputError if they are no text in one of the encodings, or too many
 */
export function decodeText(bytes: Buffer, name: string, translate: Translate): Input {
  if (bytes.length > MAX_LENGTH) throw tooLarge(name, translate);
  const encoding = encodingOf(bytes);
  const whole = decode(bytes, encoding);
  if (whole === undefined) throw notText(name, encoding, translate);
  const hasByteOrderMark = whole.startsWith("\ufeff");
  return { text: hasByteOrderMark ? whole.slice(1) : whole, bytes, encoding, hasByteOrderMark };
}

/** Undefined where the bytes are no text of that encoding. */
function decode(bytes: Buffer, encoding: Encoding): string | undefined {
  if (encoding === "utf-8") {
    // Several times faster than a TextDecoder, and most captures are ASCII.
    if (isAscii(bytes)) return bytes.toString("latin1");
    return isUtf8(bytes) ? bytes.toString("utf8") : undefined;
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of a text, in the encoding and with the byte order mark of the input. */
export function encodeLike({ encoding, hasByteOrderMark }: Input, text: string): Uint8Array {
  const whole = hasByteOrderMark ? `\ufeff${text}` : text;
  if (encoding === "utf-8") return Buffer.from(whole, "utf8");
  const little = Buffer.from(whole, "utf16le");
  return encoding === "utf-16le" ? little : little.swap16();
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function notText(name: string, encoding: Encoding, translate: Translate): InputError {
  const reason = translate("is not {encoding} text", { encoding: encoding.toUpperCase() });
  return new InputError(`${name}: ${reason}`);
}

/**
 * The text that bytes are, bit by bit as they come.
 * @param name how messages call what they are of
 * @throws InputError where they cannot be read, or are no text in one of the encodings
 */
export async function* decodeStream(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  translate: Translate,
): AsyncGenerator<string, void> {
  let encoding: Encoding = "utf-8";
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const decode = (bytes?: Uint8Array) => {
    if (!decoder) {
      encoding = encodingOf(bytes ?? new Uint8Array());
      // It drops the byte order mark, too.
      decoder = new TextDecoder(encoding, { fatal: true });
    }
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw notText(name, encoding, translate);
    }
  };
  try {
    for await (const chunk of withWholeMark(chunks)) yield decode(chunk);
  } catch (error) {
    if (isInputError(error)) throw error;
    throw new InputError(`${name}: ${reasonOf(error, translate)}`);
  }
  yield decode();
}

/** The chunks, the first with two bytes if there are so many: a byte order mark may have come in two. */
async function* withWholeMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let start: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of chunks) {
    const bytes: Uint8Array = start ? Buffer.concat([start, chunk]) : chunk;
    start = start && bytes.length < 2 ? bytes : undefined;
    if (!start) yield bytes;
  }
  if (start) yield start;
}

function tooLarge(name: string, translate: Translate): InputError {
  const limit = String(Math.floor(MAX_LENGTH / 1_000_000));
  return new InputError(`${name}: ${translate("is too large: more than {limit} MB", { limit })}`);
}

/** Why a file could not be read or written, in words. */
export function reasonOf(error: unknown, translate: Translate): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
      return translate("there is no such file or folder");
    case "EACCES":
    case "EPERM":
      return translate("reading it is not permitted");
    case "EISDIR":
      return translate("is a folder");
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
