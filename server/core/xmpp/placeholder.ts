/**
 * Placeholders: values with a template hole, an ellipsis, or a redaction. Common in stanzas of test
 * code, documents and logs; the final or original value is unknown, so that no rule may judge it.
 */

import { elisionForms, HOLE, holeForms } from "../xml/holes";

/** Patterns of placeholders, any of which makes a value unknown. */
export const placeholderForms: readonly string[] = [
  ...holeForms,
  ...elisionForms,
  HOLE,
  String.raw`\{[^{}]*\}`, // {x}, ${x}, #{x}, {{x}}, {}
  String.raw`[$\\]\((?:[^()\n]|\([^()\n]*\))*\)`, // $(x); \(x), Swift
];

/** Redactions: runs of signs, words in square brackets, and three words in angle brackets. */
const redactions = [
  "[*█■]{2,}",
  "X{3,}",
  String.raw`\[\p{L}[^\][<>:]*\]`,
  "<(?:[Rr]edacted|[Rr]emoved|[Hh]idden|REDACTED|REMOVED|HIDDEN)>",
];

/** The names in the syntax figure of RFC 6120 §8.3.2, small or in capitals, as a pattern. */
const figureNames =
  "stanza-kind|defined-condition|error-type|langcode|intended-recipient|sender|error-generator";

const placeholder = new RegExp(placeholderForms.join("|"), "u");
const redaction = new RegExp(redactions.join("|"), "u");
const figure = new RegExp(`^(?:${figureNames}|${figureNames.toUpperCase()})$`);
const notPlain = new RegExp(`XXX|^(?:${figureNames})$`, "i");

// Fast path: most values hold none of these, and looking for them is far cheaper than looking for holes.
const suspicious = /[{$%\\…\ufffc]|\.\.\./;
const unreadable = /[*█■[<]|XXX/;

/** True if the text has a hole, so that its final wording is unknown. */
export function isPlaceholder(text: string): boolean {
  return (suspicious.test(text) || hasTwoAts(text)) && placeholder.test(text);
}

/** True if the value of an attribute, or an address, is unknown: it has a hole, or is a placeholder as a whole. */
export function isUnknownValue(value: string): boolean {
  return (
    isPlaceholder(value) || (unreadable.test(value) && redaction.test(value)) || figure.test(value)
  );
}

/** True if a value of only letters, digits and single marks may be a placeholder. */
export function mayStandForOthers(value: string): boolean {
  return notPlain.test(value);
}

/** True if the name of an element is a placeholder. */
export function isUnknownName(name: string): boolean {
  return name.includes(HOLE) || name.includes("...") || figure.test(name);
}

/** True if the value has more than one `@`: a usual address has at most one. */
function hasTwoAts(value: string): boolean {
  const first = value.indexOf("@");
  return first >= 0 && value.includes("@", first + 1);
}
