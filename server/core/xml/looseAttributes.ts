/** Attributes of start tags, read with tolerance for errors, see loose.ts. */

import type { Span } from "../text/span";
import { isSpace } from "./tree";

export interface LooseAttribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** As written, references included; empty if there is none. */
  readonly value: string;
  /** Without the quotes; undefined if no `=` follows the name. */
  readonly valueSpan: Span | undefined;
  /** The quote that opens the value; `""` if none does. */
  readonly quote: string;
  /** True if the quote is closed. */
  readonly closed: boolean;
}

/** The attributes of a start tag, as far as they can be recognised. */
export function readLooseAttributes(text: string, start: number, end: number): LooseAttribute[] {
  const attributes: LooseAttribute[] = [];
  let at = start;
  while (at < end) {
    const nameStart = at;
    while (at < end && isAttributeName(text.charCodeAt(at))) at++;
    if (at === nameStart) {
      at++;
      continue;
    }
    const nameSpan = { start: nameStart, end: at };
    const name = text.slice(nameStart, at);
    let equals = at;
    while (equals < end && isSpace(text.charCodeAt(equals))) equals++;
    if (equals >= end || text[equals] !== "=") {
      const none = { value: "", valueSpan: undefined, quote: "", closed: false };
      attributes.push({ name, nameSpan, ...none });
      continue;
    }
    const value = readValue(text, equals + 1, end);
    attributes.push({ name, nameSpan, ...value });
    at = value.valueSpan.end + (value.closed ? 1 : 0);
  }
  return attributes;
}

/** An attribute at the end of a value: the quote of the value is missing. */
export const runsOn = /\s[\w:.-]+\s*=\s*$/;

function readValue(text: string, start: number, end: number) {
  let open = start;
  while (open < end && isSpace(text.charCodeAt(open))) open++;
  const quote = text[open] ?? "";
  if (open < end && (quote === "'" || quote === '"')) {
    const close = text.indexOf(quote, open + 1);
    const value = text.slice(open + 1, close < 0 ? end : close);
    if (close >= 0 && close < end && !runsOn.test(value)) {
      return { value, valueSpan: { start: open + 1, end: close }, quote, closed: true };
    }
    return { ...readToken(text, open + 1, end), quote, closed: false };
  }
  return { ...readToken(text, start, end), quote: "", closed: false };
}

/** Reads up to white space, a quote or the end of the tag. */
function readToken(text: string, start: number, end: number) {
  let stop = start;
  while (stop < end && !/[\s'"<>]/.test(text[stop]!)) stop++;
  if (text[stop - 1] === "/" && stop > start && /^\s*>/.test(text.slice(stop, stop + 9))) stop--;
  return { value: text.slice(start, stop), valueSpan: { start, end: stop } };
}

function isAttributeName(code: number): boolean {
  return !isSpace(code) && !"=/>'\"<".includes(String.fromCharCode(code));
}

const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["apos", "'"],
  ["gt", ">"],
  ["lt", "<"],
  ["quot", '"'],
]);

/** The value with XML's five entities and character references resolved; others stay. */
export function resolveReferences(value: string): string {
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi,
    (all, hex, dec, name) => {
      if (name !== undefined) return named.get(name) ?? all;
      const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
