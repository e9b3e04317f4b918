/**
 * Python: string literals of all kinds that begin with a stanza, also when they are adjacent or
 * concatenated with `+`, f-strings, and literals that `%` and `format` fill in; whole stanzas among the words of
 * docstrings and comments.
 */

import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { codeGrammar } from "./codeCuts";
import { takeLineComments } from "./commentStanzas";
import { hashComment } from "./comments";
import { endOf, linesOf } from "./lines";
import {
  type AddPiece,
  type CommentPlace,
  commentAbove,
  isSkippedInCode,
  isStanzaText,
  LiteralRegions,
  operatorOf,
  readOperands,
  startsConcatenation,
  UNKNOWN,
} from "./literals";
import { mayHoldStanzas } from "./plain";
import { addLiteral, addText, type Filling, readLiteral } from "./pythonLiterals";
import { RegionBuilder } from "./region";
import type { SourceAdapter } from "./source";
import { wholeBlocks } from "./wholeBlocks";
import { type ReadWindows, type WindowOptions, WindowParts, windowsOf } from "./windows";

const adapterOf = (readsComments: boolean): SourceAdapter => ({
  name: "python",
  isInCode: true,
  isSkipped: isSkippedInCode,
  read: (text) => (mayHoldStanzas(text) ? readPython(text, {}, readsComments).regions : []),
  readRegions: () => new WindowParts((text, options) => readPython(text, options, readsComments)),
});

const python: SourceAdapter = { ...adapterOf(true), withoutComments: adapterOf(false) };

export default python;

const grammar = codeGrammar((part) => parser.parse(part));

/** The regions of a program, or of a part of one. */
export function readPython(
  text: string,
  options: WindowOptions = {},
  readsComments = true,
): ReadWindows {
  const found = new LiteralRegions(text);
  /** Offset up to which comments were read. */
  let behind = 0;
  /** End of the last literal over lines, within which no comment can stand. */
  let last = 0;
  let read = 0;
  for (const { tree, start, end } of windowsOf(text, grammar, options)) {
    read = end;
    tree.iterate({
      from: start,
      to: end,
      enter(at) {
        const { name, from, to } = at;
        if (from >= end) return false;
        if (name === "Comment") {
          found.comments.add(from, to, hashComment);
          if (readsComments && from >= behind) behind = takeLineComments(found, from, "#");
        }
        // Nodes are created on access, and most are of no interest.
        if (!textNodes.has(name)) return true;
        const pieces = readPieces(at.node, text);
        const place = commentAbove(text, from, last, "#");
        if (literals.has(name) && text.slice(from, to).includes("\n")) last = to;
        const isWords = readsComments && isDocstring(at.node);
        if (isWords && takeDocstring(found, at.node, place)) return false;
        return !(pieces && found.take({ pieces, isXml: false, place }));
      },
    });
  }
  const isComplete = behind <= read && !found.comments.areWaiting;
  return { regions: found.regions, end: read, lead: "", isComplete };
}

const literals: ReadonlySet<string> = new Set(["String", "FormatString"]);

const textNodes: ReadonlySet<string> = new Set([
  ...literals,
  "ContinuedString",
  "BinaryExpression",
  "CallExpression",
]);

/** True for a literal that is a statement by itself. */
function isDocstring({ name, parent }: SyntaxNode): boolean {
  return name === "String" && parent?.name === "ExpressionStatement";
}

/** Takes the blocks of a docstring with words that are whole stanzas; false if there are none. */
function takeDocstring(found: LiteralRegions, node: SyntaxNode, place: CommentPlace): boolean {
  const { text } = found;
  const { start, end, sort, encode } = readLiteral(text, node, "none");
  const lines = linesOf(text, start, end).map((line) => ({ ...line, end: endOf(text, line) }));
  if (/^\s*</.test(text.slice(start, end))) return false;
  let isTaken = false;
  for (const { first, last } of wholeBlocks(text, lines)) {
    const from = lines[first]!.start;
    const to = lines[last]!.end;
    const add: AddPiece = (builder) => addText(builder, from, to, sort, encode);
    isTaken = found.take({ pieces: [add], isXml: true, place }) || isTaken;
  }
  return isTaken;
}

/** A literal, or several adjacent literals, with the values that fill them in. */
interface Filled {
  readonly node: SyntaxNode;
  readonly filling: Filling;
}

function readPieces(node: SyntaxNode, text: string): readonly AddPiece[] | undefined {
  if (startsConcatenation(node, text)) return undefined;
  const operands = readOperands(node, text);
  const first = operands.findIndex((operand) => isStart(operand, text));
  if (first < 0) return undefined;
  return operands.slice(first).map((operand) => pieceOf(operand, text));
}

function isLiteral({ name }: SyntaxNode): boolean {
  return literals.has(name) || name === "ContinuedString";
}

function readFilled(node: SyntaxNode, text: string): Filled | undefined {
  if (isLiteral(node)) return { node, filling: "none" };
  if (operatorOf(node, text) === "%") {
    const { firstChild } = node;
    return firstChild && isLiteral(firstChild)
      ? { node: firstChild, filling: "percent" }
      : undefined;
  }
  if (node.name !== "CallExpression" || node.firstChild?.name !== "MemberExpression") {
    return undefined;
  }
  const { firstChild, lastChild } = node.firstChild;
  const method = lastChild && text.slice(lastChild.from, lastChild.to);
  const isFormat = method === "format" || method === "format_map";
  return isFormat && firstChild && isLiteral(firstChild)
    ? { node: firstChild, filling: "format" }
    : undefined;
}

function isStart(operand: SyntaxNode, text: string): boolean {
  if (!readFilled(operand, text)) return false;
  const builder = new RegionBuilder(text);
  pieceOf(operand, text)(builder);
  return isStanzaText(builder.text);
}

function pieceOf(operand: SyntaxNode, text: string): AddPiece {
  const filled = readFilled(operand, text);
  return (builder) => {
    if (!filled) {
      builder.hole(operand.from, operand.to, UNKNOWN);
    } else if (filled.node.name === "ContinuedString") {
      for (let one = filled.node.firstChild; one; one = one.nextSibling) {
        if (isLiteral(one)) addLiteral(builder, one, filled.filling);
      }
    } else {
      addLiteral(builder, filled.node, filled.filling);
    }
  };
}
