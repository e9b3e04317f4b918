/** Texts in files: UTF-8, or UTF-16 with a byte order mark. */

import { constants, isAscii, isUtf8 } from "node:buffer";
import type { Translate } from "../core/text/translate";
import { MAX_SETTINGS_SIZE, RefusedFile, readRegularFile } from "./regularFile";

/** A file that could not be read or written; the message names the file and the reason. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** True for an `InputError`; a bundle that was loaded later has a class of its own. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === "InputError";
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The text of a file, with the encoding to write it back. */
export interface Input {
  /** Without the byte order mark. */
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
  /** True if some bytes could not be decoded: each is U+FFFD in the text. */
  readonly isDamaged: boolean;
}

/** Maximum length of a string in JavaScript. */
export const MAX_LENGTH = constants.MAX_STRING_LENGTH;

/** Tolerance for large or damaged files. */
export interface ReadOptions {
  /** Maximum size in bytes; without it, that of a string. */
  readonly maxSize?: number;
  /** Decodes invalid bytes as U+FFFD. */
  readonly isLenient?: boolean;
}

/**
 * Reads a regular file.
 * @throws InputError if it cannot be read, is too large, or is no text in one of the encodings
 */
export function readTextFile(
  path: string,
  translate: Translate,
  { maxSize = MAX_LENGTH, isLenient = false }: ReadOptions = {},
): Input {
  let bytes: Buffer;
  try {
    // Not asynchronous: a round through the thread pool takes longer than reading a small file.
    bytes = readRegularFile(path, maxSize);
  } catch (error) {
    throw new InputError(`${path}: ${reasonOf(error, translate)}`);
  }
  return decodeText(bytes, path, translate, isLenient);
}

/**
 * Decodes bytes.
 * @param name of the file in messages
 * @throws InputError if they are no text in one of the encodings, or too many
 */
export function decodeText(
  bytes: Buffer,
  name: string,
  translate: Translate,
  isLenient = false,
): Input {
  if (bytes.length > MAX_LENGTH) throw tooLarge(name, translate);
  const encoding = encodingOf(bytes);
  const decoded = decode(bytes, encoding);
  const isDamaged = decoded === undefined;
  const whole = decoded ?? new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const hasByteOrderMark = whole.startsWith("\ufeff");
  const text = hasByteOrderMark ? whole.slice(1) : whole;
  if (isDamaged && !isLenient) throw notText(placeOfDamage(name, text), encoding, translate);
  return { text, bytes, encoding, hasByteOrderMark, isDamaged };
}

/** The name with line and column of the first invalid byte. */
function placeOfDamage(name: string, text: string): string {
  const before = text.slice(0, text.indexOf(REPLACEMENT));
  const line = before.split("\n").length;
  const column = before.length - (before.lastIndexOf("\n") + 1) + 1;
  return `${name}:${line}:${column}`;
}

/** Replacement for invalid bytes. */
export const REPLACEMENT = "\ufffd";

/** U+FFFD that is in the file itself: its bytes in UTF-8, as Latin-1 characters. */
const WRITTEN = "\u00ef\u00bf\u00bd";

/** Undefined if the bytes are invalid in that encoding. */
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
 * Decodes a stream of bytes, with U+FFFD for invalid bytes.
 * @param name of the file in messages
 * @param onDamage called with the encoding before the text that contains such a character
 * @throws InputError if the stream cannot be read
 */
export async function* decodeStream(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  translate: Translate,
  onDamage: (encoding: string) => void = () => {},
): AsyncGenerator<string, void> {
  let last: Uint8Array = new Uint8Array();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const decode = (bytes?: Uint8Array) => {
    // It drops the byte order mark, too.
    decoder ??= new TextDecoder(encodingOf(bytes ?? new Uint8Array()));
    const { encoding } = decoder;
    const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    // The three bytes of the character may be split between chunks.
    const seen =
      bytes && bytes.length > 1 ? bytes : Buffer.concat([last, bytes ?? new Uint8Array()]);
    if (text.includes(REPLACEMENT)) {
      const written = Buffer.concat([last, bytes ?? new Uint8Array()]).toString("latin1");
      const count = text.split(REPLACEMENT).length - written.split(WRITTEN).length;
      if (count > 0) onDamage(encoding.toUpperCase());
    }
    last = seen.subarray(-2);
    return text;
  };
  try {
    for await (const chunk of withWholeMark(chunks)) yield decode(chunk);
  } catch (error) {
    if (isInputError(error)) throw error;
    throw new InputError(`${name}: ${reasonOf(error, translate)}`);
  }
  yield decode();
}

/** The chunks, the first with at least two bytes if there are any: a byte order mark may be split. */
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
  const error = new RefusedFile("EFBIG", name, MAX_LENGTH);
  return new InputError(`${name}: ${reasonOf(error, translate)}`);
}

/** True for a system's refusal to open, create or replace a file. */
export function isRefusal(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EACCES" || code === "EPERM";
}

/** Reason why a file could not be read, in words; of one that could not be written, any but a refusal. */
export function reasonOf(error: unknown, translate: Translate): string {
  const { code, path } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
      // Node.js replaces bytes that are no UTF-8, and then there is no file of that name.
      if (path?.includes(REPLACEMENT)) return translate("its name is not UTF-8");
      return translate("there is no such file or folder");
    case "EACCES":
    case "EPERM":
      return translate("reading it is not permitted");
    case "EISDIR":
      return translate("is a folder");
    case "ENOTREGULAR":
      return translate("is not a regular file");
    case "ENOWRITER":
      return translate("is a pipe that nothing is written to");
    case "EFBIG": {
      const size = (error as RefusedFile).maxSize / 1_000_000;
      const limit = String(size < 1 ? size : Math.floor(size));
      return translate("is too large: more than {limit} MB", { limit });
    }
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/**
 * The text of a file; undefined if there is none of that name.
 * @param maxSize in bytes
 * @throws InputError if it cannot be read, is no regular file, or is larger
 */
export function readFileIfThere(
  path: string,
  translate: Translate,
  maxSize = MAX_SETTINGS_SIZE,
): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readRegularFile(path, maxSize);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A folder of that name is no configuration either.
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
    throw new InputError(`${path}: ${reasonOf(error, translate)}`);
  }
  return decodeText(bytes, path, translate).text;
}
