/**
 * Shape of a stanza, everything that rules read: the RFC's attributes of its start tag, the number of its children,
 * and the whole error child. A rule that reads more must be registered here.
 */

import { Read, type ShapedElements } from "../xml/elementShape";
import { isBlank } from "../xml/tree";
import { isPlaceholder, isUnknownName } from "./placeholder";

export const shapedStanzas: ShapedElements = {
  values: ["id", "from", "to"],
  attributes: ["type"],
  child: "error",
  // What the model of a stanza asks before any rule looks at it (readStanzas.ts).
  isKnownName: (local) => !isUnknownName(local),
  // References are not resolved here, and words in brackets may go on behind an element.
  areKnown: (words) => (/[&[\]]/.test(words) ? undefined : !isPlaceholder(words)),
  words: "text",
  // White space alone is no node of the tree, so that a rule could tell it from words without reading it.
  arePlain: (words) => !isBlank(words) && !isPlaceholder(words),
};

/** The values that rules judge, for which `summariseAlike` makes the same tests as the rules. */
const judged: Readonly<Record<string, number>> = {
  "iq-id-missing": Read.First,
  "jid-invalid": Read.Second | Read.Third,
};

/** True if the rule must not read that for its result to hold for all stanzas of a shape. */
export function looksBeyondShape(rule: string, reads: number): boolean {
  return (reads & ~(judged[rule] ?? 0)) !== 0;
}
