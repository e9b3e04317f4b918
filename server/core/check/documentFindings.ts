/** Findings with their places in a document, and what is asked about them there. */

import { putAttribute, sorted } from "../rules/edits";
import type { Fix } from "../rules/fix";
import limitExceeded from "../rules/limit-exceeded";
import type { ReplyFix, Severity } from "../rules/rule";
import { detachString } from "../text/detachString";
import { moveEdit, moveSpan } from "../text/offsets";
import type { Span } from "../text/span";
import type { XmlElement } from "../xml/tree";
import type { Finding } from "./lint";

/** A finding with its place in the document (UTF-16 offsets from the document's start). */
export interface DocumentFinding {
  readonly finding: Finding;
  readonly span: Span;
  /** Offset of the start tag of the stanza; of a nested one, of that. */
  readonly stanzaStart: number;
  readonly related: readonly { readonly span: Span; readonly messageKey: string }[];
}

/** The order in which findings are told: by where they begin, and of two that do at one place by their ends. */
export function byPlace(a: DocumentFinding, b: DocumentFinding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/** True for the same finding, told by another check of the same text. */
export function isSame(a: Finding, b: Finding): boolean {
  return (
    a.rule === b.rule &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.messageKey === b.messageKey
  );
}

/** Counts the findings of that rule, and the errors of all others. */
export function countErrors(
  found: readonly DocumentFinding[],
  rule: string,
): { readonly errors: number; readonly ofRule: number } {
  const isOfRule = ({ finding }: DocumentFinding) => finding.rule.id === rule;
  const errors = found.filter((one) => one.finding.severity === "error" && !isOfRule(one)).length;
  return { errors, ofRule: found.filter(isOfRule).length };
}

/**
 * Gives attributes of a reply the values that the fix has for them.
 * @param stanza the start tag of the reply, parsed
 * @param source the text of the reply
 * @param start where it begins in the document
 */
export function attributeFix(
  { title, values, applicability }: ReplyFix,
  stanza: XmlElement,
  source: string,
  start: number,
): Fix {
  const edits = values.map(([name, value]) => putAttribute(stanza, name, value, source));
  const moved = sorted(edits).map((edit) => moveEdit(edit, start));
  return { title, edits: moved, applicability };
}

/** The finding without its fixes, which would keep the parsed stanza alive, and without views of the text. */
export function forget(finding: Finding): Finding {
  const { rule, severity, span, stanzaStart, messageKey, related } = finding;
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(finding.values)) values[name] = detachString(value);
  return { rule, severity, span, stanzaStart, messageKey, values, related };
}

/** The finding of a stanza that begins at `start`; its related places count from `relatedStart`. */
export function place(finding: Finding, start: number, relatedStart = start): DocumentFinding {
  return {
    finding,
    span: moveSpan(finding.span, start),
    stanzaStart: finding.stanzaStart + start,
    related: finding.related.map((one) => ({ ...one, span: moveSpan(one.span, relatedStart) })),
  };
}

/**
 * Says that no more findings are told than so many.
 * @param next the first that is not told
 */
export function reportLimit(
  { span, stanzaStart }: DocumentFinding,
  most: number,
  severity: Severity,
): DocumentFinding {
  const finding: Finding = {
    rule: limitExceeded,
    severity,
    span,
    stanzaStart,
    messageKey: "findings",
    values: { limit: String(most) },
    related: [],
  };
  return { finding, span, stanzaStart, related: [] };
}
