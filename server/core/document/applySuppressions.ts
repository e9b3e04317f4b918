/** Applies directives to the findings of a text: removes silenced findings, and adds those about unused directives. */

import { settingOf } from "../check/config";
import type { DocumentFinding } from "../check/documentFindings";
import { findRule } from "../rules/allRules";
import suppressionUnused from "../rules/suppression-unused";
import {
  createSuppressions,
  type PlacedDirective,
  type Suppressions,
  type UnusedDirective,
} from "../suppressions/suppressions";
import { reportUnused } from "../suppressions/unusedSuppressions";
import { expectDefined } from "../text/invariant";
import { moveSpan } from "../text/offsets";
import { partitionPoint } from "../text/partitionPoint";
import { byPlace, type Span } from "../text/span";
import type { CheckedText } from "./checkedText";

/** All findings of the text, in the order of their places, without those that directives silence. */
export function findingsOf(checked: CheckedText): DocumentFinding[] {
  const all = checked.firstFindings(Number.POSITIVE_INFINITY);
  const suppressions = suppressionsOf(checked);
  if (!suppressions) return all;
  const reported = all.filter(
    ({ finding, span }) => !suppressions.isSilenced(finding.rule.id, span.start),
  );
  const severity = settingOf(suppressionUnused, checked.configuration);
  if (severity !== "off") {
    for (const one of unusedIn(checked, suppressions, all))
      reported.push(reportUnused(one, severity));
  }
  return reported.sort(byPlace);
}

/** Undefined if the text has no directive at all, as most texts have none. */
export function suppressionsOf(checked: CheckedText): Suppressions | undefined {
  if (!checked.hasDirectives) return undefined;
  const placed: PlacedDirective[] = [];
  let stanza: Span | undefined;
  // Backwards, so that the stanza after a comment is known when the comment is met.
  for (const piece of [...checked.framed.pieces].reverse()) {
    if (piece.isElement) stanza = piece.span;
    for (const directive of [...checked.checked(piece).directives].reverse()) {
      const move = <T extends { span: Span }>(one: T): T => ({
        ...one,
        span: moveSpan(one.span, piece.start),
      });
      placed.push({ ...move(directive), names: directive.names.map(move), stanza });
    }
  }
  placed.reverse();
  return createSuppressions(checked.framed.text, placed, (name) => findRule(name) !== undefined);
}

function unusedIn(
  checked: CheckedText,
  suppressions: Suppressions,
  all: readonly DocumentFinding[],
): UnusedDirective[] {
  const maxCount = checked.configuration.limits.findings;
  const unread: number[] = [];
  for (const piece of checked.framed.pieces) {
    const { isRead, findings } = checked.checked(piece);
    if (!isRead || findings.length > maxCount) unread.push(piece.start);
  }
  const isJudged = (rule: string, within: Span) => {
    const known = expectDefined(findRule(rule), "comments with unknown rules are set apart");
    if (settingOf(known, checked.configuration) === "off") return false;
    const first = unread[partitionPoint(unread, (start) => start < within.start)];
    return first === undefined || first >= within.end;
  };
  const findings = all.map(({ finding, span }) => ({
    rule: finding.rule.id,
    offset: span.start,
  }));
  return suppressions.unused(findings, isJudged);
}
