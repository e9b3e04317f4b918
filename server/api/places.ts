/** Places of findings, as offsets. */

import { findLineStarts } from "../core/text/lines";

/**
 * A function from lines and columns, which count from 1, to offsets of the text in UTF-16 code units.
 * It throws a RangeError for a place that the text does not have.
 */
export function offsetsOf(text: string): (line: number, column: number) => number {
  const starts = [0, ...findLineStarts(text)];
  return (line, column) => {
    const offset = (starts[line - 1] ?? Number.NaN) + column - 1;
    if (column >= 1 && offset <= (starts[line] ?? text.length)) return offset;
    throw new RangeError(`the text has no place ${line}:${column}; is the fix of another text?`);
  };
}
