/**
 * Parses large JSON in steps, with the result and the errors of `JSON.parse`. A message is large because of a
 * string in it, the text of a document. Such strings are decoded in pieces, and the rest at once.
 */

import type { Steps } from "../core/text/steps";

/** Sizes in bytes; they affect only the speed. */
export interface Sizes {
  /** Minimum length of a string that is decoded in pieces; its stand-in is longer than any shorter string. */
  readonly long: number;
  /** Maximum length of a piece, give or take a few bytes. */
  readonly piece: number;
}

/** The engine does not move strings of the size of a piece during garbage collection. */
const usualSizes: Sizes = { long: 1000, piece: 262_144 };

/** Maximum number of bytes of an escape after its first byte. */
const ESCAPE = 5;

/** Number of bytes before the end of a piece in which a safe cut is searched. */
const NEAR = 100;

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;

/** Gives the text of the bytes from `start` to `end`, which are whole characters. */
export type DecodeBytes = (start: number, end: number) => string;

/**
 * Yields after each piece.
 * @param bytes JSON in UTF-8
 * @returns the result of `JSON.parse` for the whole message
 * @throws its errors
 */
export function* parseLargeJson(
  bytes: Uint8Array,
  decode: DecodeBytes,
  sizes = usualSizes,
): Steps<unknown> {
  try {
    const parted = yield* new JsonParts(bytes, decode, sizes).read();
    if (parted) return parted.value;
  } catch {
    // The error is that of the whole message, as it would be without parts.
  }
  return JSON.parse(decode(0, bytes.length));
}

class JsonParts {
  /** The long strings. */
  readonly #strings: string[] = [];
  /** The text up to `#from`, with each long string replaced by a stand-in. */
  #rest = "";
  #from = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly decode: DecodeBytes,
    readonly sizes: Sizes,
  ) {}

  /** Undefined if decoding in pieces would not pay. */
  *read(): Steps<{ readonly value: unknown } | undefined> {
    const { bytes } = this;
    const { long, piece } = this.sizes;
    let turn = piece;
    for (let open = bytes.indexOf(QUOTE); open >= 0; ) {
      const start = open + 1;
      let end = endOfPiece(bytes, start, start + long);
      if (bytes[end] !== QUOTE || end - start > long) end = yield* this.#readLong(start, end);
      if (end > turn) {
        turn = end + piece;
        yield;
      }
      open = bytes.indexOf(QUOTE, end + 1);
    }
    this.#rest += this.decode(this.#from, bytes.length);
    if (this.#rest.length > bytes.length / 2) return undefined;
    const value = JSON.parse(this.#rest, (_, one) =>
      typeof one === "string" && one.length > long ? this.#strings[Number(one.slice(long))] : one,
    );
    return { value };
  }

  /**
   * Decodes a long string, whose first piece ends there.
   * @returns the end of the string
   */
  *#readLong(start: number, endOfFirst: number): Steps<number> {
    const { bytes } = this;
    const { long, piece } = this.sizes;
    const parts = [this.#parse(start, endOfFirst)];
    let end = endOfFirst;
    while (bytes[end] !== QUOTE) {
      if (end >= bytes.length) throw new SyntaxError("a string that does not end");
      const from = end;
      const until = from + Math.min(piece, 4 * (from - start));
      // Nearly all cuts are in the middle of the string, and testing that would double the time.
      end = cutBefore(bytes, from, until) ?? from;
      let part = end > from ? this.#tryParse(from, end) : undefined;
      if (part === undefined) {
        end = endOfPiece(bytes, from, until);
        part = this.#parse(from, end);
      }
      parts.push(part);
      yield;
    }
    // Names of members stay in the text: the replacement of a value is found by its name.
    if (!isName(bytes, end)) {
      const filler = "x".repeat(long);
      this.#rest += `${this.decode(this.#from, start)}${filler}${this.#strings.length}`;
      this.#from = end;
      this.#strings.push(parts.join(""));
    }
    return end;
  }

  #parse(start: number, end: number): string {
    return JSON.parse(`"${this.decode(start, end)}"`);
  }

  /** Undefined if the string ends before. */
  #tryParse(start: number, end: number): string | undefined {
    try {
      return this.#parse(start, end);
    } catch {
      return undefined;
    }
  }
}

/**
 * A safe cut not far before `until`, where no escape and no character is split; undefined if the decision needs more
 * of the text before.
 */
function cutBefore(bytes: Uint8Array, from: number, until: number): number | undefined {
  if (until >= bytes.length) return undefined;
  const first = Math.max(from, until - NEAR);
  for (let at = until; at - ESCAPE > first; ) {
    const last = bytes.subarray(at - ESCAPE, at).lastIndexOf(BACKSLASH);
    if (last < 0 && !isWithinCharacter(bytes[at]!)) return at;
    at -= last < 0 ? 1 : ESCAPE - last;
  }
  return undefined;
}

/**
 * End of the string around `from`, or a safe cut in it, at `until` or after it: no escape and
 * no character is split.
 */
function endOfPiece(bytes: Uint8Array, from: number, until: number): number {
  const { length } = bytes;
  let at = from;
  while (at < length) {
    const byte = bytes[at]!;
    if (byte === QUOTE || (at >= until && !isWithinCharacter(byte))) break;
    at += byte !== BACKSLASH ? 1 : bytes[at + 1] === LETTER_U ? 6 : 2;
  }
  return at;
}

/** True for a continuation byte of UTF-8. */
function isWithinCharacter(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** True if a colon follows the string that ends there. */
function isName(bytes: Uint8Array, end: number): boolean {
  let at = end + 1;
  while (bytes[at]! <= 0x20) at++;
  return bytes[at] === COLON;
}
