/** Interface of reporters, and the report that joins their texts for many files. */

import type { DocumentFinding } from "../../core/document/document";
import type { SourceDocument } from "../../core/document/sourceDocument";
import type { Severity } from "../../core/rules/rule";
import type { PassedOver } from "../../core/sources/passedOver";
import type { LineIndex } from "../../core/text/lines";
import type { Translate } from "../../core/text/translate";
import type { Notice } from "../notices";
import type { Terminal } from "./terminal";

/** A file that was checked. */
export interface FileResult {
  readonly path: string;
  readonly lines: LineIndex;
  readonly findings: readonly DocumentFinding[];
  /** Number of stanzas that were checked. */
  readonly stanzaCount: number;
  /** Number of errors outside of stanzas that were checked. */
  readonly nonzaCount: number;
  /** The document of the findings. */
  readonly document: SourceDocument;
}

export interface ReporterOptions {
  readonly translate: Translate;
  readonly terminal: Terminal;
}

/** Summary after the last file. */
export interface Summary extends Totals {
  /** In the order of their arrival. */
  readonly notices: readonly Notice[];
  /** Numbers of files in folders that may hold stanzas, of sources that are switched off. */
  readonly passedOver: PassedOver;
}

/** The findings that `--fix` would repair. */
export interface Fixable {
  readonly count: number;
  /** True if there are more, in texts that are too long to count them. */
  readonly hasMore: boolean;
}

export const NONE_FIXABLE: Fixable = { count: 0, hasMore: false };

/** Numbers of files, stanzas, errors outside of stanzas, and findings. */
export interface Totals {
  readonly files: number;
  readonly stanzas: number;
  readonly nonzas: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** None for formats that do not show them. */
  readonly fixable: Fixable;
}

/**
 * Formats findings. Its text for a file depends on that file only, so that
 * files can be reported by several threads; `Report` puts the texts in order.
 */
export interface Reporter {
  /** Text before all files. */
  begin(): string;
  /** Text about a file; may be empty. */
  file(result: FileResult): string;
  /** Text between those of two files. */
  readonly separator: string;
  /**
   * Text after all files.
   * @param isEmpty true if no file had a text
   */
  end(summary: Summary, isEmpty: boolean): string;
  /**
   * The file's findings that `--fix` would repair. Only in reporters that show them, because
   * computing them takes about as long as the check.
   */
  fixable?(result: FileResult): Fixable;
}

/** Report on one file: plain data, which threads can send. */
export interface FileReport {
  readonly text: string;
  readonly totals: Totals;
}

/** The report on one file, independent of the others. */
export function reportFile(reporter: Reporter, result: FileResult): FileReport {
  const findings = { error: 0, warning: 0, information: 0 };
  for (const { finding } of result.findings) findings[finding.severity]++;
  const fixable = reporter.fixable?.(result) ?? NONE_FIXABLE;
  return {
    text: reporter.file(result),
    totals: {
      files: 1,
      stanzas: result.stanzaCount,
      nonzas: result.nonzaCount,
      findings,
      fixable,
    },
  };
}

/** Joins the reports on files, in the order in which they are added. */
export class Report {
  readonly #reporter: Reporter;
  #totals: Totals = {
    files: 0,
    stanzas: 0,
    nonzas: 0,
    findings: { error: 0, warning: 0, information: 0 },
    fixable: NONE_FIXABLE,
  };
  #hasBegun = false;
  #isEmpty = true;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  /** Totals of all files so far. */
  get totals(): Totals {
    return this.#totals;
  }

  /** Adds a report; gives the text to print now. */
  add({ text, totals }: FileReport): string {
    this.#totals = sum(this.#totals, totals);
    const begin = this.#begin();
    if (text === "") return begin;
    const separator = this.#isEmpty ? "" : this.#reporter.separator;
    this.#isEmpty = false;
    return begin + separator + text;
  }

  /** The text to print after the last file. */
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
    nonzas: a.nonzas + b.nonzas,
    findings: {
      error: a.findings.error + b.findings.error,
      warning: a.findings.warning + b.findings.warning,
      information: a.findings.information + b.findings.information,
    },
    fixable: {
      count: a.fixable.count + b.fixable.count,
      hasMore: a.fixable.hasMore || b.fixable.hasMore,
    },
  };
}
