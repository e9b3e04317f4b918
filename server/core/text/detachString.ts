/**
 * A part of a string is kept by engines as a view of the whole, so that whoever keeps an attribute's value
 * keeps the document it was read from, in each version that it ever had.
 */

/** Shorter parts are copies anyway (V8). */
const LONG = 13;

/** The same text, as a string that keeps no other one alive. */
export function detachString(text: string): string {
  return text.length < LONG ? text : ` ${text}`.slice(1);
}
