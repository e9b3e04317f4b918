/** Offsets of a text as lines and columns. */

export interface Position {
  /** From 0. */
  readonly line: number;
  /** UTF-16 code units from the start of the line, from 0. */
  readonly character: number;
}

/** Where the lines of a text begin. A line ends with LF, CR LF or CR. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    // Nearly all texts have no lone CR, and then the line feeds tell everything.
    if (/\r(?!\n)/.test(text)) {
      for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
        this.#starts.push(index + end.length);
      }
    } else {
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
        this.#starts.push(at + 1);
      }
    }
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    const line = low - 1;
    return { line, character: offset - this.#starts[line]! };
  }

  /** The text of the line, without its end. */
  lineAt(line: number): string {
    const start = this.#starts[line] ?? this.text.length;
    const end = this.#starts[line + 1] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, "");
  }
}
