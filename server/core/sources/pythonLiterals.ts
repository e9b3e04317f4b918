/** Literals of Python: their text, with escapes resolved and replacement fields as holes. */

import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../text/span";
import { addEscapes, type Escape, UNKNOWN } from "./literals";
import type { Encode, RegionBuilder } from "./region";

/** Kind of substitution in a literal: not at all, by the operator `%`, or by the method `format`. */
export type Filling = "none" | "percent" | "format";

const opening = /([a-z]*)('''|"""|'|")/iy;

interface Literal extends Span {
  readonly sort: Sort;
  readonly encode: Encode;
  /** True for an f-string. */
  readonly isExpression: boolean;
}

/** The text of a literal without its quotes, with its prefix evaluated. */
export function readLiteral(text: string, node: SyntaxNode, filling: Filling): Literal {
  opening.lastIndex = node.from;
  const [whole = "", prefix = "", quotes = ""] = opening.exec(text) ?? [];
  const start = node.from + whole.length;
  // While it is typed, a literal may lack its closing quotes.
  const isClosed = node.to - quotes.length >= start && text.endsWith(quotes, node.to);
  const end = isClosed ? node.to - quotes.length : node.to;
  const sort: Sort = {
    isRaw: /r/i.test(prefix),
    isBytes: /b/i.test(prefix),
    quotes,
    filling: /[ft]/i.test(prefix) ? "format" : filling,
  };
  const isExpression = /[ft]/i.test(prefix);
  return { start, end, sort, encode: encoderFor(sort), isExpression };
}

/** Adds the text of a literal. */
export function addLiteral(builder: RegionBuilder, node: SyntaxNode, filling: Filling): void {
  const { start, end, sort, encode, isExpression } = readLiteral(builder.host, node, filling);
  let at = start;
  for (const { from, to } of isExpression ? node.getChildren("FormatReplacement") : []) {
    addText(builder, at, from, sort, encode);
    builder.hole(from, to, UNKNOWN);
    at = to;
  }
  const rest = Math.min(at, end);
  if (isExpression || filling === "none") addText(builder, rest, end, sort, encode);
  else addFilled(builder, rest, end, sort, encode);
}

interface Sort {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly quotes: string;
  readonly filling: Filling;
}

const fields = {
  percent: /%(?:%|(?:\([^()]*\))?[-#0 +]*(?:\*|[1-9]\d*)?(?:\.(?:\*|\d+))?[a-zA-Z])/g,
  format: /\{\{|\}\}|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g,
};

/** Adds a text whose fields are filled in by an operator or a method. */
function addFilled(
  builder: RegionBuilder,
  start: number,
  end: number,
  sort: Sort,
  encode: Encode,
): void {
  let at = start;
  const source = builder.host.slice(start, end);
  const pattern = sort.filling === "percent" ? fields.percent : fields.format;
  for (const { index, 0: field } of source.matchAll(pattern)) {
    if (field === "%%" || field === "{{" || field === "}}") continue;
    addText(builder, at, start + index, sort, encode);
    at = start + index + field.length;
    builder.hole(start + index, at, UNKNOWN);
  }
  addText(builder, at, end, sort, encode);
}

/** Adds a part of a literal without fields. */
export function addText(
  builder: RegionBuilder,
  start: number,
  end: number,
  sort: Sort,
  encode: Encode,
): void {
  const text = builder.host;
  const doubled = sort.filling === "percent" ? /%/ : sort.filling === "format" ? /[{}]/ : undefined;
  const escapeAt = (offset: number): Escape | undefined => {
    const character = text[offset]!;
    if (character === "\\") return sort.isRaw ? undefined : readEscape(text, offset, sort.isBytes);
    const isDoubled = doubled?.test(character) && text[offset + 1] === character;
    return isDoubled ? { length: 2, text: character } : undefined;
  };
  addEscapes(builder, { start, end }, /[\\%{}]/g, escapeAt, encode);
}

const escapes =
  /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|(\r\n|\n|\r)|N\{[^{}\n]*\}|([\\'"abfnrtv]))/y;

const named: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** The escape at the offset; undefined for an unknown escape, which stays as it is. */
function readEscape(text: string, offset: number, isBytes: boolean): Escape | undefined {
  escapes.lastIndex = offset;
  const match = escapes.exec(text);
  if (!match) return { length: 2, text: text.slice(offset, offset + 2) };
  const [whole, two, four, eight, octal, lineEnd, character] = match;
  const { length } = whole;
  if (isBytes && (four ?? eight ?? (whole.startsWith("\\N") ? whole : undefined)) !== undefined) {
    return { length: 2, text: whole.slice(0, 2) };
  }
  if (lineEnd !== undefined) return { length, text: "" };
  if (character !== undefined) return { length, text: named[character] ?? character };
  const code = octal ? Number.parseInt(octal, 8) : Number.parseInt(two ?? four ?? eight ?? "", 16);
  // The name of a character is not resolved here.
  return { length, text: code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd" };
}

const encoders = new Map<string, Encode>();

function encoderFor(sort: Sort): Encode {
  const { quotes, isRaw, isBytes, filling } = sort;
  const key = `${quotes}${isRaw}${isBytes}${filling}`;
  const known = encoders.get(key);
  if (known) return known;
  const isLong = quotes.length === 3;
  const quote = quotes[0] ?? '"';
  const encode: Encode = (text) => {
    if (isBytes && /[^\0-\x7f]/.test(text)) return undefined;
    const breaks = isLong ? quotes : new RegExp(`[\\r\\n${quote}]`);
    if (isRaw && (text.search(breaks) >= 0 || text.endsWith("\\"))) return undefined;
    let written = text;
    if (!isRaw) {
      written = written.replaceAll("\\", "\\\\").replaceAll(quotes, `\\${quotes}`);
      if (!isLong) written = written.replaceAll("\r", "\\r").replaceAll("\n", "\\n");
    }
    if (filling === "percent") return written.replaceAll("%", "%%");
    return filling === "format" ? written.replace(/[{}]/g, "$&$&") : written;
  };
  encoders.set(key, encode);
  return encode;
}
