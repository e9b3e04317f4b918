/** Findings of a document as data. */

import { reportFinding } from "../core/check/report";
import type { SourceDocument } from "../core/document/sourceDocument";
import { LineIndex } from "../core/text/lines";
import type { Finding } from "./types";

/** @param name that findings have as `file` */
export function findingsOf(document: SourceDocument, name: string): Finding[] {
  const lines = new LineIndex(document.text);
  return document.findings().map((found) => reportFinding(found, name, lines, document) as Finding);
}
