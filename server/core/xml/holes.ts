/**
 * Syntax of holes and elisions: unknown pieces of a text, which a program fills in or an author
 * left out. Their meaning depends on their place; this file only recognises them.
 */

/** Replacement for an unknown piece in a name, in a value or in character data; XML allows it in all of these. */
export const HOLE = "\ufffc";

/** Patterns of holes without brackets around an expression; those are read by `endOfBrackets`. */
export const holeForms: readonly string[] = [
  String.raw`%\([^()<>\n]*\)[a-z]`, // %(x)s, Python
  "%@", // Objective-C
  String.raw`%[sd](?![\p{L}\p{N}])`, // not romeo%shakespeare.lit@gateway
  "%[1-9](?![0-9A-Fa-f])", // %1, Qt; not %2F
  String.raw`\$[\p{L}_][\p{L}\p{N}_]*`, // $x
  String.raw`(?<![\p{L}\p{N}_@])@[\p{L}\p{N}_.-]+@(?![\p{L}\p{N}_])`, // @x@, not ch@r@cters@muc
];

export const elisionForms: readonly string[] = [String.raw`\.{3,}`, "…"];

const hole = new RegExp(holeForms.join("|"), "uy");
const removed = String.raw`\[\s*(?:\.{3,}|…)\s*\]|\[(?=[^\][<>\n]*\b(?:truncated|snip(?:ped)?|cut|omitted|elided|shortened)\b)[^\][<>\n]*\]`;
const elisions = [...elisionForms, removed].join("|");
const elision = new RegExp(elisions, "iy");
const anyElision = new RegExp(elisions, "i");
const lastElision = new RegExp(String.raw`(?:${elisions})\s*$`, "i");
const onlyElision = new RegExp(String.raw`^\s*(?:${elisions})\s*$`, "i");
/** Optional text in a tag: anything in square brackets. */
const optional = /\[[^\][<>]*\]/y;

/** Maximum length of a hole in UTF-16 code units; a longer bracket is no hole. */
export const MAX_HOLE = 5000;

/** Maximum length of an elision with words, and of the white space after it, in UTF-16 code units. */
const MAX_ELISION = 200;

/** The offset after the match of the expression at `at`, or -1. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * The offset after `${…}`, `#{…}`, `{…}`, `$(…)` or `\(…)` at the offset, brackets in it balanced; -1 if there is none.
 * The first two may hold anything, the others no markup, and those in parentheses end on their line.
 */
export function endOfBrackets(text: string, at: number): number {
  if (!mayOpenBrackets(text, at)) return -1;
  const opening = text[at] === "{" ? at : at + 1;
  const open = text[opening];
  const isParenthesis = open === "(";
  const close = isParenthesis ? ")" : "}";
  const holdsAnything = !isParenthesis && opening > at;
  const end = Math.min(text.length, at + MAX_HOLE);
  let depth = 0;
  for (let i = opening; i < end; i++) {
    const one = text[i];
    if (one === open) depth++;
    else if (one === close && --depth === 0) return i + 1;
    else if (one === "<" && !holdsAnything) return -1;
    else if (one === "\n" && isParenthesis) return -1;
  }
  return -1;
}

/** True if the opening of such brackets stands at the offset, whether or not they are closed. */
export function mayOpenBrackets(text: string, at: number): boolean {
  const first = text[at];
  if (first === "{") return true;
  const second = text[at + 1];
  if (first === "$") return second === "{" || second === "(";
  return (first === "#" && second === "{") || (first === "\\" && second === "(");
}

/** The offset after the hole that begins there, or -1. */
export function endOfHole(text: string, at: number): number {
  const end = endOfBrackets(text, at);
  return end < 0 ? endOf(hole, text, at) : end;
}

/** The offset after the elision that begins there, or -1. */
export function endOfElision(text: string, at: number): number {
  return endOf(elision, text, at);
}

/** The offset after optional text in square brackets that begins there in a tag, or -1. */
export function endOfOptional(text: string, at: number): number {
  return endOf(optional, text, at);
}

/** True if the text, or a line of it, is a single elision. */
export function hasElisionAlone(text: string): boolean {
  return text.split("\n").some((line) => onlyElision.test(line));
}

export function holdsElision(text: string): boolean {
  return anyElision.test(text);
}

/** True if the text ends with an elision, white space aside. */
export function endsWithElision(text: string): boolean {
  return lastElision.test(text.slice(-MAX_ELISION));
}

/** True if an elision stands alone on the last line that is not blank. */
export function endsWithElisionAlone(text: string): boolean {
  const last = text.trimEnd();
  return onlyElision.test(last.slice(last.lastIndexOf("\n") + 1));
}
