/** Cuts what one side of a stream sends into the elements of the stream (RFC 6120 §4.1), as soon as each is complete. */

import { defaultConfiguration } from "../core/check/config";
import { StanzaDocument } from "../core/document/document";
import { readTag } from "../core/xml/markup";
import type { Scope } from "../core/xml/scope";

/** An element that passed: a stanza, or another one right within the stream. */
export interface ReadElement {
  readonly text: string;
  /** The start tag. */
  readonly tag: string;
  /** What the stream declares around it. */
  readonly scope: Scope | undefined;
  /** True for the start tag of a stream, which stands alone. */
  readonly isHeader: boolean;
}

/** Length in UTF-16 code units at which an element that does not end is given up. */
const MAX_LENGTH = 4_000_000;

/** The same for one that is not well-formed, in which the end is searched again with all that comes. */
const MAX_BROKEN = 200_000;

/** Markup that is no tag, by its beginning, and its end. */
const sections = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

/** An element does not end, or what comes is no XML. */
export class UnreadableText extends Error {
  constructor(readonly reason: "large" | "other") {
    super(reason);
  }
}

export class StreamReader {
  /** What was read of the element that is not complete. */
  #begun: string[] = [];
  #begunLength = 0;
  /** What comes after that. */
  #text = "";
  /** Names of the elements that are open there. */
  #open: string[] = [];
  /** Start tag of the outermost of them. */
  #tag = "";
  #scope: Scope | undefined;
  /** True after tags that do not match: from there on, framing guesses where stanzas end. */
  #isBroken = false;

  /** True within an element. */
  get isWithin(): boolean {
    return this.#begunLength > 0 || this.#text.trim() !== "";
  }

  /**
   * Reads more text; gives the elements that it completes, in order.
   * @throws UnreadableText once nothing more can be read; the reader is of no use after that
   */
  *read(text: string): Generator<ReadElement, void> {
    this.#text += text;
    if (!this.#isBroken) yield* this.#readTags();
    if (this.#isBroken) yield* this.#readBroken(true);
    const length = this.#begunLength + this.#text.length;
    if (length > (this.#isBroken ? MAX_BROKEN : MAX_LENGTH)) throw new UnreadableText("large");
  }

  /** What is left at the end of the stream, as far as it is a stanza that is broken. */
  *end(): Generator<ReadElement, void> {
    if (this.#isBroken) yield* this.#readBroken(false);
  }

  *#readTags(): Generator<ReadElement, void> {
    for (;;) {
      const text = this.#text;
      const start = text.indexOf("<");
      const isOuter = this.#open.length === 0;
      if (isOuter && /\S/.test(start < 0 ? text : text.slice(0, start))) {
        throw new UnreadableText("other");
      }
      this.#pass(start < 0 ? text.length : start);
      if (start < 0) return;
      const end = this.#endOfSection();
      if (end !== undefined) {
        if (end < 0) return;
        this.#pass(end);
        continue;
      }
      const rest = this.#text;
      const isEndTag = rest[1] === "/";
      const tag = readTag(rest, isEndTag ? 2 : 1);
      if (!tag.closed && tag.reach > rest.length) return;
      const name = rest.slice(tag.nameStart, tag.nameEnd);
      if (!tag.closed || name === "" || (isEndTag && !isOuter && this.#open.at(-1) !== name)) {
        this.#isBroken = true;
        return;
      }
      if (isEndTag) this.#open.pop();
      // The end of the stream.
      if (isEndTag && isOuter) {
        this.#pass(tag.end);
        continue;
      }
      if (isOuter) this.#tag = rest.slice(0, tag.end);
      if (!isEndTag && !tag.empty && !(isOuter && isHeader(name))) this.#open.push(name);
      this.#begin(tag.end);
      if (this.#open.length === 0) yield isHeader(name) ? this.#readHeader() : this.#take();
    }
  }

  /** Offset after the comment or the like that begins here; negative if it does not end, undefined for a tag. */
  #endOfSection(): number | undefined {
    const text = this.#text;
    // Which markup it is shows with this many characters.
    if (text.length < 9 && !text.includes(">")) return -1;
    const section = sections.find(([begin]) => text.startsWith(begin));
    if (!section) return undefined;
    const [begin, end] = section;
    const at = text.indexOf(end, begin.length);
    return at < 0 ? -1 : at + end.length;
  }

  /** Goes past what is between tags: it belongs to the element that is open, or to none. */
  #pass(length: number): void {
    if (this.#open.length > 0) this.#begin(length);
    else this.#text = this.#text.slice(length);
  }

  /** Adds what comes next to the element. */
  #begin(length: number): void {
    this.#begun.push(this.#text.slice(0, length));
    this.#begunLength += length;
    this.#text = this.#text.slice(length);
  }

  /** The element that is complete. */
  #take(): ReadElement {
    const text = this.#begun.join("");
    this.#begun = [];
    this.#begunLength = 0;
    return { text, tag: this.#tag, scope: this.#scope, isHeader: false };
  }

  /** The start tag of a stream; one after the first begins it anew (RFC 6120 §4.3.3). */
  #readHeader(): ReadElement {
    const element = this.#take();
    const within = new StanzaDocument(`${element.text}<presence/>`, defaultConfiguration);
    this.#scope = within.scopeAt(element.text.length);
    return { ...element, scope: undefined, isHeader: true };
  }

  /** Stanzas, cut where framing cuts those of files. */
  *#readBroken(isOpen: boolean): Generator<ReadElement, void> {
    const around = { scope: this.#scope, isOpen };
    this.#text = this.#take().text + this.#text;
    const document = new StanzaDocument(this.#text, defaultConfiguration, undefined, around);
    const { offset } = document.rest();
    for (const piece of document.pieces) {
      if (!piece.isStanza || piece.end > offset) continue;
      const text = document.sourceOf(piece);
      const tag = text.slice(0, readTag(text, 1).end);
      yield { text, tag, scope: piece.scope, isHeader: false };
    }
    this.#text = this.#text.slice(offset);
  }
}

/** True for the name of a stream, with any prefix. */
function isHeader(name: string): boolean {
  return name === "stream" || name.endsWith(":stream");
}
