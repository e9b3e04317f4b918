/**
 * Reads tags that are plain, and keeps account of what is open. It judges nothing: what is not plain is not read.
 */

import type { DelimiterSearch } from "./delimiterSearch";
import { skipName, skipSpace, skipToValue } from "./plainText";
import { XML_NAMESPACE, XMLNS_NAMESPACE } from "./scope";

const SLASH = 0x2f;
const COLON = 0x3a;
const GREATER_THAN = 0x3e;

export const LANGUAGE = "xml:lang";
export const NAMESPACE = "xmlns";

/** Of more attributes another reader may look for two of the same name. */
export const MAX_ATTRIBUTES = 12;
/** So many elements may be open in each other. */
export const MAX_DEPTH = 32;

// For all readers, since an element is read at once. Where the names of the open elements begin and end:
const openNames = new Int32Array(2 * MAX_DEPTH);
// The same for the attributes of a tag.
const attributeNames = new Int32Array(2 * MAX_ATTRIBUTES);

/** Offsets count from the start of the text. */
export class PlainTags {
  // Of the attribute that was read last.
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  // Of the start tag that was read last; the namespace is -1 if it declares none.
  isEmpty = false;
  namespaceStart = -1;
  namespaceEnd = -1;

  constructor(
    readonly text: string,
    readonly marks: DelimiterSearch,
  ) {}

  /**
   * The start tag whose name ends there.
   * @param take is given where the name of each attribute begins, when it was read; false to give up
   * @returns behind it, or -1
   */
  readStartTag(nameEnd: number, take: (nameStart: number) => boolean): number {
    const { text } = this;
    const limit = this.marks.markupFrom(nameEnd);
    this.namespaceStart = -1;
    let at = nameEnd;
    for (let count = 0; ; count++) {
      const next = skipSpace(text, at);
      const end = this.#readEnd(next);
      if (end > 0) return end;
      if (next === at || !this.#readAttribute(next, limit, count) || !take(next)) return -1;
      at = this.valueEnd + 1;
    }
  }

  /** Behind the start tag if it ends there, or -1. */
  #readEnd(at: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (code === GREATER_THAN) {
      this.isEmpty = false;
      return at + 1;
    }
    if (code !== SLASH || text.charCodeAt(at + 1) !== GREATER_THAN) return -1;
    this.isEmpty = true;
    return at + 2;
  }

  /**
   * The attribute that begins there.
   * @param limit where the next markup begins
   * @param count how many the tag has before it
   * @returns false if it is not plain
   */
  #readAttribute(start: number, limit: number, count: number): boolean {
    const { text } = this;
    if (count === MAX_ATTRIBUTES) return false;
    let nameEnd = skipName(text, start);
    if (nameEnd === start) return false;
    if (text.charCodeAt(nameEnd) === COLON) {
      // Of another prefix one would have to know what it stands for.
      nameEnd = skipName(text, nameEnd + 1);
      if (!isSame(text, start, nameEnd, LANGUAGE)) return false;
    }
    const valueStart = skipToValue(text, nameEnd);
    if (valueStart < 0) return false;
    const valueEnd = text.indexOf(text.charAt(valueStart - 1), valueStart);
    if (valueEnd < 0 || valueEnd >= limit) return false;
    if (!this.marks.hasOnlyEntities(valueStart, valueEnd)) return false;
    if (this.#hasAttribute(start, nameEnd, count)) return false;
    attributeNames[2 * count] = start;
    attributeNames[2 * count + 1] = nameEnd;
    this.nameEnd = nameEnd;
    this.valueStart = valueStart;
    this.valueEnd = valueEnd;
    if (isSame(text, start, nameEnd, NAMESPACE)) {
      // The two namespaces that nobody may declare as the default.
      if (isSame(text, valueStart, valueEnd, XMLNS_NAMESPACE)) return false;
      if (isSame(text, valueStart, valueEnd, XML_NAMESPACE)) return false;
      this.namespaceStart = valueStart;
      this.namespaceEnd = valueEnd;
    }
    return true;
  }

  /** True if one of the first attributes of the tag, so many, has the name. */
  #hasAttribute(nameStart: number, nameEnd: number, count: number): boolean {
    const { text } = this;
    for (let i = 0; i < count; i++) {
      const start = attributeNames[2 * i]!;
      if (attributeNames[2 * i + 1]! - start !== nameEnd - nameStart) continue;
      let at = nameStart;
      while (at < nameEnd && text.charCodeAt(at) === text.charCodeAt(start + at - nameStart)) at++;
      if (at === nameEnd) return true;
    }
    return false;
  }

  /**
   * The end tag whose name begins there.
   * @param index which of the open elements it must close
   * @returns behind it, or -1
   */
  readEndTag(nameStart: number, index: number): number {
    const { text } = this;
    const start = openNames[2 * index]!;
    const length = openNames[2 * index + 1]! - start;
    for (let i = 0; i < length; i++) {
      if (text.charCodeAt(nameStart + i) !== text.charCodeAt(start + i)) return -1;
    }
    const at = skipSpace(text, nameStart + length);
    return text.charCodeAt(at) === GREATER_THAN ? at + 1 : -1;
  }

  /** An element is open; false if too many are. */
  push(depth: number, nameStart: number, nameEnd: number): boolean {
    openNames[2 * depth] = nameStart;
    openNames[2 * depth + 1] = nameEnd;
    return depth + 1 < MAX_DEPTH;
  }
}

/** True if the part of the text is that name. */
export function isSame(text: string, start: number, end: number, name: string): boolean {
  return end - start === name.length && text.startsWith(name, start);
}
