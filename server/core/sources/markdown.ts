/** Markdown: blocks of code that are XML, or of no language, and begin with a stanza. */

import { parser } from "@lezer/markdown";
import { HostComments, xmlComment } from "./comments";
import type { HostLine } from "./lines";
import { beginsWithStanza, mayHoldStanzas } from "./plain";
import { addRecords } from "./records";
import { type Region, RegionBuilder } from "./region";
import { isRestructuredText, readRestructuredText } from "./rst";
import { isSchematic } from "./schematic";
import type { SourceAdapter } from "./source";

/** The first word behind the fence; Pandoc has it in braces. */
const language = /^\{?\s*\.?(?:xml|xmpp|xmpp-stanza|stanza)(?![\w-])/i;

const markdown: SourceAdapter = {
  name: "markdown",
  isSkipped: isSchematic,
  read(text, options) {
    if (!mayHoldStanzas(text)) return [];
    if (isRestructuredText(options)) return readRestructuredText(text);
    const regions: Region[] = [];
    const comments = new HostComments(text);
    blocks.parse(text).iterate({
      enter(at) {
        const { name, from, to } = at;
        if (name === "CommentBlock") {
          const start = text.indexOf(xmlComment.open, from);
          const end = text.lastIndexOf(xmlComment.close, to) + xmlComment.close.length;
          if (start >= from && end <= to && end > start) comments.add(start, end, xmlComment);
        }
        if (name !== "FencedCode" && name !== "CodeBlock") return true;
        const { node } = at;
        const info = node.getChild("CodeInfo");
        if (info && !language.test(text.slice(info.from, info.to))) return false;
        const parts = node.getChildren("CodeText");
        const code = parts.map((part) => text.slice(part.from, part.to)).join("");
        if (beginsWithStanza(code)) {
          const builder = new RegionBuilder(text);
          comments.writeTo(builder);
          addCode(builder, parts);
          regions.push(builder.build());
        }
        return false;
      },
    });
    return regions;
  },
};

export default markdown;

/** Blocks alone: what stands in a line is no code. */
const blocks = parser.configure({
  remove: [
    ...["Escape", "Entity", "InlineCode", "HTMLTag", "Emphasis", "HardBreak", "Link", "Image"],
    "Autolink",
  ],
});

/** The lines of a block without the marks of the quotation or list that it stands in. */
function addCode(builder: RegionBuilder, parts: readonly { from: number; to: number }[]): void {
  const { host } = builder;
  const lines: HostLine[] = [];
  for (const [index, { from, to }] of parts.entries()) {
    // The line end before the closing fence is not the code's.
    const isLast = index === parts.length - 1;
    const end = isLast ? to - (/\r?\n?$/.exec(host.slice(from, to))?.[0].length ?? 0) : to;
    for (let at = from; at < end; ) {
      const feed = host.indexOf("\n", at);
      const next = feed < 0 || feed >= end ? end : feed + 1;
      // A line in the middle of a part has nothing before it.
      const lead = at === from ? host.lastIndexOf("\n", at - 1) + 1 : at;
      lines.push({ lead, start: at, end: next });
      at = next;
    }
  }
  addRecords(builder, lines, marksOf(host, lines));
}

/** What stands before a line of the block: quotation marks, and white space for those of lists. */
function marksOf(host: string, lines: readonly HostLine[]): string {
  const marked = lines.slice(1).find(({ lead, start }) => start > lead) ?? lines[0];
  return marked ? host.slice(marked.lead, marked.start).replace(/[^>\s]/g, " ") : "";
}
