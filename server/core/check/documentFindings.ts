/** Findings with their places in a document, and helpers for them. */

import { putAttribute, sorted } from "../rules/edits";
import type { Fix } from "../rules/fix";
import limitExceeded from "../rules/limit-exceeded";
import type { ReplyFix, Severity } from "../rules/rule";
import { detachString } from "../text/detachString";
import { moveEdit, moveSpan } from "../text/offsets";
import type { Span } from "../text/span";
import type { XmlElement } from "../xml/tree";
import { type Configuration, settingOf } from "./config";
import type { Finding } from "./finding";

/** A finding with its place in the document (UTF-16 offsets from the document's start). */
export interface DocumentFinding {
  readonly finding: Finding;
  readonly span: Span;
  /** Offset of the start tag of the stanza, or of the nested stanza that holds the finding. */
  readonly stanzaStart: number;
  readonly related: readonly { readonly span: Span; readonly messageKey: string }[];
}

/** True for the same finding of two checks of the same text. */
export function isSame(a: Finding, b: Finding): boolean {
  return (
    a.rule === b.rule &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.messageKey === b.messageKey
  );
}

/**
 * Edits that set attributes of a reply to the fix's values.
 * @param stanza the start tag of the reply, parsed
 * @param source the text of the reply
 * @param start offset of the reply in the document, in UTF-16 code units
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

/** The finding without its fixes, which would keep the parsed stanza alive, and without slices of the text. */
export function forget(finding: Finding): Finding {
  const { rule, severity, span, stanzaStart, messageKey, related } = finding;
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(finding.values)) values[name] = detachString(value);
  return { rule, severity, span, stanzaStart, messageKey, values, related };
}

/** The finding of a stanza that begins at `start`; its related places are relative to `relatedStart`. */
export function place(finding: Finding, start: number, relatedStart = start): DocumentFinding {
  return {
    finding,
    span: moveSpan(finding.span, start),
    stanzaStart: finding.stanzaStart + start,
    related: finding.related.map((one) => ({ ...one, span: moveSpan(one.span, relatedStart) })),
  };
}

/**
 * The findings up to the limit. With more, the last is that of limit-exceeded, at the first finding beyond the limit.
 * @param found in order, at least one more than the limit if there are more
 * @param before number of findings in earlier parts of the file
 */
export function limitFindings(
  found: DocumentFinding[],
  configuration: Configuration,
  before = 0,
): DocumentFinding[] {
  const { findings: limit } = configuration.limits;
  const next = found[limit - before];
  if (!next) return found;
  const within = found.slice(0, limit - before);
  const severity = settingOf(limitExceeded, configuration);
  if (severity !== "off") within.push(reportLimit(next, limit, severity));
  return within;
}

function reportLimit(
  { span, stanzaStart }: DocumentFinding,
  limit: number,
  severity: Severity,
): DocumentFinding {
  const finding: Finding = {
    rule: limitExceeded,
    severity,
    span,
    stanzaStart,
    messageKey: "findings",
    values: { limit: String(limit) },
    related: [],
  };
  return { finding, span, stanzaStart, related: [] };
}
