/** What is plain in a text: names of ASCII characters without a colon, and white space; and what is never text. */

import { isSpace } from "./tree";

const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** The end of a CDATA section, which may not stand in text (XML 1.0 §2.4). */
export const CDATA_END = "]]>";

// One range, and a look back at what was found, takes two thirds of the time that the ranges between take.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\0-\x1f\ufffe\uffff](?<![\t\n\r])/g;

/** Where a character stands that no XML has (XML 1.0 §2.2), at the offset or behind it; -1 if none does. */
export function findForbidden(text: string, offset: number): number {
  forbidden.lastIndex = offset;
  return forbidden.exec(text)?.index ?? -1;
}

/** For each ASCII character whether a name may begin with it (1) or have it further on (2), the colon aside. */
const names = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) names[code] = 3;
  else if (/[-.0-9]/.test(character)) names[code] = 2;
}

/** Behind the name that begins there; the same place if none does. */
export function skipName(text: string, start: number): number {
  let wanted = 1;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (!(code < 128 && (names[code]! & wanted) !== 0)) return at;
    wanted = 2;
  }
}

/** Behind the white space that begins there; the same place if none does. */
export function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Behind the quote with which the value of an attribute begins whose name ends there; -1 if it has none. */
export function skipToValue(text: string, nameEnd: number): number {
  const equals = skipSpace(text, nameEnd);
  if (text.charCodeAt(equals) !== EQUALS) return -1;
  const quoteAt = skipSpace(text, equals + 1);
  const quote = text.charCodeAt(quoteAt);
  return quote === SINGLE_QUOTE || quote === DOUBLE_QUOTE ? quoteAt + 1 : -1;
}
