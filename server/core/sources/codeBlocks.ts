/** Selects the code blocks of documents that hold stanzas, by their language mark and by their content. */

import { beginsWithStanza, mayHoldEscapedStanzas, mayHoldStanzas } from "./plain";
import { skipProlog } from "./prolog";
import { looksLikeTranscript } from "./records/recognition";

/** Language of a block by its mark: XML, text of any kind, or another language. */
export type BlockMark = "xml" | "text" | "other";

// `xml`, `{.xml}`, `{#id .xml}`, `{code-block} xml`, `language-xml`, `application/xml`, `{lang=xml}`
const before = String.raw`^\s*(?:\{(?:code-block|code|sourcecode)\}\s*|\{\s*(?:#[\w-]+\s+)?)?(?:lang(?:uage)?\s*[=:]\s*["']?)?\.?(?:lang(?:uage)?-|(?:text|application)/(?:[a-z]+\+)?)?`;
const xmlMark = new RegExp(String.raw`${before}(?:xml|xmpp|xmpp-stanza|stanza)(?![\w-])`, "i");
const textMark = new RegExp(
  String.raw`${before}(?:text|txt|plain|plaintext|log|logs|none|no-?highlight|console|output|trace|debug|transcript)(?![\w-])`,
  "i",
);

export function readMark(info: string): BlockMark {
  if (info.trim() === "") return "text";
  return xmlMark.test(info) ? "xml" : textMark.test(info) ? "text" : "other";
}

const atLineStart = /^(?:message|presence|iq)[\s/>]/;

/** Length of the part of a block whose lines are looked at, in UTF-16 code units. */
const MAX_LENGTH = 50_000;

/**
 * True if the block holds stanzas: anywhere in a block of XML; in text if it begins with markup, has a stanza at the
 * start of a line, or looks like a transcript.
 */
export function holdsStanzas(code: string, mark: BlockMark): boolean {
  if (mark === "other") return false;
  if (!mayHoldStanzas(code)) return mark === "text" && mayHoldEscapedStanzas(code);
  if (mark === "xml" || beginsWithStanza(code)) return true;
  if (/^<[A-Za-z?!]/.test(code.slice(skipProlog(code)).slice(0, 2))) return true;
  const head = code.slice(0, MAX_LENGTH);
  const hasOwnLine = head.split(/\n[ \t]*</).some((part, i) => i > 0 && atLineStart.test(part));
  return hasOwnLine || looksLikeTranscript(head);
}

/** A fence within an indented block of another kind, such as an admonition. */
const fence = /^([ \t]*)(`{3,}|~{3,})/;

/** A line of a block, which begins at `start`. */
interface BlockLine {
  readonly lead: number;
  readonly start: number;
  readonly end: number;
}

/** A fence among the lines of another block. */
export interface InnerFence {
  readonly mark: BlockMark;
  /** Without the indentation of the fence. */
  readonly lines: readonly BlockLine[];
  /** Offset of the block's end, with its closing fence. */
  readonly end: number;
}

/**
 * The fences among the lines, whatever their indentation. A fence that is never closed ends with the last line that is
 * indented like it.
 * @param until fences that begin at this offset or after it are ignored
 */
export function* innerFences(
  text: string,
  lines: Iterable<BlockLine>,
  until = Number.POSITIVE_INFINITY,
): Generator<InnerFence> {
  let open: { indentation: string; marks: string; mark: BlockMark; lines: BlockLine[] } | undefined;
  let end = 0;
  for (const line of lines) {
    const content = text.slice(line.start, line.end).trimEnd();
    if (!open) {
      if (line.start >= until) return;
      const [whole = "", indentation = "", marks = ""] = fence.exec(content) ?? [];
      const info = content.slice(whole.length);
      if (marks !== "" && !info.includes("`"))
        open = { indentation, marks, mark: readMark(info), lines: [] };
      continue;
    }
    const isIndented = content.startsWith(open.indentation) || content.trim() === "";
    const isClosing =
      isIndented &&
      content.trim().startsWith(open.marks) &&
      content.trim().replaceAll(open.marks[0]!, "") === "";
    if (!isIndented || isClosing) {
      yield { mark: open.mark, lines: open.lines, end: isClosing ? line.end : end };
      open = undefined;
      continue;
    }
    const indentation = Math.min(open.indentation.length, line.end - line.start);
    const start = content === "" ? line.start : line.start + indentation;
    open.lines.push({ lead: line.lead, start, end: line.end });
    ({ end } = line);
  }
  if (open) yield { mark: open.mark, lines: open.lines, end };
}

/** True if one of the lines is a fence. */
export function holdsFence(code: string): boolean {
  return /^[ \t]*(?:`{3,}|~{3,})/m.test(code);
}
