/** Findings as diagnostics. */

import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from "vscode-languageserver";
import type { Finding } from "../core/check/finding";
import { messageOf, relatedMessageOf } from "../core/check/messages";
import type { DocumentFinding } from "../core/document/document";
import { type RulePage, rulePage } from "../core/rules/pages";
import type { Severity } from "../core/rules/rule";
import type { Steps } from "../core/text/steps";
import type { Translate } from "../core/text/translate";
import type { OpenDocument } from "./openDocument";
import type { StanzaView } from "./stanzaView";

/** `source` of the diagnostics. */
export const SOURCE = "xmpp-stanza";

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** The last reported diagnostics of a document that is nothing but stanzas. */
interface CachedDiagnostics {
  readonly translate: Translate;
  readonly findings: readonly DocumentFinding[];
  readonly diagnostics: Diagnostic[];
}

const diagnosticsCache = new WeakMap<OpenDocument, CachedDiagnostics>();

/**
 * The diagnostics of a document whose stanzas are all checked, in the order of their places; in steps, one for
 * each new diagnostic.
 * @param most maximum number of findings; with more, the last diagnostic says how many are left out
 */
export function* diagnosticsOf(
  document: OpenDocument,
  translate: Translate,
  maxCount = Number.POSITIVE_INFINITY,
  pageOf: RulePage = rulePage,
): Steps<Diagnostic[]> {
  const { views } = document;
  const [view] = views;
  if (!view?.isWhole) return yield* inRegions(views, translate, maxCount, pageOf);
  const { findings, count } = view.stanzas.firstFindings(maxCount);
  const next = count > maxCount ? findings.pop() : undefined;
  const known = diagnosticsCache.get(document);
  const same = known?.translate === translate ? countSame(document, known.findings, findings) : 0;
  let diagnostics = known?.diagnostics ?? [];
  if (same < findings.length || same < diagnostics.length) {
    const made = diagnostics.slice(0, same);
    for (let i = same; i < findings.length; i++) {
      made.push(diagnosticOf(findings[i]!, view, translate, pageOf));
      yield;
    }
    diagnostics = made;
  }
  diagnosticsCache.set(document, { translate, findings, diagnostics });
  document.forgetChanges();
  return next
    ? [...diagnostics, leftOut(count - findings.length, next, view, translate)]
    : diagnostics;
}

/** Length of the common prefix of old and new findings: no text before their ends has changed. */
function countSame(
  { firstChange }: OpenDocument,
  known: readonly DocumentFinding[],
  findings: readonly DocumentFinding[],
): number {
  let same = 0;
  while (same < findings.length) {
    const one = findings[same]!;
    // Related places may have moved.
    if (known[same] !== one || one.related.length > 0 || one.span.end >= firstChange) break;
    same++;
  }
  return same;
}

/** The same for a document with regions: any change in it may move the content of its regions. */
function* inRegions(
  views: readonly StanzaView[],
  translate: Translate,
  maxCount: number,
  pageOf: RulePage,
): Steps<Diagnostic[]> {
  const found: { readonly one: DocumentFinding; readonly view: StanzaView }[] = [];
  let count = 0;
  for (const view of views) {
    const first = view.stanzas.firstFindings(Math.max(0, maxCount - found.length));
    for (const one of first.findings) found.push({ one, view });
    count += first.count;
  }
  const next = count > maxCount ? found.pop() : undefined;
  const diagnostics: Diagnostic[] = [];
  for (const { one, view } of found) {
    diagnostics.push(diagnosticOf(one, view, translate, pageOf));
    yield;
  }
  if (next) diagnostics.push(leftOut(count - found.length, next.one, next.view, translate));
  return diagnostics;
}

/** The diagnostic that says how many findings are left out. */
function leftOut(
  count: number,
  { span }: DocumentFinding,
  view: StanzaView,
  translate: Translate,
): Diagnostic {
  const message = translate(
    "{count} more findings in this file are not shown. The setting xmppStanza.maxProblems says how many are.",
    { count: String(count) },
  );
  const range = view.rangeOf(span);
  return { range, severity: DiagnosticSeverity.Information, source: SOURCE, message };
}

/** True for equal diagnostics at the same places, in the same order. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a === b || (a.length === b.length && sameFirst(a, b, a.length));
}

function sameFirst(a: readonly Diagnostic[], b: readonly Diagnostic[], count: number): boolean {
  for (let i = 0; i < count; i++) if (!sameDiagnostic(a[i]!, b[i]!)) return false;
  return true;
}

/** True for diagnostics that differ only in the number of left-out findings in the last message. */
export function sameButCount(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  const [last, other] = [a.at(-1), b.at(-1)];
  const areCounts = last && other && last.code === undefined && other.code === undefined;
  if (!areCounts || !sameRange(last.range, other.range)) return false;
  return a.length === b.length && sameFirst(a, b, a.length - 1);
}

function sameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  if (a === b) return true;
  if (a.code !== b.code || a.message !== b.message || a.severity !== b.severity) return false;
  if (!sameRange(a.range, b.range)) return false;
  const related = a.relatedInformation ?? [];
  const others = b.relatedInformation ?? [];
  return (
    related.length === others.length &&
    related.every(({ location, message }, index) => {
      const other = others[index]!;
      return message === other.message && sameRange(location.range, other.location.range);
    })
  );
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** Cached diagnostic of a finding, with its language: each key requests all diagnostics again. */
interface Made {
  readonly translate: Translate;
  readonly diagnostic: Diagnostic;
}

const made = new WeakMap<Finding, Made>();

export function diagnosticOf(
  found: DocumentFinding,
  document: StanzaView,
  translate: Translate,
  pageOf: RulePage,
): Diagnostic {
  const range = document.rangeOf(found.span);
  const known = made.get(found.finding);
  const holds =
    known?.translate === translate &&
    known.diagnostic.relatedInformation === undefined &&
    sameRange(known.diagnostic.range, range);
  if (holds) return known.diagnostic;
  const diagnostic = make(found, range, document, translate, pageOf);
  made.set(found.finding, { translate, diagnostic });
  return diagnostic;
}

function make(
  found: DocumentFinding,
  range: Range,
  document: StanzaView,
  translate: Translate,
  pageOf: RulePage,
): Diagnostic {
  const { finding } = found;
  const { rule } = finding;
  const diagnostic: Diagnostic = {
    range,
    severity: severities[finding.severity],
    code: rule.id,
    codeDescription: { href: pageOf(rule.id, translate) },
    source: SOURCE,
    message: messageOf(finding, translate),
  };
  if (rule.deprecated) diagnostic.tags = [DiagnosticTag.Deprecated];
  if (found.related.length > 0) {
    diagnostic.relatedInformation = found.related.map(({ span, messageKey }) => ({
      location: { uri: document.uri, range: document.rangeOf(span) },
      message: relatedMessageOf(finding, messageKey, translate),
    }));
  }
  return diagnostic;
}
