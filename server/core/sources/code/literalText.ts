/** The text of a literal: its value, with the place of each part of it in the program. */

import type { Span } from "../../text/span";
import { type Escape, UNKNOWN } from "../literals";
import type { Encode, RegionBuilder } from "../region";
import { encoderOf } from "./encode";
import { readEscape } from "./escapes";
import type { Language } from "./language";
import { type Lines, linesOf } from "./literalLines";
import { type Literal, lineCommentPattern, quoted } from "./tokens";

/** Values that are filled in, by the notation of the language. */
const fields = {
  percent: String.raw`%(?:\d+\$|\[\d+\])?[-+#]*\d*(?:\.\d+)?(?:hh?|ll?|[qjzt])?[sdiuvTqxXpcfgt@](?![\p{L}\p{N}])`,
  tilde: String.raw`~(?:-?\d+)?(?:\.[^~"]?\.?.?)?t?[spwPWbBc](?![\p{L}\p{N}])`,
  braces: String.raw`\{[^{}"'\r\n]{0,80}\}`,
} as const;

/** What in a literal is written otherwise than it is meant. */
interface Reading {
  readonly literal: Literal;
  readonly lines: Lines | undefined;
  /** Finds what may be an escape, a field or a line end. */
  readonly special: RegExp;
  /** Matches a whole field. */
  readonly field: RegExp | undefined;
  /** Characters that are written twice. */
  readonly doubles: string;
  readonly encode: Encode;
}

/** What a program does with a literal. */
export interface LiteralUse {
  /** True if it is an argument of a call that fills in values. */
  readonly isFormatted: boolean;
  /** True if everything up to a bar is taken off each line. */
  readonly hasMargin: boolean;
  /** That of the program. */
  readonly lineEnd: string;
  /** The part of it that is of interest. */
  readonly within?: Span;
}

/** Adds the value of the literal; expressions in it, and values that are filled in, are holes. */
export function addLiteral(
  builder: RegionBuilder,
  literal: Literal,
  language: Language,
  { isFormatted, hasMargin, lineEnd, within }: LiteralUse,
): void {
  const lines = linesOf(builder.host, literal, hasMargin);
  const notation = isFormatted ? language.fields : undefined;
  const doubles = notation === "braces" ? "{}" : (literal.form.doubles ?? "");
  const reading: Reading = {
    literal,
    lines,
    special: specialOf(literal, lines, notation, doubles),
    field: notation && new RegExp(fields[notation], "uy"),
    doubles,
    encode: encoderOf(literal, { lines, fields: notation, lineEnd }),
  };
  let at = within?.start ?? lines?.start ?? literal.text.start;
  const end = within?.end ?? lines?.end ?? literal.text.end;
  for (const hole of literal.holes) {
    if (hole.start < at || hole.end > end) continue;
    addText(builder, { start: at, end: hole.start }, reading);
    builder.hole(hole.start, hole.end, UNKNOWN);
    at = hole.end;
  }
  addText(builder, { start: at, end }, reading);
}

function specialOf(
  { escapeLead, form }: Literal,
  lines: Lines | undefined,
  notation: keyof typeof fields | undefined,
  doubles: string,
): RegExp {
  const parts = [String.raw`\\`];
  if (escapeLead === "") parts.pop();
  if (form.isDoubled) parts.push('"');
  if (form.lineComment) parts.push(`${lineCommentPattern(form.lineComment)}[^\\r\\n]*`);
  for (const one of doubles) parts.push(quoted(one));
  if (notation) parts.push({ percent: "%", tilde: "~", braces: "[{}]" }[notation]);
  if (lines)
    parts.push(
      form.block?.trimsLines ? String.raw`[ \t]+(?=[\r\n])|\r\n|[\r\n]` : String.raw`\r\n|[\r\n]`,
    );
  return new RegExp(parts.length > 0 ? parts.join("|") : "(?!)", "g");
}

/** A piece that is written otherwise than it is meant. */
interface Piece extends Escape {
  readonly isHole?: true;
}

function addText(builder: RegionBuilder, { start, end }: Span, reading: Reading): void {
  // Searches the literal only: most literals have no escapes, and the file is long.
  const source = builder.host.slice(start, end);
  const { encode } = reading;
  let from = start;
  for (const { index, 0: found } of source.matchAll(reading.special)) {
    const at = start + index;
    if (at < from) continue;
    const piece = pieceAt(builder.host, at, end, found, reading);
    if (!piece) continue;
    const behind = Math.min(end, at + piece.length);
    builder.verbatim(from, at, encode);
    if (piece.isHole) builder.hole(at, behind, piece.text);
    else builder.escape(at, behind, piece.text, encode);
    from = behind;
  }
  builder.verbatim(from, end, encode);
}

function pieceAt(
  text: string,
  at: number,
  end: number,
  found: string,
  { literal, lines, field, doubles }: Reading,
): Piece | undefined {
  const { escapeLead, form, closing } = literal;
  if (lines && /[\r\n]$/.test(found)) {
    const next = lines.contentOf(at + found.length);
    return { length: Math.min(next, end) - at, text: "\n" };
  }
  if (/^[ \t]+$/.test(found) || (form.lineComment && found.startsWith(form.lineComment)))
    return { length: found.length, text: "" };
  if (found === "\\") {
    if (!text.startsWith(escapeLead, at) || !form.escapes) return undefined;
    const one = readEscape(text, at, escapeLead.length, form.escapes, closing);
    const isJoined = one?.text === "" && lines && /[\r\n]/.test(text.slice(at, at + one.length));
    return isJoined ? { length: lines.contentOf(at + one.length) - at, text: "" } : one;
  }
  const isTwice = text[at + 1] === found && at + 1 < end;
  if (form.isDoubled && found === '"') return isTwice ? { length: 2, text: '"' } : undefined;
  if (isTwice && doubles.includes(found)) return { length: 2, text: found };
  if (!field) return undefined;
  field.lastIndex = at;
  const match = field.exec(text);
  return match && field.lastIndex <= end
    ? { length: match[0].length, text: UNKNOWN, isHole: true }
    : undefined;
}
