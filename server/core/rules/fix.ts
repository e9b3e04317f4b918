/** What repairs a finding, as edits of the stanza's text. */

import type { Edit } from "../text/edit";

export interface Fix {
  /** What the user reads in the menu, with `{name}` for a value of `values`. */
  readonly title: string;
  readonly values?: Readonly<Record<string, string>>;
  /** In the order of their spans, which do not overlap. */
  readonly edits: readonly Edit[];
  /** The one to take when asked for a repair without a choice. */
  readonly preferred?: true;
  /** True if this is the one right answer, so that it may be applied unseen. */
  readonly safe?: true;
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
