/**
 * Steps through the markup of a text for framing, up to the end of the record of a log; if asked to, also past the
 * brackets of holes, which may contain any markup.
 */

import { ForwardSearch, NEVER } from "./forwardSearch";
import { endOfBrackets, MAX_HOLE } from "./holes";
import { MarkupSkipper, readTag, type Tag } from "./markup";
import { RECORD_END } from "./recordEnd";
import { readHoleTag } from "./resolveTag";

/** A tag in which all possible holes are within values. */
const wholeTag = /<\/?[^\s<>"'=/]+(?:\s+[^\s<>"'=/]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*\s*\/?>/y;

export class MarkupScan {
  /** Offset of the text that has no influence on the results so far. */
  reach = 0;
  /** True to step past holes. */
  passesHoles = false;
  readonly #skipper: MarkupSkipper;
  readonly #records: ForwardSearch;
  readonly #dollars: ForwardSearch;
  readonly #hashes: ForwardSearch;

  constructor(readonly text: string) {
    this.#skipper = new MarkupSkipper(text);
    this.#records = new ForwardSearch(text, RECORD_END);
    this.#dollars = new ForwardSearch(text, "${");
    this.#hashes = new ForwardSearch(text, "#{");
  }

  /** Records that the text up to the offset has influence. */
  reachTo(offset: number): void {
    // All that may still come after the text counts as the next character.
    const reach = Math.min(offset, this.text.length + 1);
    if (reach > this.reach) this.reach = reach;
  }

  /** Offset of the record's end, at the offset or after it; `NEVER` in a text that is no log. */
  recordEndFrom(offset: number): number {
    return this.#records.from(offset);
  }

  /** True if the tag is the same whether or not its possible holes are holes. */
  isCertain({ nameStart, end, closed }: Tag): boolean {
    if (!closed) return false;
    if (this.#holeFrom(nameStart) >= end) return true;
    wholeTag.lastIndex = this.text.lastIndexOf("<", nameStart);
    return wholeTag.test(this.text) && wholeTag.lastIndex === end;
  }

  /** True if a hole may begin between the offsets. */
  mayHaveHoles(start: number, end: number): boolean {
    return this.#holeFrom(start) < end;
  }

  /** Offset of the next markup, at the offset or after it, or -1. */
  markupFrom(offset: number): number {
    const { text } = this;
    let next = text.indexOf("<", offset);
    if (!this.passesHoles) return next;
    let hole = this.#holeFrom(offset);
    while (next >= 0 && hole < next) {
      const end = endOfBrackets(text, hole);
      this.reachTo(end < 0 ? hole + MAX_HOLE : end);
      if (end > next) next = text.indexOf("<", end);
      hole = this.#holeFrom(Math.max(end, hole + 2));
    }
    return next;
  }

  /** The tag whose name begins there, up to the end of the record. */
  tagAt(nameStart: number): Tag {
    const plain = readTag(this.text, nameStart);
    const tag = this.passesHoles && !this.isCertain(plain) ? this.#readWithHoles(plain) : plain;
    const record = this.#records.from(nameStart);
    if (record >= tag.end) return tag;
    return { ...tag, end: record, empty: false, closed: false, reach: record + 1 };
  }

  /** The offset after the `<!…>` or `<?…>` at `start`, or -1 if it is not closed in its record. */
  skip(start: number): number {
    const end = this.#skipper.skip(start);
    const record = this.#records.from(start);
    if (end >= 0 && record >= end) return end;
    // Unclosed only as long as no text after it closes it.
    if (record === NEVER) this.reachTo(this.text.length + 1);
    return -1;
  }

  #readWithHoles(tag: Tag): Tag {
    const { text } = this;
    const { nameStart } = tag;
    const read = readHoleTag(text, nameStart - 1, nameStart, true, true);
    this.reachTo(read.reach);
    const { nameEnd, end, isEmpty: empty } = read;
    if (text[end - 1] !== ">") return tag;
    return { nameStart, nameEnd, end, empty, closed: true, reach: end };
  }

  #holeFrom(offset: number): number {
    return Math.min(this.#dollars.from(offset), this.#hashes.from(offset));
  }
}
