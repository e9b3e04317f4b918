/** What repairs a finding, as edits of the stanza's text. */

import type { Edit } from "../text/edit";

/**
 * Who may apply a fix: anybody unseen, such as `--fix` and fix on save, because there is one right
 * answer (`automatic`); whoever asks for a fix without a choice (`preferred`); or only a person who
 * chooses it among others (`choice`).
 */
export type Applicability = "automatic" | "preferred" | "choice";

export interface Fix {
  /** What the user reads in the menu, with `{name}` for a value of `values`. */
  readonly title: string;
  readonly values?: Readonly<Record<string, string>>;
  /** In the order of their spans, which do not overlap. */
  readonly edits: readonly Edit[];
  readonly applicability: Applicability;
  /** True where others may show once it is applied, which stood in the stanza before: it could not be read. */
  readonly leavesOthers?: true;
}

/** True for the fix to take when asked for one without a choice. */
export function isPreferred(fix: Fix): boolean {
  return fix.applicability !== "choice";
}

/** True for a fix that may be applied unseen. */
export function isAutomatic(fix: Fix): boolean {
  return fix.applicability === "automatic";
}

/** What a fix may want to know beyond its stanza. */
export interface FixContext {
  /** White space at the start of the line on which the stanza begins. */
  readonly indentation: string;
  /** The line end of the file. */
  readonly lineEnd: string;
  /** The language of inserted texts. */
  readonly language: string;
  /** The id of the request that the stanza answers, where it is known. */
  readonly requestId: string | undefined;
  /** The namespace of the payload of the request that the stanza answers, where it is known. */
  requestNamespace(): string | undefined;
  /** An id that no stanza of the file has. */
  freshId(): string;
}
