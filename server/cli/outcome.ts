/** What a check of a file comes to: plain data, which threads hand over and caches keep. */

import type { RuleFailure } from "../core/check/ruleFailures";
import type { Notice } from "./notices";
import type { FileReport } from "./reporters/reporter";

/** What is to be said about a file. */
export interface FileOutcome {
  readonly report?: FileReport;
  /** What fixes would change, where that is printed and no report. */
  readonly diff?: string;
  /** What was found, told or not. */
  readonly errors: number;
  readonly warnings: number;
  /** Why the file was not checked. */
  readonly complaint?: string;
  /** What else is said of the file. */
  readonly notices?: readonly Notice[];
  /** Rules that threw while it was; never kept, because the next run may have them mended. */
  readonly failures?: readonly FailedRule[];
  /** Names what the outcome depends on, where results are kept. */
  readonly key?: string;
}

/** What a person is told of a rule that threw; plain data. */
export interface FailedRule {
  readonly rule: string;
  readonly task: RuleFailure["task"];
  /** What was thrown, and where. */
  readonly error: string;
}

/** An outcome that was kept; another one is made if its key is no longer the same. */
export type KeptOutcome = FileOutcome & { readonly key: string };
