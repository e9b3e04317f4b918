/** Color codes of a terminal in a log. */

import type { HostLine } from "../lines";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with such a character
export const colors = /\u001b\[[\d;?]*[A-Za-z]/g;

/** The text with its color codes blanked out, at the same offsets. */
export function blankColors(text: string): string {
  return text.includes("\u001b[") ? text.replace(colors, (one) => " ".repeat(one.length)) : text;
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
