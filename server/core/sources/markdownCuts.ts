/** Places where a Markdown document can be cut: before the last block, or item, that has begun. */

import type { SyntaxNode, Tree } from "@lezer/common";
import type { Cut } from "./windows";

/** Maximum number of lists and quotations around a place. */
const MAX_DEPTH = 16;

const marks: ReadonlySet<string> = new Set(["QuoteMark", "ListMark"]);
const containers: ReadonlySet<string> = new Set([
  "Blockquote",
  "BulletList",
  "OrderedList",
  "ListItem",
]);

/**
 * The start of the line with the last block: all blocks before it are closed. In a list or a quotation that is
 * longer than the text, the last block in it.
 * @param from offset after which the place has to be
 */
export function cutOf(tree: Tree, text: string, from: number): Cut | undefined {
  let lead = "";
  let node: SyntaxNode | null = tree.topNode;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    node = node.lastChild;
    while (node && marks.has(node.name)) node = node.prevSibling;
    if (!node) return undefined;
    const start = lineStart(text, node.from);
    if (start > from) return { end: start, lead };
    if (!containers.has(node.name)) return undefined;
    if (node.name !== "ListItem") continue;
    const item = itemLike(node, text);
    if (item === undefined) return undefined;
    lead += item;
  }
  return undefined;
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

/** An item with the same indentation, and an empty line of the same quotations: what follows it is in the item. */
function itemLike(item: SyntaxNode, text: string): string | undefined {
  const start = lineStart(text, item.from);
  const mark = item.getChild("ListMark");
  if (!mark) return undefined;
  const feed = text.indexOf("\n", mark.to);
  const content = mark.nextSibling;
  const isOnLine = content !== null && (feed < 0 || content.from < feed);
  const indentation = isOnLine ? content.from - mark.to : 1;
  // Code that is indented further is the content of an item that ends one column behind its mark.
  const before = text.slice(start, mark.to) + " ".repeat(indentation > 4 ? 1 : indentation);
  if (before.includes("\t")) return undefined;
  return `${before}x\n${before.replace(/[^>]/g, " ").trimEnd()}\n`;
}
