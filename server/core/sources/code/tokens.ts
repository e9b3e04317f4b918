/** What the scanner finds in a program: literals and comments. Offsets are UTF-16 code units from the start of the text. */

import type { Span } from "../../text/span";
import type { CommentForm, LiteralForm } from "./language";

/** A literal, from its opening delimiter to its closing one; a heredoc is only `<<X`, its text comes later. */
export interface Literal extends Span {
  readonly kind: "literal";
  readonly form: LiteralForm;
  /** What is between the delimiters. */
  readonly text: Span;
  /** Expressions in the text, in order. */
  readonly holes: readonly Span[];
  /** The closing delimiter that it has, or would have. */
  readonly closing: string;
  /** What begins an escape; empty if it has none. */
  readonly escapeLead: string;
  /** True if the closing delimiter is missing. */
  readonly isOpen: boolean;
}

export interface Comment extends Span {
  readonly kind: "comment";
  readonly form: CommentForm;
  /** The delimiters as they are written; the closing one is empty if the line ends the comment. */
  readonly open: string;
  readonly close: string;
}

export type Token = Literal | Comment;

/** Replaces `$1` and so on by the groups of a match; a group that took no part is empty. */
export function fill(template: string, groups: readonly (string | undefined)[]): string {
  return template.replace(/\$(\d)/g, (_, index: string) => groups[Number(index)] ?? "");
}

/** The pattern that matches exactly this text. */
export function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** The pattern of what begins a line in a literal that is a comment. */
export function lineCommentPattern(sign: string): string {
  return String.raw`(?<=[\r\n][ \t]*)${quoted(sign)}`;
}
