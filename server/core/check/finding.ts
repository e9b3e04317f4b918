/** A broken rule and its place: the result of a check. */

import type { Fix, FixContext } from "../rules/fix";
import type { Rule, Severity } from "../rules/rule";
import type { Span } from "../text/span";

/** A broken rule and its place, in UTF-16 offsets from the start of the text that was linted. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly span: Span;
  /** Offset of the start tag of the stanza, or of the nested stanza that holds the finding. */
  readonly stanzaStart: number;
  readonly messageKey: string;
  readonly values: Readonly<Record<string, string>>;
  readonly related: readonly { readonly span: Span; readonly messageKey: string }[];
}

/** A finding with its fixes; valid only while the text is at hand. */
export interface RepairableFinding extends Finding {
  fixes(context: FixContext): Fix[];
}
