/** Markdown: code blocks that are XML, or of no language and hold stanzas or a transcript. */

import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/markdown";
import { holdsFence, holdsStanzas, innerFences, readMark } from "./codeBlocks";
import { HostComments, xmlComment } from "./comments";
import type { HostLine } from "./lines";
import { cutOf } from "./markdownCuts";
import { mayHoldEscapedStanzas, mayHoldStanzas } from "./plain";
import { addRecords } from "./records";
import { type Region, RegionBuilder } from "./region";
import { isRestructuredText, readRestructuredText } from "./rst";
import { isBare } from "./schematic";
import type { SourceAdapter } from "./source";
import { type ReadWindows, type WindowOptions, WindowParts, windowsOf } from "./windows";

const markdown: SourceAdapter = {
  name: "markdown",
  isSkipped: isBare,
  read(text, options) {
    if (!mayHoldStanzas(text) && !mayHoldEscapedStanzas(text)) return [];
    if (isRestructuredText(options)) return readRestructuredText(text);
    return readMarkdown(text).regions;
  },
  readRegions: (options) =>
    isRestructuredText(options) ? undefined : new WindowParts(readMarkdown),
};

export default markdown;

/** The regions of a document, or of a part of one. */
export function readMarkdown(text: string, options: WindowOptions = {}): ReadWindows {
  const regions: Region[] = [];
  const comments = new HostComments(text);
  const addRegion = (lines: readonly HostLine[]) => {
    const builder = new RegionBuilder(text);
    comments.writeTo(builder);
    addRecords(builder, lines, marksOf(text, lines));
    regions.push(builder.build());
  };
  const addFences = (lines: Iterable<HostLine>, until?: number) => {
    let end = 0;
    for (const inner of innerFences(text, lines, until)) {
      if (holdsStanzas(codeOf(text, inner.lines), inner.mark)) {
        addRegion(withoutLastLineEnd(text, inner.lines));
      }
      ({ end } = inner);
    }
    return end;
  };
  /** End of the last fence that was read without the parser. */
  let behind = 0;
  let last = { end: 0, lead: options.lead ?? "" };
  for (const window of windowsOf(text, { parse, cutOf }, options)) {
    const { tree, start, end } = window;
    last = window;
    tree.iterate({
      from: start,
      to: end,
      enter(at) {
        const { name, from, to } = at;
        if (from >= end) return false;
        if (name === "Document" || from < start) return to > start;
        if (from < behind) return false;
        if (name === "CommentBlock") {
          const open = text.indexOf(xmlComment.open, from);
          const close = text.lastIndexOf(xmlComment.close, to) + xmlComment.close.length;
          if (open >= from && close <= to && close > open) comments.add(open, close, xmlComment);
        }
        // Indented text right below the first line of an admonition is a paragraph for the parser.
        if (name === "Paragraph" && holdsFence(text.slice(from, to))) {
          behind = addFences(linesFrom(text, from), to);
          return false;
        }
        if (name !== "FencedCode" && name !== "CodeBlock") return true;
        const { node } = at;
        const info = node.getChild("CodeInfo");
        const mark = readMark(info ? text.slice(info.from, info.to) : "");
        const lines = codeLines(text, node);
        const code = codeOf(text, lines);
        if (name === "CodeBlock" && holdsFence(code)) addFences(lines);
        else if (holdsStanzas(code, mark)) addRegion(withoutLastLineEnd(text, lines));
        return false;
      },
    });
  }
  const isComplete = behind <= last.end && !comments.areWaiting;
  return { regions, end: last.end, lead: last.lead, isComplete };
}

/** Parser of blocks only: inline code is not read. */
const blocks = parser.configure({
  remove: [
    ...["Escape", "Entity", "InlineCode", "HTMLTag", "Emphasis", "HardBreak", "Link", "Image"],
    "Autolink",
  ],
});

const leads = /^[-+*>\d.)\t ]{128,}/gm;

/** Number of lists in each other on one line, from which on the parser takes time that grows with its cube. */
const MAX_LISTS = 64;

/** The tree of a text, in which such lists are words. */
function parse(part: string): Tree {
  const text = part.replace(leads, (lead) =>
    lead.trim().split(/[\t ]+/).length < MAX_LISTS ? lead : "x".repeat(lead.length),
  );
  return blocks.parse(text);
}

/** The lines of a block without the marks of the enclosing quotation or list. */
function codeLines(host: string, block: SyntaxNode): HostLine[] {
  const lines: HostLine[] = [];
  for (const { from, to } of block.getChildren("CodeText")) {
    for (let at = from; at < to; ) {
      const feed = host.indexOf("\n", at);
      const next = feed < 0 || feed >= to ? to : feed + 1;
      // A line in the middle of a part has no prefix.
      const lead = at === from ? host.lastIndexOf("\n", at - 1) + 1 : at;
      lines.push({ lead, start: at, end: next });
      at = next;
    }
  }
  return lines;
}

function codeOf(host: string, lines: readonly HostLine[]): string {
  return lines.map(({ start, end }) => host.slice(start, end)).join("");
}

/** The lines without the line end before the closing fence, which is not part of the code. */
function withoutLastLineEnd(host: string, lines: readonly HostLine[]): readonly HostLine[] {
  const last = lines.at(-1);
  if (!last) return lines;
  const lineEnd = /\r?\n?$/.exec(host.slice(last.start, last.end))?.[0].length ?? 0;
  const end = last.end - lineEnd;
  return end > last.start ? lines.with(-1, { ...last, end }) : lines.slice(0, -1);
}

/** The lines from that of the offset on, lazily. */
function* linesFrom(host: string, offset: number): Generator<HostLine> {
  for (let at = host.lastIndexOf("\n", offset - 1) + 1; at < host.length; ) {
    const feed = host.indexOf("\n", at);
    const end = feed < 0 ? host.length : feed + 1;
    yield { lead: at, start: at, end };
    at = end;
  }
}

/** Marks before a line of the block: those of quotations, and white space for those of lists. */
function marksOf(host: string, lines: readonly HostLine[]): string {
  const marked = lines.slice(1).find(({ lead, start }) => start > lead) ?? lines[0];
  return marked ? host.slice(marked.lead, marked.start).replace(/[^>\s]/g, " ") : "";
}
