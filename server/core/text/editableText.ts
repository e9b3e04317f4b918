/**
 * A text for editing: the cost of an edit, and of a position, depends on the edited part and not on the length of
 * the text. Stored in blocks, each with the offsets of its lines (docs/decisions/editing.md).
 */

import { detachString } from "./detachString";
import { findLineStarts, type Position } from "./lines";
import { partitionPoint } from "./partitionPoint";

const BLOCK = 32_768;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

interface TextEdit {
  readonly span: { readonly start: number; readonly end: number };
  readonly newText: string;
}

/** A part of the text. A line end CR LF is never split. */
class Block {
  #lineStarts: readonly number[] | undefined;

  constructor(readonly text: string) {}

  /** Offsets after each line end of the block, from its start. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= findLineStarts(this.text);
    return this.#lineStarts;
  }
}

/** The offset and the first line of a block. */
interface Place {
  readonly offset: number;
  /** Number of lines that begin before the block, without the first. */
  readonly lines: number;
  /** Offset of the line that holds the start of the block. */
  readonly lineStart: number;
}

/** Offsets count UTF-16 code units from the start of the text. */
export class EditableText {
  #blocks: Block[];
  /** Places of the first blocks; those of later blocks are computed on demand after an edit. */
  #places: Place[] = [{ offset: 0, lines: 0, lineStart: 0 }];
  /** The text as one string, as long as it is cached. */
  #whole: string | undefined;
  #isEdited = false;
  #length: number;

  /** @param block initial size of a block in UTF-16 code units; affects only the speed */
  constructor(
    text: string,
    readonly block = BLOCK,
  ) {
    this.#whole = text;
    this.#length = text.length;
    this.#blocks = cut(text, block);
  }

  /** An independent copy of the text. */
  copy(): EditableText {
    const copy = new EditableText("", this.block);
    copy.#whole = this.#whole;
    copy.#isEdited = this.#isEdited;
    copy.#length = this.#length;
    copy.#blocks = [...this.#blocks];
    return copy;
  }

  get length(): number {
    return this.#length;
  }

  /** The text as one string, joined at most once between edits. */
  toString(): string {
    this.#whole ??= this.#blocks.map(({ text }) => text).join("");
    return this.#whole;
  }

  /** The text from `start` to `end`, which are within it. */
  slice(start: number, end: number): string {
    if (this.#whole !== undefined) {
      const part = this.#whole.slice(start, end);
      // Parts of the original text share its memory; without copies, each later version would stay in memory as well.
      return this.#isEdited ? detachString(part) : part;
    }
    const first = this.#blockAt(start);
    let text = "";
    for (let i = first; i < this.#blocks.length && this.#placeOf(i).offset < end; i++) {
      const { offset } = this.#placeOf(i);
      text += this.#blocks[i]!.text.slice(Math.max(0, start - offset), end - offset);
    }
    return detachString(text);
  }

  /** Replaces the span by the text. */
  edit({ span, newText }: TextEdit): void {
    let first = this.#blockAt(span.start);
    let last = this.#blockAt(span.end);
    const before = this.#blocks[first]!.text.slice(0, span.start - this.#placeOf(first).offset);
    const behind = this.#blocks[last]!.text.slice(span.end - this.#placeOf(last).offset);
    let text = before + newText + behind;
    // Joins small neighbours, so that no line end is split, and blocks keep about their size.
    if (first > 0 && (this.#isSmall(text) || text.charCodeAt(0) === LINE_FEED)) {
      text = this.#blocks[--first]!.text + text;
    }
    if (last + 1 < this.#blocks.length) {
      const next = this.#blocks[last + 1]!.text;
      if (this.#isSmall(text) || next.charCodeAt(0) === LINE_FEED) {
        text += next;
        last++;
      }
    }
    const blocks =
      text.length > 2 * this.block ? cut(text, this.block) : [new Block(detachString(text))];
    this.#blocks = [...this.#blocks.slice(0, first), ...blocks, ...this.#blocks.slice(last + 1)];
    this.#places.length = Math.min(this.#places.length, first + 1);
    this.#length += newText.length - (span.end - span.start);
    this.#whole = undefined;
    this.#isEdited = true;
  }

  /** The position of an offset; an offset between the two characters of a line end has the position before both. */
  positionAt(offset: number): Position {
    const within = Math.min(Math.max(offset, 0), this.#length);
    const index = this.#blockAt(within);
    const { offset: start, lines, lineStart } = this.#placeOf(index);
    const { text, lineStarts } = this.#blocks[index]!;
    const at = within - start;
    const count = partitionPoint(lineStarts, (one) => one <= at);
    const line = count === 0 ? lineStart : start + lineStarts[count - 1]!;
    const isBetween =
      text.charCodeAt(at - 1) === CARRIAGE_RETURN && text.charCodeAt(at) === LINE_FEED;
    return { line: lines + count, character: within - line - (isBetween ? 1 : 0) };
  }

  /** The offset of a position; a position beyond its line is at the line's end, beyond the text at the text's end. */
  offsetAt({ line, character }: Position): number {
    if (!(line >= 0)) return 0;
    const start = this.#lineStart(line);
    if (start === undefined) return this.#length;
    if (!(character > 0)) return start;
    const next = this.#lineStart(line + 1) ?? this.#length;
    if (start + character < next) {
      const end = Math.floor(start + character);
      const around = this.slice(Math.max(start, end - 1), Math.min(next, end + 1));
      return around === "\r\n" ? end - 1 : end;
    }
    const ending = this.slice(Math.max(start, next - 2), next);
    return next - (/\r\n$|[\r\n]$/.exec(ending)?.[0].length ?? 0);
  }

  #lineStart(line: number): number | undefined {
    if (line === 0) return 0;
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#placeOf(middle).lines < line) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    const { offset, lines } = this.#placeOf(index);
    const within = this.#blocks[index]!.lineStarts[line - lines - 1];
    return within === undefined ? undefined : offset + within;
  }

  #isSmall(text: string): boolean {
    return text.length < this.block / 4;
  }

  /** The index of the block that holds the offset; of the last one for the end of the text. */
  #blockAt(offset: number): number {
    this.#placeOf(this.#blocks.length - 1);
    return partitionPoint(this.#places, (place) => place.offset <= offset) - 1;
  }

  #placeOf(index: number): Place {
    for (let i = this.#places.length; i <= index; i++) {
      const { offset, lines, lineStart } = this.#places[i - 1]!;
      const { text, lineStarts } = this.#blocks[i - 1]!;
      const last = lineStarts.at(-1);
      this.#places.push({
        offset: offset + text.length,
        lines: lines + lineStarts.length,
        lineStart: last === undefined ? lineStart : offset + last,
      });
    }
    return this.#places[index]!;
  }
}

/** Cuts the text into blocks, at least one. */
function cut(text: string, length: number): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  do {
    let end = Math.min(start + length, text.length);
    const isWithin =
      text.charCodeAt(end - 1) === CARRIAGE_RETURN && text.charCodeAt(end) === LINE_FEED;
    if (isWithin) end++;
    blocks.push(new Block(text.slice(start, end)));
    start = end;
  } while (start < text.length);
  return blocks;
}
