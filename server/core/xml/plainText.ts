/** Lexical classes of plain text: names of ASCII characters without a colon, white space, forbidden characters. */

import { isSpace } from "./tree";

const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** The end of a CDATA section, which may not stand in text (XML 1.0 §2.4). */
export const CDATA_END = "]]>";

// One range with a lookbehind takes two thirds of the time of several ranges.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\0-\x1f\ufffe\uffff](?<![\t\n\r])/g;

/** Offset of the next character that XML forbids (XML 1.0 §2.2), at the offset or after it; -1 if there is none. */
export function findForbidden(text: string, offset: number): number {
  forbidden.lastIndex = offset;
  return forbidden.exec(text)?.index ?? -1;
}

/** Class of each ASCII character: 1 may begin a name, 2 may continue it, the colon aside. */
const names = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) names[code] = 3;
  else if (/[-.0-9]/.test(character)) names[code] = 2;
}

/** Offset after the name that begins there; the same offset if there is none. */
export function skipName(text: string, start: number): number {
  let wanted = 1;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (!(code < 128 && (names[code]! & wanted) !== 0)) return at;
    wanted = 2;
  }
}

/** Offset after the white space that begins there; the same offset if there is none. */
export function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Offset after the opening quote of the value of the attribute whose name ends there; -1 if there is none. */
export function skipToValue(text: string, nameEnd: number): number {
  const equals = skipSpace(text, nameEnd);
  if (text.charCodeAt(equals) !== EQUALS) return -1;
  const quoteAt = skipSpace(text, equals + 1);
  const quote = text.charCodeAt(quoteAt);
  return quote === SINGLE_QUOTE || quote === DOUBLE_QUOTE ? quoteAt + 1 : -1;
}
