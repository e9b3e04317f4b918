/** The diagnostic of a capture of packets that is not read: it says what to check instead. */

import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { captureIn } from "../core/sources/capture";
import { reasonOfCapture } from "../core/sources/passedOver";
import type { Translate } from "../core/text/translate";
import { SOURCE } from "./diagnostics";
import type { OpenDocument } from "./openDocument";

/** The diagnostic at the first payload, without a code, because no rule reports it; none for any other document. */
export function captureDiagnostic(document: OpenDocument, translate: Translate): Diagnostic[] {
  const capture = captureIn(document.text);
  if (!capture) return [];
  const start = document.positionAt(capture.payload);
  const reason = reasonOfCapture(capture, translate);
  return [
    {
      range: { start, end: start },
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      message: translate("This file was not checked: {reason}", { reason }),
    },
  ];
}
