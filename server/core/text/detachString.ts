/**
 * Engines keep a substring as a slice of the whole string, so that a cached attribute value would keep
 * the document that it was read from in memory, in each of its versions.
 */

/** Shorter parts are copies anyway (V8). */
const LONG = 13;

/** A copy of the text that is no slice of another string. */
export function detachString(text: string): string {
  return text.length < LONG ? text : ` ${text}`.slice(1);
}
