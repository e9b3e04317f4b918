/**
 * The table of a programming language: what its literals, escapes, interpolations, joins and comments look like. One scanner
 * (scan.ts) reads all languages by such tables. Patterns are sources of regular expressions without capturing groups,
 * unless the text below says what a group means.
 */

/** What a backslash means in a literal. */
export interface EscapeStyle {
  /** Letters after the backslash with the meaning of `letters` (escapes.ts). */
  readonly named: string;
  /** Patterns of numbers after the backslash, each with one group: the hexadecimal digits. */
  readonly codes?: readonly string[];
  /** Pattern of a number in base 8 or 10 after the backslash, with one group. */
  readonly number?: { readonly pattern: string; readonly radix: 8 | 10 };
  /** Letter after the backslash that stands for nothing, as does all white space after it. */
  readonly skipsSpace?: string;
  /**
   * Value of a backslash before any other character: the character, or both. With `quote`, a backslash is one before another
   * backslash, too: only the delimiter is escaped.
   */
  readonly others: "character" | "both" | "quote";
  /** Value of a backslash at the end of a line: nothing, nothing with the white space after it, or the line end. */
  readonly lineEnd?: "nothing" | "nothing-and-space" | "line-end";
}

/** What of the lines of a literal is no part of its value. */
interface BlockForm {
  /** The indentation that is taken off: that of the closing delimiter, or the least of all lines. */
  readonly indentation: "closing" | "least";
  /** True if the last line end belongs to the closing delimiter. */
  readonly dropsLastLineEnd?: true;
  /** True if white space at the ends of lines is taken off. */
  readonly trimsLines?: true;
}

export interface LiteralForm {
  /** The opening delimiter. Groups are `$1` and so on in `close` and `escape`. */
  readonly open: string;
  /** The closing delimiter, no pattern; `$1` is a group of the opening. Of a heredoc: its label. */
  readonly close: string;
  /** Meaning of backslashes; without it they are characters. */
  readonly escapes?: EscapeStyle;
  /** What begins an escape, if it is not a backslash; `$1` is a group of the opening. */
  readonly escapeLead?: string;
  /** True if the closing delimiter is written twice to stand for itself. */
  readonly isDoubled?: true;
  /** What begins an expression in the literal. */
  readonly holes?: readonly HoleForm[];
  /** True if it may cross lines. */
  readonly isMultiline?: true;
  readonly block?: BlockForm;
  /** Bracket that nests, such as `{` before `}`. */
  readonly nests?: string;
  /** Of a heredoc, whose text begins at the next line: whether its label may be indented. */
  readonly heredoc?: "indented" | "plain";
  /** Characters that are written twice to stand for themselves. */
  readonly doubles?: string;
  /** True for a literal of bytes, which has no characters beyond ASCII. */
  readonly isBytes?: true;
  /** What begins a line in it that is a comment. */
  readonly lineComment?: string;
  /** True where stanzas may stand anywhere in it, as in the blocks of a script. */
  readonly isXml?: true;
}

/** An expression in a literal. */
export interface HoleForm {
  /** Pattern of its beginning; `$1` is a group of the literal's opening. */
  readonly open: string;
  /** True if the beginning is repeated as often as the literal's opening has characters in its first group. */
  readonly isCounted?: true;
  /** The bracket that ends it, with those inside in pairs; without it, the pattern is the whole expression. */
  readonly close?: string;
  /** What text must write, and with which prefix, so that it is no expression; without it, text cannot have it. */
  readonly guard?: { readonly pattern: string; readonly prefix: string };
}

export interface CommentForm {
  readonly open: string;
  /** Without it, the comment ends with its line. */
  readonly close?: string;
  readonly isNested?: true;
  /** True if it is a comment only at the start of a line. */
  readonly isAtLineStart?: true;
}

export interface Language {
  /** The characters with which comments, literals and skipped tokens begin, as in a pattern's brackets. */
  readonly starts: string;
  /** Pattern of what begins the code; text before it is none. */
  readonly begins?: string;
  readonly comments: readonly CommentForm[];
  /** What begins a comment that ends with its line, as a fix writes it. */
  readonly comment?: string;
  /** In the order in which they are tried. */
  readonly literals: readonly LiteralForm[];
  /** Patterns of other tokens in which a quote is no quote: characters, lifetimes, regular expressions. */
  readonly skipped?: readonly string[];
  /** Operators that join texts. */
  readonly joins: readonly string[];
  /** True if neighbouring literals are one text. */
  readonly isAdjacentJoined?: true;
  /** Pattern of a name between neighbouring literals that stands for a text. */
  readonly macro?: string;
  /** Pattern of a call around a literal that stands for the literal, as far as its bracket. */
  readonly wrappers?: string;
  /** Pattern of what stands before a literal or a list of them whose items are joined by commas. */
  readonly lists?: string;
  /** Pattern of what stands right after a literal and belongs to it. */
  readonly suffix?: string;
  /** True if an expression may end with its line. */
  readonly endsAtLine?: true;
  /** Notation of values that are filled in: `%s`, `~s`, or `{}` in literals that `formats` precedes. */
  readonly fields?: "percent" | "tilde" | "braces";
  /** Pattern of the call that a literal stands in if its fields are filled in; without it, all literals have fields. */
  readonly formats?: string;
  /** Pattern of the call after a literal that takes off everything up to a bar in each line. */
  readonly margin?: string;
}
