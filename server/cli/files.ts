/** Which files a command line means, and what is in them. */

import { readFile, stat } from "node:fs/promises";
import type { Translate } from "../core/translate";

/** Something that could not be read or written; the message says which file and why. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** True for an `InputError`; those of a bundle that was loaded later are of a class of its own. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === "InputError";
}

/**
 * The files meant by paths: files as they are, folders with what is in them, `-` as it is.
 * @returns files in order, and a line for each path that is not there
 */
export async function expandPaths(
  paths: readonly string[],
  translate: Translate,
): Promise<{ files: string[]; problems: string[] }> {
  const files = new Set<string>();
  const problems: string[] = [];
  for (const path of paths) {
    if (path === "-") {
      files.add(path);
      continue;
    }
    try {
      if ((await stat(path)).isDirectory()) {
        // Loaded when a folder is named: most runs are over a few files, and start without it.
        const { filesIn } = await import("./folders");
        for (const file of await filesIn(path)) files.add(file);
      } else {
        files.add(path);
      }
    } catch (error) {
      problems.push(`${path}: ${reasonOf(error, translate)}`);
    }
  }
  return { files: [...files], problems };
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** What a file holds, and what it takes to write it again as it was. */
export interface Input {
  /** Without the byte order mark. */
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
}

/**
 * Reads a file, or standard input for `-`.
 * @throws InputError if it cannot be read or is neither UTF-8 nor UTF-16 with a byte order mark
 */
export async function readInput(path: string, translate: Translate): Promise<Input> {
  let bytes: Uint8Array;
  try {
    bytes = path === "-" ? await readStdin() : await readFile(path);
  } catch (error) {
    throw new InputError(`${path}: ${reasonOf(error, translate)}`);
  }
  const name = path === "-" ? translate("standard input") : path;
  const encoding = encodingOf(bytes);
  try {
    const whole = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasByteOrderMark = whole.startsWith("\ufeff");
    return { text: hasByteOrderMark ? whole.slice(1) : whole, bytes, encoding, hasByteOrderMark };
  } catch {
    const reason = translate("is not {encoding} text", { encoding: encoding.toUpperCase() });
    throw new InputError(`${name}: ${reason}`);
  }
}

async function readStdin(): Promise<Uint8Array> {
  // Loaded when it is needed: Node takes longer for this module than for a small file.
  const { buffer } = await import("node:stream/consumers");
  return buffer(process.stdin);
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

/** Why a file could not be read or written, in words. */
export function reasonOf(error: unknown, translate: Translate): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
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
