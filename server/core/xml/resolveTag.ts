/** Reads one tag that may have holes in it, and says what to write in their places; see resolve.ts. */

import type { Span } from "../text/span";
import {
  behindBrackets,
  behindElision,
  behindHole,
  behindOptional,
  endsWithElision,
  HOLE,
  holdsElision,
} from "./holes";
import { skipSpace } from "./plainText";
import { isSpace } from "./tree";

/** What is written in the place of a part of the text; as long as that. */
export interface Mask extends Span {
  readonly text: string;
}

/** A hole among the attributes of a start tag; what was left out there may be more than attributes. */
export interface AttributeHole extends Span {
  readonly isElision: boolean;
}

/** A tag from `<` to `>`, or to where other markup begins. */
export interface HoleTag extends Span {
  /** `HOLE` if there is a hole in it. */
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly isEmpty: boolean;
  /** True if the rest of the tag was left out. */
  readonly isCut: boolean;
  readonly masks: readonly Mask[];
  readonly holes: readonly AttributeHole[];
  /** Where values begin that are not known and had no quotes. */
  readonly values: readonly number[];
}

/**
 * @param start of the tag
 * @param isRoot true for the stanza, whose name is known: a hole right behind that is an attribute
 * @param hasElisions false where what is left out is a mistake
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
/** What somebody has made unreadable, in markup of its own. */
const redaction = /[^\s<>"']*<[\p{L}_][\p{L}\p{N}_-]+>[^\s<>"']*/uy;

class TagReader {
  #masks: Mask[] = [];
  #holes: AttributeHole[] = [];
  readonly #values: number[] = [];
  #at: number;
  /** Behind the name and each attribute that is whole: what follows may be cut. */
  #whole = 0;

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
    };
  }

  /** @returns true if it is not known */
  #readName(): boolean {
    const { text, nameStart } = this;
    if (this.isRoot) {
      let at = nameStart;
      while (nameCharacter.test(text[at] ?? "") && behindElision(text, at) < 0) at++;
      this.#at = at;
      return false;
    }
    if (!this.#skipRun()) return false;
    this.#masks.push(nameMask(nameStart, this.#at));
    return true;
  }

  /** White space, a hole, an attribute or whatever else stands there. */
  #readPart(): void {
    const { text } = this;
    const start = this.#at;
    if (isSpace(text.charCodeAt(start)) || text[start] === "/") {
      this.#at++;
      return;
    }
    const optional = behindOptional(text, start);
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

  /** @returns false if all of the attribute is to be taken for a hole */
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
    for (let at = start + 1; at < text.length && text[at] !== "<"; ) {
      const end = behindBrackets(text, at);
      if (end > 0) {
        if (/[<&"']/.test(text.slice(at, end))) this.#hide(at, end);
        at = end;
      } else if (text[at++] === quote) {
        this.#whole = this.#at = at;
        return;
      }
    }
    // Never closed; what stands there is looked at anew.
    this.#at = start + 1;
  }

  /**
   * Passes over a name or a value without quotes.
   * @returns true if something is in it that is not known
   */
  #skipRun(): boolean {
    const { text } = this;
    let hasHole = false;
    while (this.#at < text.length) {
      const at = this.#at;
      const hole = behindHole(text, at);
      const end = hole < 0 && this.hasElisions ? behindElision(text, at) : hole;
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

  #addHole(start: number): void {
    const end = this.#at;
    const isElision = this.hasElisions && holdsElision(this.text.slice(start, end));
    this.#holes.push({ start, end, isElision });
    this.#masks.push({ start, end, text: " ".repeat(end - start) });
  }

  #hide(start: number, end: number): void {
    this.#masks.push({ start, end, text: HOLE.repeat(end - start) });
  }

  /** Ends the tag before what was cut. */
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

/** What is written for a name that is not known, however long the hole in it is. */
export function nameMask(start: number, end: number): Mask {
  return { start, end, text: HOLE.padEnd(end - start) };
}

function emptyEnd(text: string, at: number): boolean {
  return text[at] === "/" && text[skipSpace(text, at + 1)] === ">";
}
