/** Offsets of a text as lines and columns. */

import { partitionPoint } from "./partitionPoint";

export interface Position {
  /** From 0. */
  readonly line: number;
  /** UTF-16 code units from the start of the line, from 0. */
  readonly character: number;
}

/** Index of the lines of a text. A line ends with LF, CR LF or CR. */
export class LineIndex {
  #starts: number[] | undefined;

  /** @param base the position of the text in a larger text, if it is part of one */
  constructor(
    readonly text: string,
    readonly base: Position = { line: 0, character: 0 },
  ) {}

  /** Computed with the first position: most texts have no finding. */
  get #lineStarts(): readonly number[] {
    if (!this.#starts) {
      this.#starts = findLineStarts(this.text);
      this.#starts.unshift(0);
    }
    return this.#starts;
  }

  /** The position of an offset in the text, ends included. */
  positionAt(offset: number): Position {
    const starts = this.#lineStarts;
    const line = partitionPoint(starts, (start) => start <= offset) - 1;
    const character = offset - starts[line]!;
    const { base } = this;
    return line === 0
      ? { line: base.line, character: base.character + character }
      : { line: base.line + line, character };
  }

  /** The text of the line, without its end. */
  lineAt(line: number): string {
    const { base } = this;
    const index = line - base.line;
    const start = this.#lineStarts[index] ?? this.text.length;
    let end = this.#lineStarts[index + 1] ?? this.text.length;
    while (end > start && isLineEnd(this.text.charCodeAt(end - 1))) end--;
    const text = this.text.slice(start, end);
    if (index > 0) return text;
    // The part of the first line before the text is no longer known.
    return base.character < 0 ? text.slice(-base.character) : " ".repeat(base.character) + text;
  }
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** The offsets at which lines begin, except the first: after each line end. */
export function findLineStarts(text: string): number[] {
  const starts: number[] = [];
  // Nearly all texts have no lone CR, and then line feeds alone delimit the lines.
  if (text.includes("\r") && /\r(?!\n)/.test(text)) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  } else {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  return starts;
}
