/**
 * Incremental scanner of markup: takes a text piece by piece and has the open elements at the end of each. It reports
 * no errors: an end tag without a match is ignored.
 */

import { isFramedName } from "./stanzaNames";

type State = "text" | "tag" | "double" | "single" | "comment" | "cdata" | "instruction";

const terminators = { comment: "-->", cdata: "]]>", instruction: "?>" } as const;

/** A stanza that was read to its end. Offsets count from the first piece that the scanner took. */
export interface ScannedStanza {
  readonly start: number;
  readonly end: number;
}

const nameStart = /[A-Za-z_\u0080-\uffff]/;

const DOUBLE = 0x22;
const SINGLE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const DELETE = 0x7f;

function isQuote(code: number): boolean {
  return code === DOUBLE || code === SINGLE;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code > DELETE && text[at]?.trim() === "")
  );
}

/** Offset of the first character after the name. */
function nameEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER || code === SLASH || code === LESS || isSpace(text, at)) return at;
    if (isQuote(code)) return at + 1;
  }
  return text.length;
}

/** Elements that stay open as long as a stream does. */
const stream = /^(?:\w+:)?stream$/;

export class TagScanner {
  #state: State = "text";
  /** Names of the open elements. */
  #open: string[] = [];
  /** Offset of the open stanza, and the number of open elements around it. */
  #stanza: { start: number; depth: number } | undefined;
  #name = "";
  #isNameOpen = false;
  #isEnd = false;
  #tagStart = 0;
  #last = "";
  #length = 0;
  /** Last characters of the text so far, where a token may be cut in two. */
  #tail = "";
  #mismatches = 0;
  readonly stanzas: ScannedStanza[] = [];

  /** True if nothing is open. */
  get isBalanced(): boolean {
    return this.#state === "text" && this.#open.length === 0 && this.#tail === "";
  }

  /** True if the text ended within markup. */
  get isInMarkup(): boolean {
    return this.#state !== "text" || this.#tail !== "";
  }

  /** True if a stanza is open, or its start tag is. */
  get isInStanza(): boolean {
    return (
      this.#stanza !== undefined ||
      (this.#state !== "text" && !this.#isEnd && isFramedName(this.#name))
    );
  }

  /** True if the start tag of a stanza was read, and its end tag was not. */
  get hasOpenStanza(): boolean {
    return this.#stanza !== undefined;
  }

  /** Offset of the last markup. */
  get tagStart(): number {
    return this.#tagStart;
  }

  /** Number of end tags without a match. */
  get mismatches(): number {
    return this.#mismatches;
  }

  /** Number of UTF-16 code units that were read. */
  get length(): number {
    return this.#length;
  }

  /** Number of open elements. */
  get depth(): number {
    return this.#open.length;
  }

  /** A copy without the stanzas that were read. */
  copy(): TagScanner {
    const copy = new TagScanner();
    copy.#state = this.#state;
    copy.#open = [...this.#open];
    copy.#stanza = this.#stanza;
    copy.#name = this.#name;
    copy.#isNameOpen = this.#isNameOpen;
    copy.#isEnd = this.#isEnd;
    copy.#tagStart = this.#tagStart;
    copy.#last = this.#last;
    copy.#length = this.#length;
    copy.#tail = this.#tail;
    copy.#mismatches = this.#mismatches;
    return copy;
  }

  feed(piece: string): void {
    const text = this.#tail + piece;
    const origin = this.#length - this.#tail.length;
    this.#length += piece.length;
    this.#tail = "";
    let at = 0;
    while (at < text.length) {
      switch (this.#state) {
        case "text":
          at = this.#skipText(text, at, origin);
          break;
        case "tag":
          at = this.#readTag(text, at, origin);
          break;
        case "double":
        case "single": {
          const end = text.indexOf(this.#state === "double" ? '"' : "'", at);
          if (end >= 0) this.#state = "tag";
          at = end < 0 ? text.length : end + 1;
          break;
        }
        default: {
          const mark = terminators[this.#state];
          const end = text.indexOf(mark, at);
          if (end >= 0) {
            this.#state = "text";
            at = end + mark.length;
          } else {
            this.#tail = text.slice(Math.max(at, text.length - mark.length + 1));
            return;
          }
        }
      }
    }
  }

  #skipText(text: string, from: number, origin: number): number {
    const at = text.indexOf("<", from);
    if (at < 0) return text.length;
    const next = text[at + 1];
    if (next === undefined) {
      this.#tail = "<";
      return text.length;
    }
    this.#tagStart = origin + at;
    if (next === "?") this.#state = "instruction";
    else if (text.startsWith("<!--", at)) this.#state = "comment";
    else if (text.startsWith("<![CDATA[", at)) this.#state = "cdata";
    else if (next === "/" || nameStart.test(next)) this.#beginTag(next === "/");
    else return at + 1;
    return at + (this.#state === "tag" && !this.#isEnd ? 1 : 2);
  }

  #beginTag(isEnd: boolean): void {
    this.#state = "tag";
    this.#name = "";
    this.#isNameOpen = true;
    this.#isEnd = isEnd;
    this.#last = "";
  }

  #readTag(text: string, from: number, origin: number): number {
    let at = from;
    if (this.#isNameOpen) {
      const end = nameEnd(text, from);
      const isQuoted = end > from && isQuote(text.charCodeAt(end - 1));
      this.#name += text.slice(from, end);
      at = isQuoted ? end - 1 : end;
      if (at > from) this.#last = text[at - 1]!;
      if (end === text.length && !isQuoted) return end;
      this.#isNameOpen = false;
    }
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === GREATER) {
        this.#endTag(origin + at + 1);
        return at + 1;
      }
      if (code === LESS) {
        // The previous tag lacks its end.
        this.#state = "text";
        return at;
      }
      if (isQuote(code) && !this.#isEnd) {
        this.#state = code === DOUBLE ? "double" : "single";
        this.#last = text[at]!;
        return at + 1;
      }
      if (!isSpace(text, at)) this.#last = text[at]!;
    }
    return text.length;
  }

  #endTag(end: number): void {
    this.#state = "text";
    const name = this.#name;
    if (this.#isEnd) {
      const index = this.#open.lastIndexOf(name);
      if (index >= 0) this.#open.length = index;
      else if (!stream.test(name)) this.#mismatches++;
    } else {
      if (!this.#stanza && isFramedName(name)) {
        this.#stanza = { start: this.#tagStart, depth: this.#open.length };
      }
      if (this.#last !== "/" && !stream.test(name)) this.#open.push(name);
    }
    if (this.#stanza && this.#open.length <= this.#stanza.depth) {
      this.stanzas.push({ start: this.#stanza.start, end });
      this.#stanza = undefined;
    }
  }
}
