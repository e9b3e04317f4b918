/** Result of checking a file: plain data, which threads send and caches keep. */

import type { RuleFailure } from "../core/check/ruleFailures";
import type { Notice } from "./notices";
import type { FileReport } from "./reporters/reporter";

/** Report on a file. */
export interface FileOutcome {
  readonly report?: FileReport;
  /** Diff of the fixes, if that is printed instead of a report. */
  readonly diff?: string;
  /** Numbers of errors and warnings, reported or not. */
  readonly errors: number;
  readonly warnings: number;
  /** Why the file was not checked. */
  readonly complaint?: string;
  /** Further messages about the file. */
  readonly notices?: readonly Notice[];
  /** Rules that threw during the check; never cached, because the next run may not fail. */
  readonly failures?: readonly FailedRule[];
  /** Cache key. */
  readonly key?: string;
}

/** A rule that threw, for people; plain data. */
export interface FailedRule {
  readonly rule: string;
  readonly task: RuleFailure["task"];
  /** The exception, with its place. */
  readonly error: string;
}

/** A cached outcome; replaced if its key is out of date. */
export type KeptOutcome = FileOutcome & { readonly key: string };
