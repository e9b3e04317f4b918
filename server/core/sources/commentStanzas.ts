/** Whole stanzas among the words of a program's comments. */

import { endOf, linesOf } from "./lines";
import type { AddPiece, LiteralRegions } from "./literals";
import type { Encode } from "./region";
import { type WordLine, wholeBlocks } from "./wholeBlocks";

const patterns = new Map<string, RegExp>();

/** Finds what stands before the text of a comment on its line. */
function markOf(open: string): RegExp {
  const known = patterns.get(open);
  if (known) return known;
  const quoted = open.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const last = quoted.at(-2) === "\\" ? quoted.slice(-2) : quoted.slice(-1);
  const made = new RegExp(`[ \\t]*${quoted}${last}*[!*]?[ \\t]?`, "y");
  patterns.set(open, made);
  return made;
}

/**
 * Takes the blocks of the comment at the offset, and of those on the lines below it, that are whole stanzas.
 * @param mark what begins a comment that ends with its line
 * @returns the offset of the comments' end
 */
export function takeLineComments(found: LiteralRegions, from: number, mark: string): number {
  const { text } = found;
  const pattern = markOf(mark);
  const lines: WordLine[] = [];
  let lead = "";
  let at = from;
  while (at < text.length) {
    pattern.lastIndex = at;
    if (!pattern.test(text)) break;
    const start = pattern.lastIndex;
    // Below a comment after a statement there may be comments of their own.
    if (lines.length > 0) lead = text.slice(at, start);
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push({ start, end: endOf(text, { start, end }) });
    at = end;
  }
  if (lead === "")
    lead = `${indentationAt(text, from)}${text.slice(from, lines[0]?.start ?? from)}`;
  takeBlocks(found, lines, (added) => added.replaceAll("\n", `\n${lead}`));
  return Math.max(at, from);
}

/** Takes the blocks of a comment over lines, between its delimiters, that are whole stanzas. */
export function takeBlockComment(
  found: LiteralRegions,
  from: number,
  to: number,
  close: string,
): void {
  const { text } = found;
  const lines: WordLine[] = [];
  const mark = /[ \t]*(?:\*(?!\/)[ \t]?)?/y;
  let lead = indentationAt(text, from);
  for (const line of linesOf(text, from, to)) {
    mark.lastIndex = line.start;
    mark.test(text);
    const end = endOf(text, line);
    const content = Math.min(mark.lastIndex, end);
    const before = text.slice(line.start, content);
    if (lines.length > 0 && content < end) lead = before;
    // The indentation without a star is a part of the text.
    lines.push({ start: before.includes("*") ? content : line.start, end });
  }
  takeBlocks(found, lines, (added) =>
    added.includes(close) ? undefined : added.replaceAll("\n", `\n${lead}`),
  );
}

function indentationAt(text: string, offset: number): string {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? "";
}

function takeBlocks(found: LiteralRegions, lines: readonly WordLine[], encode: Encode): void {
  for (const { first, last } of wholeBlocks(found.text, lines)) {
    const add: AddPiece = (builder) => {
      for (let i = first; i <= last; i++) {
        const { start, end } = lines[i]!;
        builder.verbatim(start, end, encode);
        if (i < last) builder.escape(end, lines[i + 1]!.start, "\n", encode);
      }
    };
    found.take({ pieces: [add], isXml: true });
  }
}
