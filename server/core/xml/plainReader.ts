/**
 * Fast reader of plain stanzas: ASCII names, quoted attributes, text without entities other than the five, end tags
 * that match. It reports no errors. At anything else it gives up, and saxes reads the stanza from its start; so any
 * stanza that it accepts must be well-formed, and its tree the same as that of saxes.
 */

import { CDATA_END, findForbidden, skipName, skipSpace, skipToValue } from "./plainText";
import type { TreeBuilder } from "./treeBuilder";

const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;

/** Maximum number of attributes; with more, saxes looks for duplicate names. */
const MAX_ATTRIBUTES = 12;

const references: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&apos;": "'",
  "&quot;": '"',
};

/**
 * Passes the stanza to the builder, if it is plain throughout.
 * @returns false if it is not; the builder must then begin anew
 * @throws Stop where a limit is exceeded, or a name breaks Namespaces in XML
 */
export function readPlain(source: string, builder: TreeBuilder): boolean {
  if (source.includes(CDATA_END) || findForbidden(source, 0) >= 0) return false;
  if (!source.isWellFormed()) return false;
  const { length } = source;
  let at = 0;
  while (at < length) {
    if (source.charCodeAt(at) !== LESS_THAN) {
      at = readText(source, at, builder);
    } else if (source.charCodeAt(at + 1) === SLASH) {
      at = readEndTag(source, at, builder);
    } else {
      at = readStartTag(source, at, builder);
    }
    if (at < 0) return false;
    // Text after the stanza is left to saxes.
    if (builder.open === undefined) return at === length;
  }
  return false;
}

/** @returns offset of the end of the text, or -1 if it is not plain */
function readText(source: string, start: number, builder: TreeBuilder): number {
  const end = source.indexOf("<", start);
  if (end < 0) return -1;
  let isWritten = true;
  let isResolved = true;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === AMPERSAND) isResolved = false;
    else if (code === CARRIAGE_RETURN) isWritten = false;
  }
  let value = source.slice(start, end);
  if (!isWritten) value = value.replace(/\r\n?/g, "\n");
  const resolved = isResolved ? value : resolve(value);
  if (resolved === undefined) return -1;
  builder.addText(resolved, end, false);
  return end;
}

/** The text with the five entities resolved; undefined if it has another reference, or a bare `&`. */
function resolve(text: string): string | undefined {
  let isPlain = true;
  const resolved = text.replace(/&[^;]{0,5};?/g, (reference) => {
    const character = references[reference];
    if (character === undefined) isPlain = false;
    return character ?? "";
  });
  return isPlain ? resolved : undefined;
}

function readEndTag(source: string, start: number, builder: TreeBuilder): number {
  const { open } = builder;
  const nameStart = start + 2;
  if (!open || !source.startsWith(open.name, nameStart)) return -1;
  const at = skipSpace(source, nameStart + open.name.length);
  if (source.charCodeAt(at) !== GREATER_THAN) return -1;
  builder.endElement(at + 1, false);
  return at + 1;
}

function readStartTag(source: string, start: number, builder: TreeBuilder): number {
  const nameEnd = skipQualifiedName(source, start + 1);
  if (nameEnd < 0) return -1;
  const name = source.slice(start + 1, nameEnd);
  builder.startElement(name, name.indexOf(":"), nameEnd);
  let at = nameEnd;
  for (let count = 0; ; count++) {
    const next = skipSpace(source, at);
    const code = source.charCodeAt(next);
    if (code === GREATER_THAN) {
      builder.endStartTag(next + 1);
      return next + 1;
    }
    if (code === SLASH) {
      if (source.charCodeAt(next + 1) !== GREATER_THAN) return -1;
      builder.endStartTag(next + 2);
      builder.endElement(next + 2, true);
      return next + 2;
    }
    if (next === at || count === MAX_ATTRIBUTES) return -1;
    at = readAttribute(source, next, builder);
    if (at < 0) return -1;
  }
}

function readAttribute(source: string, nameStart: number, builder: TreeBuilder): number {
  const nameEnd = skipQualifiedName(source, nameStart);
  if (nameEnd < 0) return -1;
  const valueStart = skipToValue(source, nameEnd);
  if (valueStart < 0) return -1;
  const quote = source.charCodeAt(valueStart - 1);
  let isResolved = true;
  let valueEnd = valueStart;
  for (; ; valueEnd++) {
    const code = source.charCodeAt(valueEnd);
    if (code === quote) break;
    if (code === AMPERSAND) isResolved = false;
    // Other white space needs normalization; past the end of the text the code is NaN.
    else if (!(code >= SPACE) || code === LESS_THAN) return -1;
  }
  const written = source.slice(valueStart, valueEnd);
  const value = isResolved ? written : resolve(written);
  if (value === undefined) return -1;
  const name = source.slice(nameStart, nameEnd);
  if (builder.hasAttribute(name)) return -1;
  builder.addAttribute(name, name.indexOf(":"), value, nameStart, valueStart, valueEnd + 1);
  return valueEnd + 1;
}

/** Offset after the name that begins at `start`, which may have a prefix; -1 if there is no plain name. */
function skipQualifiedName(source: string, start: number): number {
  let end = skipName(source, start);
  if (end > start && source.charCodeAt(end) === COLON) {
    const local = end + 1;
    end = skipName(source, local);
    if (end === local) return -1;
  }
  // Non-ASCII names, and a missing name, are left to saxes.
  return end > start && source.charCodeAt(end) < 128 ? end : -1;
}
