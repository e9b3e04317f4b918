/** The end of a record of a log, where a stanza or a head is still open that nothing in the log continues. */

/**
 * Stands in the text of a region, never in a file: a noncharacter of Unicode, which no text that is exchanged has.
 * What is open at it ends there, a stream header aside.
 */
export const RECORD_END = "\ufdd0";
