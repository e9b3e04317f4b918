/** Repair of a finding, as edits of the stanza's text. */

import type { Edit } from "../text/edit";

/**
 * Applicability of a fix: `automatic` without a look at it, as by `--fix` and fix on save, because it is the only right
 * one; `preferred` for users who ask for a fix without a choice; `choice` only for a user who
 * chooses it among others.
 */
export type Applicability = "automatic" | "preferred" | "choice";

export interface Fix {
  /** Title in the menu, with `{name}` for a value of `values`. */
  readonly title: string;
  readonly values?: Readonly<Record<string, string>>;
  /** In the order of their spans, which do not overlap. */
  readonly edits: readonly Edit[];
  readonly applicability: Applicability;
}

/** True for the fix to apply when the user asks for one without a choice. */
export function isPreferred(fix: Fix): boolean {
  return fix.applicability !== "choice";
}

/** True for a fix that may be applied without a look at it. */
export function isAutomatic(fix: Fix): boolean {
  return fix.applicability === "automatic";
}

/** Context of a fix beyond its stanza. */
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
  /** False where nobody chooses, as by `--fix`: fixes that are a choice among many need not be made. */
  readonly withChoices: boolean;
  /** An id that no stanza of the file has. */
  freshId(): string;
}
