/** Mistakes in a configuration file, as diagnostics of that file. */

import { type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver";
import type { ConfigurationMistake } from "../configuration/configurationMistake";
import type { Span } from "../core/text/span";
import type { Translate } from "../core/text/translate";
import { SOURCE } from "./diagnostics";

/** @param rangeOf converts a span of the file, in UTF-16 offsets, to a range */
export function mistakeDiagnostics(
  mistakes: readonly ConfigurationMistake[],
  rangeOf: (span: Span) => Range,
  translate: Translate,
): Diagnostic[] {
  return mistakes.map(({ span, message, values }) => ({
    range: rangeOf(span),
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    message: translate(message, values),
  }));
}
