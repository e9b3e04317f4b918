/** Color codes of a terminal in a log. */

import type { HostLine } from "../lines";
import type { ReadLine } from "./readLine";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with such a character
const colors = /\u001b\[[\d;?]*[A-Za-z]/g;

/** Color codes between the sign of a tag and its name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with such a character
const coloredNames = /(?<=<\/?)((?:\u001b\[[\d;?]*[A-Za-z])+)([\w.:-]+)/g;

/**
 * The text with its color codes blanked out, at the same offsets. A name stands right after the sign of its tag, and the
 * blanks of the codes between them stand after the name.
 */
export function blankColors(text: string): string {
  if (!text.includes("\u001b[")) return text;
  return text
    .replace(coloredNames, (_, codes: string, name: string) => name + " ".repeat(codes.length))
    .replace(colors, (one) => " ".repeat(one.length));
}

/** The host whose colors were last blanked out: it may have thousands of blocks. */
let last: WeakRef<{ readonly host: string; readonly text: string }> | undefined;

/** The host with its color codes blanked out, if there are any in the lines. */
export function blankColorsOf(host: string, lines: readonly HostLine[]): string {
  const [first] = lines;
  // The lines only: the host may be much longer.
  if (!first || !host.slice(first.lead, lines.at(-1)?.end).includes("\u001b[")) return host;
  const known = last?.deref();
  if (known?.host === host) return known.text;
  const text = blankColors(host);
  last = new WeakRef({ host, text });
  return text;
}

/** Leaves the color codes between the offsets out of a line of the host. */
export function dropColors(read: ReadLine, host: string, start: number, end: number): void {
  const line = host.slice(start, end);
  for (const { index, 0: code } of line.matchAll(colors)) {
    read.dropFrom(start + index, start + index + code.length);
  }
  for (const { index, 0: codes, 2: name = "" } of line.matchAll(coloredNames)) {
    read.replace(start + index, start + index + codes.length, name);
  }
}
