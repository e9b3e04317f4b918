/** Color codes of a terminal in a log. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with such a character
export const colors = /\u001b\[[\d;?]*[A-Za-z]/g;

/** The text with its color codes blanked out, at the same offsets. */
export function blankColors(text: string): string {
  return text.includes("\u001b[") ? text.replace(colors, (one) => " ".repeat(one.length)) : text;
}
