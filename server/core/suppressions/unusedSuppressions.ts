/** Findings about directives without effect, and their fixes. */

import type { DocumentFinding } from "../check/documentFindings";
import { allRules } from "../rules/allRules";
import { removeSpan } from "../rules/edits";
import type { Fix } from "../rules/fix";
import type { Severity } from "../rules/rule";
import suppressionUnused from "../rules/suppression-unused";
import type { Span } from "../text/span";
import { isPlausibleTypo, nearest } from "../xmpp/didYouMean";
import type { Directive } from "./directives";
import type { UnusedDirective } from "./suppressions";

const ruleNames = allRules().map(({ id }) => id);

export function reportUnused(
  { messageKey, name, span, directive }: UnusedDirective,
  severity: Severity,
): DocumentFinding {
  const { stanza } = directive;
  const stanzaStart = stanza && stanza.start < span.start ? stanza.start : directive.span.start;
  const guess = messageKey === "unknown-rule" ? nearest(name, ruleNames) : "";
  const key =
    messageKey === "unknown-rule" && !isPlausibleTypo(name, guess) ? "no-such-rule" : messageKey;
  const finding = {
    rule: suppressionUnused,
    severity,
    span,
    stanzaStart,
    messageKey: key,
    values: { name, nearest: guess },
    related: [],
  };
  return { finding, span, stanzaStart, related: [] };
}

/**
 * Removes the comment, or only the name in it that has no effect.
 * @param span of the finding
 * @param directives with offsets from `start`
 */
export function removals(
  text: string,
  span: Span,
  directives: readonly Directive[],
  start: number,
): Fix[] {
  const found = directives.find(
    (one) => start + one.span.start <= span.start && span.end <= start + one.span.end,
  );
  if (!found) return [];
  const { names } = found;
  const index = names.findIndex((one) => start + one.span.start === span.start);
  if (names.length > 1 && index >= 0) {
    // The comma is removed with the name: from the previous name on, or up to the next name.
    const [from, to, edge] =
      index > 0 ? ([index - 1, index, "end"] as const) : ([0, 1, "start"] as const);
    const cut = { start: start + names[from]!.span[edge], end: start + names[to]!.span[edge] };
    return [
      { title: "Remove the name", edits: [{ span: cut, newText: "" }], applicability: "preferred" },
    ];
  }
  const edit = removeSpan(start + found.span.start, start + found.span.end, text);
  return [{ title: "Remove the comment", edits: [edit], applicability: "preferred" }];
}
