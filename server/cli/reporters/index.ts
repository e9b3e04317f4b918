/** How findings are printed, by name. */

import type { DocumentFinding, StanzaDocument } from "../../core/document";
import type { LineIndex } from "../../core/lines";
import type { Translate } from "../../core/translate";
import { compact } from "./compact";
import { json } from "./json";
import { pretty } from "./pretty";
import { tsv } from "./tsv";

export interface FileResult {
  readonly path: string;
  readonly lines: LineIndex;
  readonly findings: readonly DocumentFinding[];
  /** The document that they are of. */
  readonly document: StanzaDocument;
}

/** Gets the files in order and gives what to print for each, and at the end. */
export interface Reporter {
  file(result: FileResult): string;
  end(): string;
}

const reporters = { pretty, compact, tsv, json };

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as readonly ReporterName[];

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}

export function createReporter(name: ReporterName, translate: Translate): Reporter {
  return reporters[name](translate);
}
