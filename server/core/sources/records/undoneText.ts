/** The text that a literal stands for, with the place of each character in the literal. */

import { partitionPoint } from "../../text/partitionPoint";
import type { Span } from "../../text/span";
import type { ReadLiteral } from "./literal";

/** A literal may have a million escapes: of each, only its offset is kept besides what the literal has. */
export class UndoneText {
  readonly text: string;
  /** Offset in the text of what each escape stands for. */
  readonly #offsets: number[] = [];

  /** @param start offset of the literal in the host */
  constructor(
    host: string,
    readonly start: number,
    readonly literal: ReadLiteral,
  ) {
    const pieces: string[] = [];
    let length = 0;
    let at = start;
    for (const { start: from, end, text } of literal.undone) {
      if (from > at) pieces.push(host.slice(at, from));
      length += Math.max(0, from - at);
      this.#offsets.push(length);
      if (text !== "") pieces.push(text);
      length += text.length;
      at = end;
    }
    if (literal.end > at) pieces.push(host.slice(at, literal.end));
    this.text = pieces.join("");
  }

  /** Span in the host of the character at the offset in the text: that of the whole escape, if it is one. */
  spanOf(offset: number): Span {
    const index = partitionPoint(this.#offsets, (one) => one <= offset) - 1;
    const before = this.literal.undone[index];
    if (!before) return { start: this.start + offset, end: this.start + offset + 1 };
    const within = offset - this.#offsets[index]!;
    if (within < before.text.length) return { start: before.start, end: before.end };
    const at = before.end + within - before.text.length;
    return { start: at, end: at + 1 };
  }
}
