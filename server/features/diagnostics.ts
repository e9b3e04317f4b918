/** Findings as diagnostics. */

import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from "vscode-languageserver";
import type { DocumentFinding } from "../core/document";
import type { Finding } from "../core/lint";
import { messageOf, relatedMessageOf } from "../core/messages";
import { rulePage } from "../core/rules/pages";
import type { Severity } from "../core/rules/rule";
import type { Steps } from "../core/steps";
import type { Translate } from "../core/translate";
import type { OpenDocument } from "./openDocument";
import type { StanzaView } from "./stanzaView";

/** What diagnostics name as their source. */
export const SOURCE = "xmpp-stanza";

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

interface Place {
  readonly one: DocumentFinding;
  readonly view: StanzaView;
}

/** What was told of a document the last time. */
interface Told {
  readonly translate: Translate;
  readonly places: readonly Place[];
  readonly diagnostics: readonly Diagnostic[];
}

const toldOf = new WeakMap<OpenDocument, Told>();

/**
 * The diagnostics of a document whose stanzas are all checked, in the order of their places; in steps, one for
 * each that is made.
 * @param most of more findings than that, the last diagnostic says how many are left out
 */
export function* diagnosticsOf(
  document: OpenDocument,
  translate: Translate,
  most = Number.POSITIVE_INFINITY,
): Steps<Diagnostic[]> {
  const places: Place[] = [];
  let count = 0;
  for (const view of document.views) {
    const told = view.stanzas.told(Math.max(0, most - places.length));
    for (const one of told.findings) places.push({ one, view });
    count += told.count;
  }
  const isTooMany = count > most;
  const next = isTooMany ? places[most - 1] : undefined;
  if (isTooMany) places.length = most - 1;
  const diagnostics = stillTold(document, places, translate);
  for (let i = diagnostics.length; i < places.length; i++) {
    const { one, view } = places[i]!;
    diagnostics.push(diagnosticOf(one, view, translate));
    yield;
  }
  toldOf.set(document, { translate, places, diagnostics: [...diagnostics] });
  document.forgetChanges();
  if (next) diagnostics.push(leftOut(count - places.length, next, translate));
  return diagnostics;
}

/** The first diagnostics, as far as they are those of the last time: all that is before what has changed. */
function stillTold(
  document: OpenDocument,
  places: readonly Place[],
  translate: Translate,
): Diagnostic[] {
  const known = toldOf.get(document);
  if (known?.translate !== translate) return [];
  let same = 0;
  while (same < places.length) {
    const { one, view } = places[same]!;
    // What else a finding is about may have moved, and so may all of a region.
    if (known.places[same]?.one !== one || one.related.length > 0 || !view.isWhole) break;
    if (one.span.end >= document.firstChange) break;
    same++;
  }
  return known.diagnostics.slice(0, same);
}

/** Says that there are so many more. */
function leftOut(count: number, { one, view }: Place, translate: Translate): Diagnostic {
  const message = translate(
    "{count} more findings in this file are not shown. The setting xmppStanza.maxProblems says how many are.",
    { count: String(count) },
  );
  const range = view.rangeOf(one.span);
  return { range, severity: DiagnosticSeverity.Information, source: SOURCE, message };
}

/** True for the same diagnostics at the same places, in the same order. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((one, index) => sameDiagnostic(one, b[index]!));
}

/** True for the same diagnostics, of which the last one says another number of findings that are left out. */
export function sameButCount(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  const [last, other] = [a.at(-1), b.at(-1)];
  const areCounts = last && other && last.code === undefined && other.code === undefined;
  if (!areCounts || !sameRange(last.range, other.range)) return false;
  return sameDiagnostics(a.slice(0, -1), b.slice(0, -1));
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

/** What was made of a finding, and in which language: it is asked for again with each key. */
interface Made {
  readonly translate: Translate;
  readonly diagnostic: Diagnostic;
}

const made = new WeakMap<Finding, Made>();

export function diagnosticOf(
  found: DocumentFinding,
  document: StanzaView,
  translate: Translate,
): Diagnostic {
  const range = document.rangeOf(found.span);
  const known = made.get(found.finding);
  const holds =
    known?.translate === translate &&
    known.diagnostic.relatedInformation === undefined &&
    sameRange(known.diagnostic.range, range);
  if (holds) return known.diagnostic;
  const diagnostic = make(found, range, document, translate);
  made.set(found.finding, { translate, diagnostic });
  return diagnostic;
}

function make(
  found: DocumentFinding,
  range: Range,
  document: StanzaView,
  translate: Translate,
): Diagnostic {
  const { finding } = found;
  const { rule } = finding;
  const diagnostic: Diagnostic = {
    range,
    severity: severities[finding.severity],
    code: rule.id,
    codeDescription: { href: rulePage(rule.id, translate) },
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
