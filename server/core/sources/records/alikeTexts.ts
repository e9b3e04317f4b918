/**
 * Memo of functions of the beginnings of lines. Those of a log are alike but for the digits of times and numbers, and
 * most functions of them do not care which digits those are.
 */

import { detachString } from "../../text/detachString";

/** Maximum length of a remembered text, in UTF-16 code units. */
const MAX_LENGTH = 400;

/** Maximum number of remembered texts of a function: records of a log begin in a few ways, other lines in many. */
const MAX_TEXTS = 1000;

const ZERO = 48;
const NINE = 57;

interface Known<Value> {
  readonly text: string;
  readonly value: Value;
}

/**
 * The function with a memo.
 * @param compute has the same value for texts that differ in nothing but which digits stand where digits stand
 */
export function memoOfAlike<Value>(compute: (text: string) => Value): (text: string) => Value {
  const values = new Map<number, Known<Value>>();
  return (text) => {
    if (text.length > MAX_LENGTH) return compute(text);
    const hash = hashOf(text);
    const known = values.get(hash);
    if (known?.text.length === text.length && isAlikeAt(known.text, text, 0)) return known.value;
    const value = compute(text);
    if (values.size >= MAX_TEXTS) values.clear();
    values.set(hash, { text: detachString(text), value });
    return value;
  };
}

/** True if the text at the offset of another begins with this text, but for its digits. */
export function isAlikeAt(text: string, other: string, start: number): boolean {
  for (let i = text.length - 1; i >= 0; i--) {
    const a = text.charCodeAt(i);
    const b = other.charCodeAt(start + i);
    if (a !== b && !(isDigit(a) && isDigit(b))) return false;
  }
  return true;
}

function hashOf(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    hash = Math.imul(hash ^ (isDigit(code) ? ZERO : code), 0x01000193);
  }
  return hash;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
