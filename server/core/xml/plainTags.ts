/**
 * Reads plain tags, and tracks the open elements. It reports no errors: tags that are not plain are not read.
 */

import type { DelimiterSearch } from "./delimiterSearch";
import { skipName, skipSpace, skipToValue } from "./plainText";
import { XML_NAMESPACE, XMLNS_NAMESPACE } from "./scope";

const SLASH = 0x2f;
const COLON = 0x3a;
const GREATER_THAN = 0x3e;

export const LANGUAGE = "xml:lang";
export const NAMESPACE = "xmlns";

/** Maximum number of attributes; with more, another reader looks for duplicate names. */
export const MAX_ATTRIBUTES = 12;
/** Maximum depth of nested elements. */
export const MAX_DEPTH = 32;

// Shared by all readers, since an element is read at once: starts and ends of the names of the open elements.
const openNames = new Int32Array(2 * MAX_DEPTH);
// The same for the attributes of a tag.
const attributeNames = new Int32Array(2 * MAX_ATTRIBUTES);

/** Offsets count from the start of the text. */
export class PlainTags {
  // Of the last attribute.
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  // Of the last start tag; the namespace is -1 if it declares none.
  isEmpty = false;
  namespaceStart = -1;
  namespaceEnd = -1;

  constructor(
    readonly text: string,
    readonly marks: DelimiterSearch,
  ) {}

  /**
   * Reads the start tag whose name ends there.
   * @param take called with the start of each attribute's name, after the attribute; false to give up
   * @returns offset after the tag, or -1
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

  /** Offset after the start tag if it ends there, or -1. */
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
   * Reads the attribute that begins there.
   * @param limit offset of the next markup
   * @param count number of attributes of the tag before it
   * @returns false if it is not plain
   */
  #readAttribute(start: number, limit: number, count: number): boolean {
    const { text } = this;
    if (count === MAX_ATTRIBUTES) return false;
    let nameEnd = skipName(text, start);
    if (nameEnd === start) return false;
    if (text.charCodeAt(nameEnd) === COLON) {
      // Other prefixes need their bindings.
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
      // The two namespaces that must not be declared as the default.
      if (isSame(text, valueStart, valueEnd, XMLNS_NAMESPACE)) return false;
      if (isSame(text, valueStart, valueEnd, XML_NAMESPACE)) return false;
      this.namespaceStart = valueStart;
      this.namespaceEnd = valueEnd;
    }
    return true;
  }

  /** True if one of the first `count` attributes of the tag has the name. */
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
   * Reads the end tag whose name begins there.
   * @param index of the open element that it must close
   * @returns offset after the tag, or -1
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

  /** Opens an element; false if too many are open. */
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
