/** Places where the text of a program can be cut: before the last statement that has begun. */

import type { SyntaxNode, Tree } from "@lezer/common";
import type { Cut, Grammar } from "./windows";

/** Length of the end of a text in which a mistake may be one of the cut, in UTF-16 code units: half a comment. */
const UNSURE = 50_000;

/** Length of a text in which a statement has to end; a longer one is cut in itself, between elements. */
const MAX_STATEMENT = 8_000_000;

/** Nodes that are read as a whole. */
const whole =
  /^(?:.*String|TaggedTemplateExpression|BinaryExpression|CallExpression|.*Comment|Interpolation)$/;

/** @param parse reads a text to its end, whatever is wrong in it */
export function codeGrammar(parse: (text: string) => Tree): Grammar {
  return { parse, cutOf };
}

function cutOf(tree: Tree, text: string, from: number): Cut | undefined {
  const mistake = firstMistake(tree, text.length - UNSURE);
  let last = tree.topNode.lastChild;
  while (last && (last.from > mistake || isAfterComment(last))) last = last.prevSibling;
  if (last && last.from > from) return { end: last.from, lead: "" };
  if (text.length < MAX_STATEMENT) return undefined;
  for (let node = tree.topNode.lastChild; node && !whole.test(node.name); ) {
    node = node.lastChild;
    while (node?.type.isError) node = node.prevSibling;
    if (node && node.from > text.length / 2) return { end: node.from, lead: "" };
  }
  return undefined;
}

/** True for a comment below another, which may belong together. */
function isAfterComment({ name, prevSibling }: SyntaxNode): boolean {
  return name.endsWith("Comment") && prevSibling?.name === name;
}

/** Offset of the first mistake after the offset. */
function firstMistake(tree: Tree, from: number): number {
  let first = Number.POSITIVE_INFINITY;
  tree.iterate({
    from: Math.max(0, from),
    enter({ type, from: at }) {
      if (type.isError && at >= from) first = Math.min(first, at);
    },
  });
  return first;
}
