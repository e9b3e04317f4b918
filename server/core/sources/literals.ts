/**
 * Common code for literals of programming languages: pieces that are joined to one text, and
 * expressions in them whose values are unknown.
 */

import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../text/span";
import { HostComments } from "./comments";
import { beginsWithStanza, isPartOfStream, mayHoldStanzas } from "./plain";
import { type CommentPlace, type Encode, type Region, RegionBuilder } from "./region";
import { isBare } from "./schematic";

export type { CommentPlace };

/** Adds a literal, or the hole of an expression, to a region. */
export type AddPiece = (builder: RegionBuilder) => void;

/** A text that the program concatenates. */
export interface JoinedText {
  readonly pieces: readonly AddPiece[];
  /** True if it is known to be XML, so that a stanza may stand anywhere in it. */
  readonly isXml: boolean;
  /** Where comments about it stand; undefined if they may stand in the text. */
  readonly place?: CommentPlace;
}

/** Collects the regions of a program, in the order of their places. */
export class LiteralRegions {
  readonly regions: Region[] = [];
  readonly comments: HostComments;

  constructor(readonly text: string) {
    this.comments = new HostComments(text);
  }

  /** Takes the text as a region if it holds stanzas, after the comments that wait for it. */
  take({ pieces, isXml, place }: JoinedText): boolean {
    const bare = this.#build(pieces);
    if (!(isXml ? mayHoldStanzas(bare.text) : isStanzaText(bare.text))) return false;
    const builder = this.comments.areWaiting ? this.#build(pieces, bare.text) : bare;
    this.regions.push(builder.commentsAt(place).build());
    return true;
  }

  /** @param commented the text, if comments are to stand before it */
  #build(pieces: readonly AddPiece[], commented?: string): RegionBuilder {
    const builder = new RegionBuilder(this.text);
    if (commented !== undefined) this.comments.writeTo(builder, /^[ \t]*\r?\n/.test(commented));
    for (const add of pieces) add(builder);
    return builder;
  }
}

/**
 * The line above which a comment of the program can stand that is about a text.
 * @param last offset after the last literal or comment over lines that begins before the text
 * @param open what begins a comment that ends with its line
 */
export function commentAbove(
  text: string,
  start: number,
  last: number,
  open: string,
): CommentPlace {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const isContinued = /\\\r?\n$/.test(text.slice(Math.max(0, line - 3), line));
  if (last > line || isContinued) return {};
  const marks = /^[ \t]*/.exec(text.slice(line, start))?.[0] ?? "";
  return { line: { host: line, marks, open, close: "" } };
}

/** True for the text of a literal that begins with a stanza, or is a part of a stream with a stanza in it. */
export function isStanzaText(text: string): boolean {
  return beginsWithStanza(text) || isPartOfStream(text);
}

/** The operator between two operands, of which the second may be missing while it is typed. */
export function operatorOf(node: SyntaxNode, text: string): string | undefined {
  if (node.name !== "BinaryExpression") return undefined;
  const operator = node.getChild("ArithOp");
  if (!operator || !node.lastChild || node.lastChild.from < operator.to) return undefined;
  return text.slice(operator.from, operator.to);
}

/** The operands of `a + b + c`; for other nodes, the node alone. */
export function readOperands(node: SyntaxNode, text: string): SyntaxNode[] {
  const operands: SyntaxNode[] = [];
  let first = node;
  // A node with an operator has an operand on each side of it.
  while (operatorOf(first, text) === "+") {
    operands.push(first.lastChild!);
    first = first.firstChild!;
  }
  operands.push(first);
  return operands.reverse();
}

/** True for the first operand of a sum, which was read with the sum. */
export function startsConcatenation(node: SyntaxNode, text: string): boolean {
  return node.parent !== null && !node.prevSibling && operatorOf(node.parent, text) === "+";
}

const stanzaName = /^<([\w.:-]+)/;

/** Signs of a regular expression: `[^>]*`, `.*`, `.+?`, `(?:`, `\s*`; a literal may hold one for stanzas. */
const expression = /\[\^[^[\]]+\][*+?{]|\.[*+]\??[<)"']|\(\?[:=!<P]|\\[swd][*+?{]/;

/**
 * True for a stanza of a program that is not checked: a sketch, a regular expression, or a stanza whose end is
 * concatenated elsewhere.
 */
export function isSkippedInCode(stanza: string): boolean {
  if (isBare(stanza) || expression.test(stanza)) return true;
  const name = stanzaName.exec(stanza)?.[1];
  const isWhole = stanza.endsWith("/>") || stanza.includes(`</${name}`);
  return !isWhole;
}

/** Hole for an expression of the program. */
export const UNKNOWN = "{…}";

/** An escape in a literal and its value. */
export interface Escape {
  readonly length: number;
  readonly text: string;
}

/**
 * Adds the text of a literal with its escapes resolved.
 * @param special global; finds possible starts of escapes
 * @param escapeAt the escape that begins at the offset, if there is one
 */
export function addEscapes(
  builder: RegionBuilder,
  { start, end }: Span,
  special: RegExp,
  escapeAt: (offset: number) => Escape | undefined,
  encode: Encode,
): void {
  // Searches the literal only: most literals have no escapes, and the file is long.
  const source = builder.host.slice(start, end);
  let from = start;
  for (const { index } of source.matchAll(special)) {
    const at = start + index;
    const found = at < from ? undefined : escapeAt(at);
    if (!found) continue;
    const behind = Math.min(end, at + found.length);
    builder.verbatim(from, at, encode);
    builder.escape(at, behind, found.text, encode);
    from = behind;
  }
  builder.verbatim(from, end, encode);
}
