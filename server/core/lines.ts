/** Offsets of a text as lines and columns. */

export interface Position {
  /** From 0. */
  readonly line: number;
  /** UTF-16 code units from the start of the line, from 0. */
  readonly character: number;
}

/** Where the lines of a text begin. A line ends with LF, CR LF or CR. */
export class LineIndex {
  #starts: number[] | undefined;

  constructor(readonly text: string) {}

  /** Made when the first position is asked for: most texts have no finding. */
  get #lineStarts(): readonly number[] {
    this.#starts ??= findLineStarts(this.text);
    return this.#starts;
  }

  positionAt(offset: number): Position {
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    const line = low - 1;
    return { line, character: offset - starts[line]! };
  }

  /** The text of the line, without its end. */
  lineAt(line: number): string {
    const start = this.#lineStarts[line] ?? this.text.length;
    let end = this.#lineStarts[line + 1] ?? this.text.length;
    while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end--;
    return this.text.slice(start, end);
  }
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  // Nearly all texts have no lone CR, and then the line feeds tell everything.
  if (/\r(?!\n)/.test(text)) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  } else {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  return starts;
}
