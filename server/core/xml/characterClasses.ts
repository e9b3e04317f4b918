/** Classes of UTF-16 code units, for the reader of plain elements. */

/** May stand in text as it is; not `<`, `&`, `]`, surrogates, and what XML forbids (XML 1.0 §2.2). */
export const TEXT = 1;
/** May stand in the value of an attribute as it is; white space only as the space, as others need normalization. */
export const VALUE = 2;
/** May begin a name, as ASCII; the colon aside. */
export const NAME_START = 4;
/** May continue such a name. */
export const NAME = 8;
export const SPACE = 16;

const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
/** Noncharacters of XML, and the one that ends records of logs. */
const forbidden = [0xfffe, 0xffff, 0xfdd0];

/** Classes by code unit; each is the sum of those above. */
export const characterClasses = new Uint8Array(0x10000).fill(TEXT | VALUE);

characterClasses.fill(0, 0, 0x20);
characterClasses.fill(0, FIRST_SURROGATE, LAST_SURROGATE + 1);
for (const code of forbidden) characterClasses[code] = 0;
for (let code = 0x20; code < 0x80; code++) {
  const character = String.fromCharCode(code);
  let classes = TEXT | VALUE;
  if (/[<&\]]/.test(character)) classes &= ~TEXT;
  if (/[<&'"]/.test(character)) classes &= ~VALUE;
  if (/[A-Za-z_]/.test(character)) classes |= NAME_START | NAME;
  else if (/[-.0-9]/.test(character)) classes |= NAME;
  characterClasses[code] = classes;
}
for (const character of "\t\n\r") characterClasses[character.charCodeAt(0)] = TEXT | SPACE;
characterClasses[0x20]! |= SPACE;

/** True if a surrogate pair stands at the offset. */
export function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

/**
 * The code unit at the offset, or 0 at the end of the text, which has no class. Reading further than the text with
 * charCodeAt, even once, makes V8 compile all that uses the result for NaN: several times slower from then on.
 */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** The offset, or that of the first code unit after it that is not of the class. */
export function behindAll(text: string, start: number, ofClass: number): number {
  let at = start;
  while ((characterClasses[codeAt(text, at)]! & ofClass) !== 0) at++;
  return at;
}
