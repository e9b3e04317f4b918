/** Reads one tag that may have holes, and gives the text that replaces them; see resolve.ts. */

import type { Span } from "../text/span";
import {
  endOfBrackets,
  endOfElision,
  endOfHole,
  endOfOptional,
  endsWithElision,
  HOLE,
  holdsElision,
  MAX_HOLE,
  mayOpenBrackets,
} from "./holes";
import { isSpace, skipSpace } from "./tree";

/** Replacement of a part of the text; as long as that. */
export interface Mask extends Span {
  readonly text: string;
}

/** A hole among the attributes of a start tag; it may stand for more than attributes. */
export interface AttributeHole extends Span {
  readonly isElision: boolean;
}

/** A tag from `<` to `>`, or up to other markup. */
export interface HoleTag extends Span {
  /** `HOLE` if the name has a hole. */
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly isEmpty: boolean;
  /** True if the rest of the tag was left out. */
  readonly isCut: boolean;
  readonly masks: readonly Mask[];
  readonly holes: readonly AttributeHole[];
  /** Offsets of unknown values that had no quotes. */
  readonly values: readonly number[];
  /** Offset of the text that has no influence on the tag. */
  readonly reach: number;
}

/**
 * @param start offset of the tag
 * @param isRoot true for the stanza, whose name is known: a hole right after the name is an attribute
 * @param hasElisions false where omissions are mistakes
 */
export function readHoleTag(
  text: string,
  start: number,
  nameStart: number,
  isRoot: boolean,
  hasElisions: boolean,
): HoleTag {
  return new TagReader(text, start, nameStart, isRoot, hasElisions).read();
}

/** Ends a run of characters that is a name or a value without quotes. */
const delimiter = /[\s<>"'=]/;
const nameCharacter = /[\w:.\u0080-\uffff-]/;
/** Redaction in markup of its own. */
const redaction = /[^\s<>"']*<[\p{L}_][\p{L}\p{N}_-]+>[^\s<>"']*/uy;
/** As much of a redaction as there is, up to what decides that there is no more. */
const redactionStart = /[^\s<>"']*<[\p{L}\p{N}_-]*(?:>[^\s<>"']*)?/uy;

class TagReader {
  #masks: Mask[] = [];
  #holes: AttributeHole[] = [];
  readonly #values: number[] = [];
  #at: number;
  /** Offset after the name and each whole attribute: the rest may be cut. */
  #whole = 0;
  #reach = 0;

  constructor(
    readonly text: string,
    readonly start: number,
    readonly nameStart: number,
    readonly isRoot: boolean,
    readonly hasElisions: boolean,
  ) {
    this.#at = nameStart;
  }

  read(): HoleTag {
    const { text, nameStart } = this;
    const isUnknown = this.#readName();
    const nameEnd = this.#at;
    this.#whole = nameEnd;
    while (this.#at < text.length && text[this.#at] !== ">" && text[this.#at] !== "<") {
      this.#readPart();
    }
    const isClosed = text[this.#at] === ">";
    const isCut = !isClosed && this.hasElisions && endsWithElision(text.slice(nameEnd, this.#at));
    if (isClosed) this.#at++;
    else if (isCut) this.#complete();
    return {
      start: this.start,
      end: this.#at,
      name: isUnknown ? HOLE : text.slice(nameStart, nameEnd),
      nameStart,
      nameEnd,
      isEmpty: isClosed && text[this.#at - 2] === "/",
      isCut,
      masks: this.#masks,
      holes: this.#holes,
      values: this.#values,
      // Without a `>`, the tag ends before the character that begins other markup.
      reach: Math.max(this.#reach, isClosed ? this.#at : this.#at + 1),
    };
  }

  /** @returns true if the name is unknown */
  #readName(): boolean {
    const { text, nameStart } = this;
    if (this.isRoot) {
      let at = nameStart;
      while (nameCharacter.test(text[at] ?? "") && endOfElision(text, at) < 0) at++;
      this.#at = at;
      return false;
    }
    if (!this.#skipRun()) return false;
    this.#masks.push(nameMask(nameStart, this.#at));
    return true;
  }

  /** Reads white space, a hole, an attribute or other text. */
  #readPart(): void {
    const { text } = this;
    const start = this.#at;
    if (isSpace(text.charCodeAt(start)) || text[start] === "/") {
      this.#at++;
      return;
    }
    const optional = endOfOptional(text, start);
    if (optional > 0) {
      this.#at = optional;
      this.#addHole(start);
      return;
    }
    const hasHole = this.#skipRun();
    if (this.#at === start) {
      this.#at++;
      return;
    }
    const equals = skipSpace(text, this.#at);
    if (text[equals] !== "=") {
      if (hasHole) this.#addHole(start);
      return;
    }
    this.#at = skipSpace(text, equals + 1);
    const isKnown = this.#readValue();
    if (hasHole || !isKnown) this.#addHole(start);
  }

  /** @returns false if the whole attribute is to be taken for a hole */
  #readValue(): boolean {
    const { text } = this;
    const start = this.#at;
    const quote = text[start];
    if (quote === '"' || quote === "'") {
      this.#readQuoted(start, quote);
      return true;
    }
    if (!this.#skipRun()) {
      this.#at = start;
      return true;
    }
    const length = this.#at - start;
    this.#whole = this.#at;
    if (length < 2) return false;
    this.#masks.push({ start, end: this.#at, text: `"${HOLE.repeat(length - 2)}"` });
    this.#values.push(start + 1);
    return true;
  }

  #readQuoted(start: number, quote: string): void {
    const { text } = this;
    redaction.lastIndex = start + 1;
    if (redaction.test(text) && text[redaction.lastIndex] === quote) {
      this.#hide(start + 1, redaction.lastIndex);
      this.#whole = this.#at = redaction.lastIndex + 1;
      return;
    }
    redactionStart.lastIndex = start + 1;
    if (redactionStart.test(text)) this.#reachTo(redactionStart.lastIndex + 1);
    let at = start + 1;
    while (at < text.length && text[at] !== "<") {
      const end = endOfBrackets(text, at);
      this.#reachPast(at, end);
      if (end > 0) {
        if (/[<&"']/.test(text.slice(at, end))) this.#hide(at, end);
        at = end;
      } else if (text[at++] === quote) {
        this.#whole = this.#at = at;
        return;
      }
    }
    // Never closed: the text after the quote is read anew.
    this.#reachTo(at + 1);
    this.#at = start + 1;
  }

  /**
   * Skips a name or a value without quotes.
   * @returns true if it has an unknown part
   */
  #skipRun(): boolean {
    const { text } = this;
    let hasHole = false;
    while (this.#at < text.length) {
      const at = this.#at;
      const hole = endOfHole(text, at);
      this.#reachPast(at, hole);
      const end = hole < 0 && this.hasElisions ? endOfElision(text, at) : hole;
      if (end > 0) {
        hasHole = true;
        this.#at = end;
      } else if (delimiter.test(text[at]!) || emptyEnd(text, at)) {
        break;
      } else {
        this.#at++;
      }
    }
    return hasHole;
  }

  /** Records how far a hole was looked for. */
  #reachPast(start: number, end: number): void {
    // Other holes contain no `<` or `>`, so that they are looked for up to the end of the tag at most.
    if (end < 0 && mayOpenBrackets(this.text, start)) this.#reachTo(start + MAX_HOLE);
  }

  #reachTo(offset: number): void {
    if (offset > this.#reach) this.#reach = offset;
  }

  #addHole(start: number): void {
    const end = this.#at;
    const isElision = this.hasElisions && holdsElision(this.text.slice(start, end));
    this.#holes.push({ start, end, isElision });
    this.#masks.push({ start, end, text: " ".repeat(end - start) });
  }

  #hide(start: number, end: number): void {
    this.#masks.push({ start, end, text: HOLE.repeat(end - start) });
  }

  /** Ends the tag before the cut. */
  #complete(): void {
    const start = this.#whole;
    const end = this.#at;
    const before = ({ end: one }: Span) => one <= start;
    this.#masks = this.#masks.filter(before);
    this.#holes = this.#holes.filter(before);
    this.#holes.push({ start, end, isElision: true });
    this.#masks.push({ start, end, text: ">".padStart(end - start) });
  }
}

/** Replacement of an unknown name, as long as its hole. */
export function nameMask(start: number, end: number): Mask {
  return { start, end, text: HOLE.padEnd(end - start) };
}

function emptyEnd(text: string, at: number): boolean {
  return text[at] === "/" && text[skipSpace(text, at + 1)] === ">";
}
