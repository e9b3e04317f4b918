/** End of a record of a log with an open stanza or start tag that no later record continues. */

/**
 * Marker in the text of a region, never in a file: a noncharacter of Unicode, which must not occur in exchanged text.
 * All that is open at it ends there, stream headers aside.
 */
export const RECORD_END = "\ufdd0";

/** The same where the program did not print the rest: after an ellipsis on a line of its own. */
export const CUT_RECORD_END = `\n…${RECORD_END}`;

/** The text without the markers. */
export function removeRecordEnds(text: string): string {
  return text.includes(RECORD_END)
    ? text.replaceAll(CUT_RECORD_END, "").replaceAll(RECORD_END, "")
    : text;
}
