/**
 * Comments (directives) by which a file declares a finding expected, or silences it:
 *
 *     <!-- xmpp-stanza-expect RULE[, RULE]: why -->           in the next stanza, or in the stanza around it
 *     <!-- xmpp-stanza-disable-next-line RULE[, RULE]: why -->
 *     <!-- xmpp-stanza-disable RULE[, RULE]: why -->          until xmpp-stanza-enable RULE, or the end
 *     <!-- xmpp-stanza-disable-file RULE[, RULE]: why -->     wherever it stands
 *
 * A directive without effect is reported: an expectation that is not met is a test that no longer tests.
 */

import type { Span } from "../text/span";

export const directiveKinds = [
  "expect",
  "disable-next-line",
  "disable-file",
  "disable",
  "enable",
] as const;

export type DirectiveKind = (typeof directiveKinds)[number];

/** Such a comment. Offsets are UTF-16 code units from the start of the text that it was read from. */
export interface Directive {
  /** Undefined for an unknown word after `xmpp-stanza-`. */
  readonly kind: DirectiveKind | undefined;
  readonly word: string;
  readonly names: readonly { readonly name: string; readonly span: Span }[];
  readonly span: Span;
}

export const PREFIX = "xmpp-stanza-";

/** False for a text without directives, as most are. */
export function mayHaveDirectives(text: string): boolean {
  // Fewer texts have comments than have words with an `x` in them, and both searches read the whole text.
  return text.includes("!--") && text.includes(PREFIX);
}
