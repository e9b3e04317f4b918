/** What prints findings: what it is given, and how the texts of many files become one. */

import type { DocumentFinding } from "../../core/document/document";
import type { SourceDocument } from "../../core/document/sourceDocument";
import type { Severity } from "../../core/rules/rule";
import type { LineIndex } from "../../core/text/lines";
import type { Translate } from "../../core/text/translate";
import type { PassedOver } from "../inputs";
import type { Notice } from "../notices";
import type { Terminal } from "./terminal";

/** A file that was checked. */
export interface FileResult {
  readonly path: string;
  readonly lines: LineIndex;
  readonly findings: readonly DocumentFinding[];
  /** Number of stanzas that were checked. */
  readonly stanzaCount: number;
  /** The document that they are of. */
  readonly document: SourceDocument;
}

export interface ReporterOptions {
  readonly translate: Translate;
  readonly terminal: Terminal;
}

/** A summary of all that is known when the last file was checked. */
export interface Summary extends Totals {
  /** In the order in which they came. */
  readonly notices: readonly Notice[];
  /** Numbers of files in folders that may hold stanzas, of sources that are switched off. */
  readonly passedOver: PassedOver;
}

/** How many files there were, and what was found in them. */
export interface Totals {
  readonly files: number;
  readonly stanzas: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings that `--fix` would mend; 0 for formats that do not tell it. */
  readonly fixable: number;
}

/**
 * What a format makes of findings. Its text for a file depends on that file and nothing else, so that
 * files can be reported by several threads; `Report` puts the texts in order.
 */
export interface Reporter {
  /** Stands before all else, once. */
  begin(): string;
  /** All that is told of a file; empty if there is nothing to tell. */
  file(result: FileResult): string;
  /** Stands between the texts of two files. */
  readonly separator: string;
  /**
   * Stands behind all else, once.
   * @param isEmpty true if no file had a text
   */
  end(summary: Summary, isEmpty: boolean): string;
  /**
   * How many of the file's findings `--fix` would mend. Only there where the format tells it, because
   * to know it takes about as long as the check.
   */
  fixable?(result: FileResult): number;
}

/** What is told of one file: plain data, which threads can hand over. */
export interface FileReport {
  readonly text: string;
  readonly totals: Totals;
}

/** The report of one file, whatever the others are. */
export function reportFile(reporter: Reporter, result: FileResult): FileReport {
  const findings = { error: 0, warning: 0, information: 0 };
  for (const { finding } of result.findings) findings[finding.severity]++;
  const fixable = result.findings.length === 0 ? 0 : (reporter.fixable?.(result) ?? 0);
  return {
    text: reporter.file(result),
    totals: { files: 1, stanzas: result.stanzaCount, findings, fixable },
  };
}

/** Puts the reports of files together, in the order in which they are added. */
export class Report {
  readonly #reporter: Reporter;
  #totals: Totals = {
    files: 0,
    stanzas: 0,
    findings: { error: 0, warning: 0, information: 0 },
    fixable: 0,
  };
  #hasBegun = false;
  #isEmpty = true;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  /** Of all files that were added so far. */
  get totals(): Totals {
    return this.#totals;
  }

  /** What is to be printed now. */
  add({ text, totals }: FileReport): string {
    this.#totals = sum(this.#totals, totals);
    const begin = this.#begin();
    if (text === "") return begin;
    const separator = this.#isEmpty ? "" : this.#reporter.separator;
    this.#isEmpty = false;
    return begin + separator + text;
  }

  /** What is to be printed behind the last file. */
  end(rest: Pick<Summary, "notices" | "passedOver">): string {
    return this.#begin() + this.#reporter.end({ ...this.#totals, ...rest }, this.#isEmpty);
  }

  #begin(): string {
    if (this.#hasBegun) return "";
    this.#hasBegun = true;
    return this.#reporter.begin();
  }
}

function sum(a: Totals, b: Totals): Totals {
  return {
    files: a.files + b.files,
    stanzas: a.stanzas + b.stanzas,
    findings: {
      error: a.findings.error + b.findings.error,
      warning: a.findings.warning + b.findings.warning,
      information: a.findings.information + b.findings.information,
    },
    fixable: a.fixable + b.fixable,
  };
}
