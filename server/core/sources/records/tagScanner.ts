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
const nameEnd = /[\s/>]/;

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
    for (let at = from; at < text.length; at++) {
      const one = text[at]!;
      if (this.#isNameOpen) {
        if (nameEnd.test(one)) this.#isNameOpen = false;
        else if (one !== "<") this.#name += one;
      }
      if (one === ">") {
        this.#endTag(origin + at + 1);
        return at + 1;
      }
      if (one === "<") {
        // The previous tag lacks its end.
        this.#state = "text";
        return at;
      }
      if (one === '"' || one === "'") {
        this.#isNameOpen = false;
        if (!this.#isEnd) {
          this.#state = one === '"' ? "double" : "single";
          this.#last = one;
          return at + 1;
        }
      }
      if (one.trim() !== "") this.#last = one;
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
