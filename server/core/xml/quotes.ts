/** Missing quotes of attribute values: locates the error at the value that lacks a quote, not where it shows. */

import type { Span } from "../text/span";
import { runsOn } from "./looseAttributes";
import type { WellFormednessCode, WellFormednessError } from "./tree";
import { skipSpace } from "./tree";

/** Errors that a missing quote causes. */
const symptoms: ReadonlySet<WellFormednessCode> = new Set([
  "attribute-no-value",
  "attribute-unquoted",
  "attribute-space",
  "attribute-syntax",
  "attribute-unclosed",
  "attribute-less-than",
  "tag-syntax",
]);

const name = /[^\s=<>"'/]+/y;
const unquoted = /[^\s=<>"']+/y;
/** Another attribute, in quotes of whichever kind. */
const another = /\s[\w:.-]+\s*=\s*["'>/]/;

/** An attribute of the broken tag; offsets count from the start of the source. */
interface Value {
  readonly name: string;
  /** Offset of its quote, or of its first character. */
  readonly start: number;
  /** Offset after its quote, or after its last character. */
  readonly end: number;
  /** The missing quote of the value, if it is known. */
  readonly lacks: "opening" | "closing" | undefined;
}

/** The missing quote that causes the error, or the error itself. */
export function locateQuote(source: string, error: WellFormednessError): WellFormednessError {
  if (!symptoms.has(error.code)) return error;
  const { start: at } = error.span;
  const isWholeTag = error.code === "tag-syntax" && source[at] === "<";
  const value = isWholeTag
    ? lastValue(source, at, source.length)
    : lastValue(source, source.lastIndexOf("<", at - 1), at);
  if (!value?.lacks) return error;
  const { start, end } = value;
  const code = value.lacks === "opening" ? "attribute-unopened" : "attribute-unclosed";
  return { code, subject: value.name, span: { start, end } };
}

/** The value in the tag that ends before the offset, or holds it. */
function lastValue(source: string, tag: number, offset: number): Value | undefined {
  let at = skipName(source, tag + 1);
  let last: Value | undefined;
  while (at < source.length) {
    const nameStart = skipSpace(source, at);
    const nameEnd = skipName(source, nameStart);
    if (nameStart > offset || nameEnd === nameStart) return last;
    const equals = skipSpace(source, nameEnd);
    if (source[equals] !== "=") return last;
    last = readValue(source, source.slice(nameStart, nameEnd), skipSpace(source, equals + 1));
    if (last.lacks) return last;
    at = last.end;
  }
  return last;
}

function readValue(source: string, attribute: string, start: number): Value {
  const quote = source[start];
  if (quote !== '"' && quote !== "'") {
    unquoted.lastIndex = start;
    const end = unquoted.test(source) ? unquoted.lastIndex : start;
    const isOpening = end > start && /["']/.test(source[end] ?? "");
    return isOpening
      ? { name: attribute, start, end: end + 1, lacks: "opening" }
      : { name: attribute, start, end, lacks: undefined };
  }
  const markup = source.indexOf("<", start);
  const limit = markup < 0 ? source.length : markup;
  const close = source.indexOf(quote, start + 1);
  if (close < 0 || close >= limit) {
    const [end] = closingPlaces(source, start, limit);
    // If no character ends the tag before the markup, all of it was meant as part of the value.
    return end === undefined && markup >= 0
      ? { name: attribute, start, end: limit, lacks: undefined }
      : { name: attribute, start, end: end ?? limit, lacks: "closing" };
  }
  const value = source.slice(start + 1, close);
  const next = source[close + 1] ?? "";
  // After a closing quote there is white space, or the end of the tag.
  const runs = /[\s/>]/.test(next)
    ? runsOn.test(value)
    : another.test(` ${value}${quote}`) || value.includes(">");
  if (!runs) return { name: attribute, start, end: close + 1, lacks: undefined };
  const [end = limit] = closingPlaces(source, start, limit);
  return { name: attribute, start, end, lacks: "closing" };
}

/**
 * Possible places of the missing quote, the likeliest first.
 * @param start of the value, at its quote
 * @param limit offset of the next markup
 */
export function closingPlaces(
  source: string,
  start: number,
  limit = endOfText(source, start),
): number[] {
  const rest = source.slice(start + 1, limit);
  const next = startOfSpace(rest, another.exec(rest)?.index ?? -1);
  const end = rest.indexOf(">");
  const empty = end > 0 && rest[end - 1] === "/" ? end - 1 : -1;
  return [next, empty, end, startOfSpace(rest, rest.indexOf("\n"))]
    .filter((place) => place >= 0)
    .map((place) => start + 1 + place);
}

/** Quotes of print, which word processors and chats write instead of those of XML. */
const printed = /[\u2018-\u201f\u00ab\u00bb`\u00b4]/;

/** A value without quotes of XML, and what it was meant to be. */
export interface UnquotedValue extends Span {
  readonly value: string;
}

/** The values without quotes in a tag, from the first on, which begins at the offset. */
export function unquotedValues(source: string, first: number): UnquotedValue[] {
  const found: UnquotedValue[] = [];
  const tagEnd = source.slice(first).search(/[<>]/);
  const limit = tagEnd < 0 ? source.length : first + tagEnd;
  for (let at = first; ; ) {
    const quote = source[at];
    if (quote === '"' || quote === "'") {
      const close = source.indexOf(quote, at + 1);
      if (close < 0) return found;
      at = close + 1;
    } else {
      const value = readUnquoted(source, at, limit);
      if (value.end === at) return found;
      found.push(value);
      at = value.end;
    }
    const nameStart = skipSpace(source, at);
    const nameEnd = skipName(source, nameStart);
    const equals = skipSpace(source, nameEnd);
    if (nameEnd === nameStart || source[equals] !== "=") return found;
    at = skipSpace(source, equals + 1);
  }
}

/** @param limit offset of the tag's end, or of other markup */
function readUnquoted(source: string, start: number, limit: number): UnquotedValue {
  if (printed.test(source[start] ?? "")) {
    const rest = source.slice(start + 1, limit);
    const close = rest.search(printed);
    if (close >= 0) {
      return { start, end: start + close + 2, value: rest.slice(0, close) };
    }
  }
  const run = /(?:[^\s=<>"'/]|\/(?!>))+/y;
  run.lastIndex = start;
  const end = run.test(source) ? run.lastIndex : start;
  return { start, end, value: source.slice(start, end) };
}

/** Offset of the first of the white space that ends before `at`, or `at`, also where that is -1. */
function startOfSpace(text: string, at: number): number {
  let start = at;
  while (start > 0 && text.slice(start - 1, start).trim() === "") start--;
  return start;
}

function endOfText(source: string, start: number): number {
  const markup = source.indexOf("<", start);
  return markup < 0 ? source.length : markup;
}

function skipName(source: string, start: number): number {
  name.lastIndex = start;
  return name.test(source) ? name.lastIndex : start;
}
