/**
 * Texts that others chose, such as names of files and values of attributes, made safe to print: data, whatever
 * is in it.
 */

/** Characters that act on a terminal, end a line, or turn the direction of what is after them (Unicode UAX #9). */
export const acting = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const escapes: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/**
 * The text with such characters as their escapes in JSON: in the text of a JSON value, the value stays the same.
 * `##[` would begin a command in logs of GitHub Actions, wherever in a line.
 */
export function visible(text: string): string {
  return text
    .replace(acting, (character) => escapes[character] ?? escaped(character))
    .replaceAll("##[", `#${escaped("#")}[`);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
