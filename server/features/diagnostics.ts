/** Findings as diagnostics. */

import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type { DocumentFinding } from "../core/document";
import { messageOf, relatedMessageOf } from "../core/lint";
import { rulePage } from "../core/rules/pages";
import type { Severity } from "../core/rules/rule";
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

/**
 * The diagnostics of a document whose stanzas are all checked, in the order of their places.
 * @param most of more findings than that, the last diagnostic says how many are left out
 */
export function diagnosticsOf(
  { views }: OpenDocument,
  translate: Translate,
  most = Number.POSITIVE_INFINITY,
): Diagnostic[] {
  const found = views.flatMap((view) => view.stanzas.findings().map((one) => ({ one, view })));
  const tell = (some: typeof found) =>
    some.map(({ one, view }) => diagnosticOf(one, view, translate));
  if (found.length <= most) return tell(found);
  const told = tell(found.slice(0, most - 1));
  const left = String(found.length - told.length);
  const message = translate(
    "{count} more findings in this file are not shown. The setting xmppStanza.maxProblems says how many are.",
    { count: left },
  );
  const { one, view } = found[told.length]!;
  const range = view.rangeOf(one.span);
  return [...told, { range, severity: DiagnosticSeverity.Information, source: SOURCE, message }];
}

export function diagnosticOf(
  found: DocumentFinding,
  document: StanzaView,
  translate: Translate,
): Diagnostic {
  const { finding } = found;
  const { rule } = finding;
  const diagnostic: Diagnostic = {
    range: document.rangeOf(found.span),
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
