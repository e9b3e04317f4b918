/** Code frame: the line of a finding, with marks below its place. */

import type { LineIndex } from "../text/lines";
import type { Span } from "../text/span";
import { acting } from "../text/visible";

/** Columns of a line where the width of the terminal is unknown; captures have lines of megabytes. */
const DEFAULT_COLUMNS = 100;
/** Minimum number of columns of the line, however narrow the terminal is. */
const LEAST_COLUMNS = 20;
const TAB = 8;

export interface CodeFrame {
  /** Prefixes of the first row, and of all others. */
  readonly gutters: readonly [line: string, others: string];
  /** The line of the place, cut to the width. */
  readonly line: string;
  /** The row below it: white space and marks. */
  readonly indent: string;
  readonly marks: string;
}

/**
 * The code frame of a span on a single line.
 * @param columns width of the terminal, gutter included; undefined if there is none
 */
export function codeFrame(span: Span, lines: LineIndex, columns: number | undefined): CodeFrame {
  const { line, character } = lines.positionAt(span.start);
  const number = String(line + 1);
  const gutter = number.length + 3;
  const width = columns === undefined ? DEFAULT_COLUMNS : Math.max(LEAST_COLUMNS, columns - gutter);
  const text = lines.lineAt(line);
  const from = fits(text, gutter, width) ? 0 : stepBack(text, character, width / 4);
  const before = visible(text.slice(from, character));
  const [shown] = cut(visible(text.slice(from, from + 2 * width)), gutter, width);
  const marked = shown.slice(before.length, before.length + span.end - span.start);
  const start = columnsOf(before, gutter);
  return {
    gutters: [`${number} | `, `${" ".repeat(number.length)} | `],
    line: shown,
    // Tabs stay tabs, so that the columns align.
    indent: [...before].map((one) => (one === "\t" ? one : " ".repeat(widthOf(one, 0)))).join(""),
    marks: "^".repeat(Math.max(1, columnsOf(marked, gutter + start))),
  };
}

function fits(text: string, gutter: number, width: number): boolean {
  if (text.length > width * 2) return false;
  return columnsOf(text, gutter) <= width;
}

/** The offset that many columns before the other offset, tabs counted in full. */
function stepBack(text: string, offset: number, columns: number): number {
  const near = [...text.slice(Math.max(0, offset - 2 * Math.ceil(columns)), offset)];
  let at = offset;
  let room = columns;
  for (const character of near.reverse()) {
    room -= character === "\t" ? TAB : widthOf(character, 0);
    if (room < 0) break;
    at -= character.length;
  }
  return at;
}

/** The longest prefix of the text that fits, and the number of its columns. */
function cut(text: string, from: number, width: number): [text: string, columns: number] {
  let columns = 0;
  let length = 0;
  for (const character of text) {
    const next = columns + widthOf(character, from + columns);
    if (next > width) break;
    columns = next;
    length += character.length;
  }
  return [text.slice(0, length), columns];
}

function columnsOf(text: string, from: number): number {
  return cut(text, from, Number.POSITIVE_INFINITY)[1];
}

/** Characters that terminals draw twice as wide as letters, and those without width. */
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const narrow = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Width in columns of a character that stands in this column of the terminal. */
function widthOf(character: string, column: number): number {
  if (character === "\t") return TAB - (column % TAB);
  if (character < "\u0300") return 1;
  return wide.test(character) ? 2 : narrow.test(character) ? 0 : 1;
}

/** The text as data, with a picture for each character that would act, so that the columns align. */
function visible(text: string): string {
  const pictured = text.replace(acting, (character) => {
    if (character === "\t") return character;
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
  });
  // A command in logs of GitHub Actions, wherever in a line.
  return pictured.replaceAll("##[", "#\ufffd[");
}
