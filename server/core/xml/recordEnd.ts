/** The end of a record of a log, where a stanza or a head is still open that nothing in the log continues. */

/**
 * Stands in the text of a region, never in a file: a noncharacter of Unicode, which no text that is exchanged has.
 * What is open at it ends there, a stream header aside.
 */
export const RECORD_END = "\ufdd0";

/** The same where the program did not print the rest: an ellipsis on a line of its own stands before it. */
export const CUT_RECORD_END = `\n…${RECORD_END}`;

/** The text without the ends of records. */
export function removeRecordEnds(text: string): string {
  return text.includes(RECORD_END)
    ? text.replaceAll(CUT_RECORD_END, "").replaceAll(RECORD_END, "")
    : text;
}
