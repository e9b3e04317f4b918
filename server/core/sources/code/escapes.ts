/** Escapes of the languages: what a backslash means, and how characters are written with one. */

import type { Escape } from "../literals";
import type { EscapeStyle } from "./language";

/** Characters by the letter that stands for them in all languages that know it. */
const letters: Readonly<Record<string, string>> = {
  ...{ a: "\u0007", b: "\b", d: "\u007f", e: "\u001b", f: "\f", n: "\n", r: "\r", s: " ", t: "\t" },
  ...{ v: "\v", "0": "\0" },
};

const u4 = String.raw`u([\da-fA-F]{4})`;
const U8 = String.raw`U([\da-fA-F]{8})`;
const x2 = String.raw`x([\da-fA-F]{2})`;
const braces = String.raw`u\{([\da-fA-F]{1,6})\}`;
const octal = { pattern: "([0-7]{1,3})", radix: 8 } as const;

export const java: EscapeStyle = {
  named: "bfnrst",
  codes: [String.raw`u+([\da-fA-F]{4})`],
  number: { pattern: "([0-3]?[0-7]{1,2})", radix: 8 },
  others: "character",
  lineEnd: "nothing",
};
export const kotlin: EscapeStyle = { named: "bnrt", codes: [u4], others: "character" };
export const c: EscapeStyle = {
  named: "abefnrtv",
  codes: [String.raw`x([\da-fA-F]{1,6})`, u4, U8],
  number: octal,
  others: "character",
  lineEnd: "nothing",
};
export const go: EscapeStyle = {
  named: "abfnrtv",
  codes: [x2, u4, U8],
  number: octal,
  others: "character",
};
export const rust: EscapeStyle = {
  named: "nrt0",
  codes: [x2, braces],
  others: "character",
  lineEnd: "nothing-and-space",
};
export const ruby: EscapeStyle = {
  named: "abefnrstv",
  codes: [u4, braces, String.raw`x([\da-fA-F]{1,2})`],
  number: octal,
  others: "character",
  lineEnd: "nothing",
};
export const csharp: EscapeStyle = {
  named: "abefnrtv0",
  codes: [String.raw`x([\da-fA-F]{1,4})`, u4, U8],
  others: "character",
};
export const dart: EscapeStyle = {
  named: "bfnrtv",
  codes: [x2, u4, braces],
  others: "character",
};
export const perl: EscapeStyle = {
  named: "abefnrt",
  codes: [String.raw`x\{([\da-fA-F]{1,6})\}`, String.raw`x([\da-fA-F]{1,2})`],
  number: octal,
  others: "character",
};
export const erlang: EscapeStyle = {
  named: "bdefnrstv",
  codes: [String.raw`x\{([\da-fA-F]{1,6})\}`, x2],
  number: octal,
  others: "character",
};
export const php: EscapeStyle = {
  named: "efnrtv$",
  codes: [braces, String.raw`x([\da-fA-F]{1,2})`],
  number: octal,
  others: "both",
};
export const elixir: EscapeStyle = {
  named: "abdefnrstv0",
  codes: [x2, u4, braces],
  others: "character",
  lineEnd: "nothing",
};
export const swift: EscapeStyle = {
  named: "nrt0",
  codes: [String.raw`u\{([\da-fA-F]{1,8})\}`],
  others: "character",
  lineEnd: "nothing",
};
export const lua: EscapeStyle = {
  named: "abfnrtv",
  skipsSpace: "z",
  codes: [x2, braces],
  number: { pattern: String.raw`(\d{1,3})`, radix: 10 },
  others: "character",
  lineEnd: "line-end",
};
export const json: EscapeStyle = { named: "bfnrt", codes: [u4], others: "character" };
/** Only the backslash and the quote are escaped; before any other character a backslash is one. */
export const quoteOnly: EscapeStyle = { named: "", others: "both" };
/** Only the delimiter is escaped. */
export const delimiterOnly: EscapeStyle = { named: "", others: "quote" };

const patterns = new Map<EscapeStyle, RegExp>();

function patternOf({ codes = [], number, named }: EscapeStyle): RegExp {
  const hexadecimal = codes.length > 0 ? codes.join("|") : "(?!)()";
  const parts = [
    hexadecimal,
    number?.pattern ?? "(?!)()",
    String.raw`(\r\n|\n|\r)`,
    named === "" ? "(?!)()" : `([${named}])`,
    String.raw`([\s\S])`,
  ];
  return new RegExp(`(?:${parts.join("|")})`, "y");
}

/**
 * The escape at the offset; undefined for a backslash that is a character.
 * @param lead length of what begins an escape, such as 1 for a backslash
 * @param closing the delimiter that ends the literal
 */
export function readEscape(
  text: string,
  offset: number,
  lead: number,
  style: EscapeStyle,
  closing: string,
): Escape | undefined {
  const pattern = patterns.get(style) ?? patternOf(style);
  patterns.set(style, pattern);
  pattern.lastIndex = offset + lead;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const groups = match.slice(1);
  const length = lead + match[0].length;
  const character = groups.pop();
  const name = groups.pop();
  const lineEnd = groups.pop();
  const number = groups.pop();
  const digits = groups.find((group) => group !== undefined);
  if (digits !== undefined) return { length, text: characterOf(Number.parseInt(digits, 16)) };
  if (number !== undefined) {
    return { length, text: characterOf(Number.parseInt(number, style.number?.radix)) };
  }
  if (lineEnd !== undefined) return lineEndOf(text, offset, length, style);
  if (character !== undefined && character === style.skipsSpace) {
    return { length: spaceEnd(text, offset + length) - offset, text: "" };
  }
  if (name !== undefined) return { length, text: letters[name] ?? name };
  const isEscaped =
    (character === "\\" && style.others !== "quote") || closing.startsWith(character ?? "\0");
  if (style.others !== "character" && !isEscaped) return undefined;
  return { length, text: character ?? "" };
}

function lineEndOf(
  text: string,
  offset: number,
  length: number,
  { lineEnd }: EscapeStyle,
): Escape | undefined {
  if (lineEnd === undefined) return undefined;
  if (lineEnd === "line-end") return { length, text: "\n" };
  const end = offset + length;
  const next = lineEnd === "nothing-and-space" ? spaceEnd(text, end) : end;
  return { length: next - offset, text: "" };
}

function spaceEnd(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? "")) at++;
  return at;
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
