/** reStructuredText: indented bodies of code blocks and of literal blocks that hold stanzas. */

import { holdsStanzas, readMark } from "./codeBlocks";
import { HostComments } from "./comments";
import { linesOf } from "./lines";
import { type Encode, type Region, RegionBuilder } from "./region";
import type { SourceOptions } from "./source";

/** True for a document with that language id, or with that extension of its path. */
export function isRestructuredText({ path, languageId }: SourceOptions): boolean {
  return languageId === "restructuredtext" || (path !== undefined && /\.(?:rst|rest)$/i.test(path));
}

const directive = /^\s*\.\.\s+(?:code-block|sourcecode|code)::(.*)$/;
const otherDirective = /^\s*\.\.(?:\s|$)/;
const literal = /::\s*$/;
const option = /^\s*:[\w-]+:/;
const comment = /^(\s*\.\.\s+)xmpp-stanza-/;

/** The regions of a reStructuredText document. Never throws. */
export function readRestructuredText(text: string): Region[] {
  const regions: Region[] = [];
  const comments = new HostComments(text);
  const lines = linesOf(text, 0, text.length);
  const lineAt = (index: number) => text.slice(lines[index]!.start, lines[index]!.end).trimEnd();
  for (let i = 0; i < lines.length; i++) {
    const line = lineAt(i);
    const meant = comment.exec(line);
    if (meant) {
      const start = lines[i]!.start + meant[0].indexOf("..");
      comments.add(start, lines[i]!.start + line.length, { open: "..", close: "" });
    }
    const info = directive.exec(line)?.[1];
    const isDirective = info !== undefined;
    if (!isDirective && (otherDirective.test(line) || !literal.test(line))) continue;
    let first = i + 1;
    if (isDirective) while (first < lines.length && option.test(lineAt(first))) first++;
    while (first < lines.length && lineAt(first) === "") first++;
    const indentation = indentationOf(line);
    let behind = first;
    let last = first;
    for (; behind < lines.length; behind++) {
      const inner = lineAt(behind);
      if (inner === "") continue;
      if (indentationOf(inner) <= indentation) break;
      last = behind + 1;
    }
    if (last === first) continue;
    const { start } = lines[first]!;
    const end = lines[last - 1]!.start + lineAt(last - 1).length;
    i = last - 1;
    if (!holdsStanzas(text.slice(start, end), readMark(info ?? ""))) continue;
    const builder = new RegionBuilder(text);
    comments.writeTo(builder);
    regions.push(builder.verbatim(start, end, deeperThan(indentation)).build());
  }
  return regions;
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Encoder that refuses lines without deeper indentation, which would end the block. */
function deeperThan(indentation: number): Encode {
  return (text) => {
    const indentations = [...text.matchAll(/\n([ \t]*)(?=\S)/g)].map(([, own = ""]) => own.length);
    return indentations.every((one) => one > indentation) ? text : undefined;
  };
}
