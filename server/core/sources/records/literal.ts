/**
 * Literals in the records of a log: decodes a stanza that is printed as a string of Python, Erlang, JSON, Java or the
 * like, with the place of each character. Offsets are the host's.
 */

import type { Span } from "../../text/span";
import type { Encode } from "../region";

/** A part of the host and its decoded text, which may be empty. */
export interface Undone extends Span {
  readonly text: string;
  readonly encode: Encode | undefined;
}

/** A literal from its first markup on. */
export interface ReadLiteral {
  /** In order; the text between them is verbatim. */
  readonly undone: readonly Undone[];
  /** Offset of the literal's end, before its quote. */
  readonly end: number;
  /** Encodes text for the literal. */
  readonly encode: Encode;
}

interface LiteralForm {
  /** Undefined where only the line shows that it is escaped. */
  readonly quote: string | undefined;
  /** Number of levels of escapes: a literal in a literal has two. */
  readonly levels: number;
  /** True if its escapes are octets of UTF-8. */
  readonly isBytes: boolean;
  /** True if it continues on the next line with quotes of its own. */
  readonly isErlang: boolean;
}

/**
 * The literal around the markup at the offset, if there is evidence for one: quotes, or the escapes of its first
 * attribute or between two of its tags.
 * @param line the start of the line
 * @param end offset of the line's end, before its line end
 */
export function readLiteral(
  text: string,
  line: number,
  markup: number,
  end: number,
): ReadLiteral | undefined {
  const form = formAt(text, line, markup, end);
  if (!form) return undefined;
  const encode = encoderOf(form);
  const undone: Undone[] = [];
  let from = markup;
  let stop = end;
  for (;;) {
    const close = form.quote === undefined ? -1 : quoteFrom(text, from, stop, form);
    const until = close < 0 ? stop : close;
    undo(text, from, until, form, encode, undone);
    if (close < 0 || !form.isErlang) return { undone, end: until, encode };
    nextPart.lastIndex = close;
    const [gap] = nextPart.exec(text) ?? [];
    if (gap === undefined) return { undone, end: close, encode };
    from = close + gap.length;
    undone.push({ start: close, end: from, text: "", encode: undefined });
    const feed = text.indexOf("\n", from);
    stop = feed < 0 ? text.length : feed;
  }
}

/** A quote, the end of the line, and the quote with which the next part of an Erlang binary begins. */
const nextPart = /"[ \t]*\r?\n[ \t]+"/y;

const opening = /(?:(<<)|(?<![\w])([bB]))?(["'])$/;
const firstQuote = /^(?:<|\\u003c)[^<>]*?=\s*(\\*)(["'])/i;
const escapedSpace = />\s*(?:\\[nrt]\s*)+</;

function formAt(text: string, line: number, markup: number, end: number): LiteralForm | undefined {
  const [, erlang, bytes, quote] =
    opening.exec(text.slice(Math.max(line, markup - 3), markup)) ?? [];
  const rest = text.slice(markup, end);
  const [, slashes = "", inner] = firstQuote.exec(rest) ?? [];
  const levels = slashes.length >= 3 ? 2 : 1;
  if ((erlang || bytes) && !isWrapped(text, markup, end, quote)) {
    return { quote, levels: Math.max(levels, 1), isBytes: true, isErlang: erlang !== undefined };
  }
  if (slashes !== "" && inner) return { quote: inner, levels, isBytes: false, isErlang: false };
  if (rest.startsWith("\\")) return { quote: '"', levels: 1, isBytes: false, isErlang: false };
  if (!rest.includes("\\")) return undefined;
  const plain = { quote, levels: 1, isBytes: false, isErlang: false };
  if (quote !== undefined && quote !== inner) {
    // A log that ends within the literal has no quote after it.
    const isClosed = quoteFrom(text, markup, end, plain) >= 0 || end >= text.length;
    if (!isWrapped(text, markup, end, quote) && isClosed) return plain;
  }
  if (!escapedSpace.test(rest)) return undefined;
  const other = inner === '"' ? "'" : '"';
  return { ...plain, quote: inner === undefined || rest.includes(`=${other}`) ? undefined : other };
}

/** True if it contains unescaped quotes, so that the quotes around it are mere signs. */
function isWrapped(text: string, markup: number, end: number, quote: string | undefined): boolean {
  const close = quoteFrom(text, markup, end, { quote });
  return close >= 0 && /=\s*$/.test(text.slice(markup, close));
}

/** The first quote that is not escaped; -1 if there is none. */
function quoteFrom(
  text: string,
  from: number,
  end: number,
  { quote }: Pick<LiteralForm, "quote">,
): number {
  for (let at = from; at < end; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

const escapes =
  /\\(?:x\{([\da-f]{1,6})\}|u\{([\da-f]{1,6})\}|x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{3})|([\s\S]))/gi;

const named: Readonly<Record<string, string>> = {
  ...{ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", e: "\u001b", s: " ", "0": "\0" },
};

/** A text with the places of its characters in the host. */
interface MappedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function undo(
  text: string,
  from: number,
  until: number,
  { levels, isBytes }: LiteralForm,
  encode: Encode,
  undone: Undone[],
): void {
  const source = text.slice(from, until);
  if (!source.includes("\\")) return;
  const places = Array.from({ length: source.length }, (_, i) => from + i);
  let placed: MappedText = { text: source, starts: places, ends: places.map((at) => at + 1) };
  for (let level = 0; level < levels; level++) placed = unescapeOnce(placed, isBytes);
  const { starts, ends } = placed;
  let index = 0;
  for (let at = from; index < starts.length; ) {
    const start = starts[index]!;
    let last = index;
    while (starts[last + 1] === start) last++;
    const end = ends[last]!;
    // Text before the character that decodes to nothing.
    if (start > at) undone.push({ start: at, end: start, text: "", encode: undefined });
    const meant = placed.text.slice(index, last + 1);
    if (end - start !== 1 || meant !== text[start]) {
      undone.push({ start, end, text: meant, encode });
    }
    at = end;
    index = last + 1;
  }
}

function unescapeOnce({ text, starts, ends }: MappedText, isBytes: boolean): MappedText {
  const parts: string[] = [];
  const newStarts: number[] = [];
  const newEnds: number[] = [];
  const add = (part: string, start: number, end: number) => {
    parts.push(part);
    for (let i = 0; i < part.length; i++) {
      newStarts.push(start);
      newEnds.push(end);
    }
  };
  let octets: number[] = [];
  let octetsStart = 0;
  let at = 0;
  const addOctets = () => {
    if (octets.length > 0) add(decodeUtf8(octets), starts[octetsStart]!, ends[at - 1]!);
    octets = [];
  };
  const addPlain = (until: number) => {
    if (until > at) addOctets();
    for (; at < until; at++) add(text[at]!, starts[at]!, ends[at]!);
  };
  for (const match of text.matchAll(escapes)) {
    const { index } = match;
    const [whole, braces, long, two, four, eight, octal, character] = match;
    addPlain(index);
    const behind = index + whole.length;
    const code = octal
      ? Number.parseInt(octal, 8)
      : Number.parseInt(braces ?? long ?? two ?? four ?? eight ?? "", 16);
    if (isBytes && (two ?? octal) !== undefined && code >= 0x80) {
      if (octets.length === 0) octetsStart = index;
      octets.push(code);
      at = behind;
      continue;
    }
    addOctets();
    at = behind;
    const meant = Number.isNaN(code)
      ? // Without digits, the escape is one other character: the last group.
        (named[character!] ?? character!)
      : code <= 0x10ffff
        ? String.fromCodePoint(code)
        : "\ufffd";
    add(meant, starts[index]!, ends[behind - 1]!);
  }
  addPlain(text.length);
  addOctets();
  return { text: parts.join(""), starts: newStarts, ends: newEnds };
}

const decoder = new TextDecoder();

/** The text of octets of UTF-8; invalid octets become U+FFFD. */
function decodeUtf8(octets: readonly number[]): string {
  return decoder.decode(Uint8Array.from(octets));
}

const encoders = new Map<string, Encode>();

function encoderOf({ quote = "", levels, isBytes }: LiteralForm): Encode {
  const key = `${quote}${levels}${isBytes}`;
  const known = encoders.get(key);
  if (known) return known;
  const encode: Encode = (text) => {
    if (isBytes && /[^\0-\x7f]/.test(text)) return undefined;
    let written = text;
    for (let level = 0; level < levels; level++) {
      written = written.replaceAll("\\", "\\\\");
      if (quote) written = written.replaceAll(quote, `\\${quote}`);
      written = written.replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
    }
    return written;
  };
  encoders.set(key, encode);
  return encode;
}

/** The start of a list of octets in Erlang. */
const listStart = /<<(?=\d{1,3}\s*,\s*\d)/;
const octet = /\s*(\d{1,3})[ \t]*(,[ \t]*(?:\r?\n[ \t]*)?|(?=>>))/y;

/** Offset of a list of octets between the offsets, before its first number; -1 if there is none. */
export function findOctets(text: string, start: number, end: number): number {
  const index = text.slice(start, end).search(listStart);
  return index < 0 ? -1 : start + index + 2;
}

/** The list of octets that begins at the offset, which may span many lines. */
export function readOctets(text: string, start: number): ReadLiteral {
  const undone: Undone[] = [];
  let at = start;
  let group: number[] = [];
  let groupStart = start;
  let missing = 0;
  for (;;) {
    octet.lastIndex = at;
    const match = octet.exec(text);
    const value = Number(match?.[1]);
    if (!match || value > 255) break;
    if (group.length === 0 || missing <= 0 || value < 0x80 || value > 0xbf) {
      if (group.length > 0) undone.push(undoneOctets(group, groupStart, at));
      group = [];
      groupStart = at;
      missing = value >= 0xf0 ? 4 : value >= 0xe0 ? 3 : value >= 0xc0 ? 2 : 1;
    }
    group.push(value);
    missing--;
    at += match[0].length;
  }
  if (group.length > 0) undone.push(undoneOctets(group, groupStart, at));
  return { undone, end: at, encode: encodeOctets };
}

function undoneOctets(octets: readonly number[], start: number, end: number): Undone {
  return { start, end, text: decodeUtf8(octets), encode: encodeOctets };
}

const encoder = new TextEncoder();
const encodeOctets: Encode = (text) =>
  Array.from(encoder.encode(text), (one) => `${one},`).join("");
