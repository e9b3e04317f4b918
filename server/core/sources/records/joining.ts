/** Joins the pieces of one stanza in several records: finds where a log continues the markup left open by a record. */

import { endOf, type HostLine } from "../lines";
import { memoOfAlike } from "./alikeTexts";
import type { Chunk, ChunkPiece } from "./chunk";
import { senderAlone, senderBefore } from "./directions";
import { lineStartOf } from "./lineStart";
import type { LineView } from "./lineView";
import { readLiteral, readOctets } from "./literal";
import { UndoneText } from "./undoneText";

interface LogText {
  readonly text: string;
  readonly lines: readonly HostLine[];
}

/** Maximum number of lines between two pieces. */
const MAX_BETWEEN = 12;

/** Maximum depth of open elements: the test whether a piece fits takes time proportional to it. */
const MAX_DEPTH = 200;

/** The start of a stanza or a stream, with which no continuation begins. */
const begins = /^\s*<(?:\?xml|(?:\w+:)?stream[\s>]|(?:\w+:)?(?:message|presence|iq)[\s/>])/;

/**
 * Finds the continuation of open markup: in the `line` itself, after its direction, in a piece of another record, or
 * nowhere.
 * @param index of the line that begins a record
 */
export function findContinuation(
  reader: LogText,
  chunk: Chunk,
  index: number,
  view: LineView,
): "line" | ChunkPiece | undefined {
  const { prefix } = chunk.origin;
  if (prefix && !chunk.isLiteral) {
    if (view.prefix?.word === prefix.word && goesOnInLine(reader, chunk, view)) {
      return "line";
    }
  }
  return chunk.origin.isLog ? findPiece(reader, chunk, index) : undefined;
}

function goesOnInLine({ text }: LogText, chunk: Chunk, view: LineView): boolean {
  const content = text.slice(view.content, view.line.end);
  if (begins.test(content)) return false;
  return isAccepted(chunk, content);
}

function isAccepted(chunk: Chunk, piece: string): boolean {
  if (chunk.scanner.depth > MAX_DEPTH) return false;
  const trial = chunk.scanner.copy();
  trial.feed(piece);
  return trial.mismatches === chunk.scanner.mismatches;
}

function findPiece(reader: LogText, chunk: Chunk, index: number): ChunkPiece | undefined {
  const { text, lines } = reader;
  const { lead, direction } = chunk.origin;
  const pattern = patternOf(lead);
  const shorter = shorterPatterns(lead);
  const until = Math.min(lines.length, index + MAX_BETWEEN);
  for (let at = index; at < until; at++) {
    const line = lines[at]!;
    const end = endOf(text, line);
    const content = text.slice(line.start, end);
    const sender = senderAlone(content);
    if (sender && sender !== direction?.sender) return undefined;
    const match = pattern.exec(content);
    if (match && match[0].length > 0) {
      const start = line.start + match[0].length;
      if (/^[-=*_\s]*$/.test(text.slice(start, end)) || sender) continue;
      if (isDirected(text.slice(start, end))) return undefined;
      return pieceAt(reader, chunk, { line: at, start, end, lost: "", hasOwnLead: false });
    }
    const shortLead = shorter.map((one) => one.exec(content)?.[0]).find((one) => one !== undefined);
    if (shortLead !== undefined && !senderBefore(content.slice(0, MAX_LEAD))) {
      const start = line.start + shortLead.length;
      // Lines of a logger were lines of the stanza; a line of IRC is cut at a blank.
      const lost = lineStartOf(content)?.isSure ? "\n" : " ";
      return pieceAt(reader, chunk, { line: at, start, end, lost, hasOwnLead: true });
    }
    if (/<\/?[A-Za-z]/.test(content)) return undefined;
  }
  return undefined;
}

/** True for text with a direction before its first markup: it is a record of its own. */
function isDirected(content: string): boolean {
  const markup = content.search(/<[A-Za-z?!]/);
  return markup > 0 && senderBefore(content.slice(0, markup)) !== undefined;
}

/** Length of a line's beginning in which a direction is searched, in UTF-16 code units. */
const MAX_LEAD = 120;

/** Minimum length of the beginning that a continuation shares with its record, in UTF-16 code units. */
const MIN_SHORT_LEAD = 8;

/** Patterns of the parts of a lead that end before its direction, the longest first: further lines may begin so. */
const shorterPatterns = memoOfAlike((lead: string): RegExp[] => {
  if (!senderBefore(lead)) return [];
  const ends = [...lead.matchAll(/[:|\])][ \t]+(?=\S)/g)].map(
    ({ index, 0: sign }) => index + sign.length,
  );
  const [last] = /\b\w+:\s*$/.exec(lead) ?? [];
  if (last !== undefined) ends.push(lead.length - last.length);
  return ends
    .filter((end) => end >= MIN_SHORT_LEAD && !senderBefore(lead.slice(0, end)))
    .filter((end) => !/\d$/.test(lead.slice(0, end)))
    .sort((a, b) => b - a)
    .map((end) => patternOf(lead.slice(0, end)));
});

function pieceAt(
  { text, lines }: LogText,
  chunk: Chunk,
  found: Omit<ChunkPiece, "literal" | "lineEnd"> & { readonly hasOwnLead: boolean },
): ChunkPiece | undefined {
  const { start, lost, hasOwnLead } = found;
  let { line, end } = found;
  const { isOctets } = chunk.origin;
  const literal = isOctets
    ? readOctets(text, start)
    : chunk.isLiteral
      ? readLiteral(text, start - 3, start, end)
      : undefined;
  if (literal) end = literal.end;
  else if (chunk.closing !== "" && text[end - 1] === chunk.closing) end--;
  const content = literal ? new UndoneText(text, start, literal).text : text.slice(start, end);
  if (begins.test(content)) return undefined;
  // A whole tag may be the next stanza rather than a child, and words after a start tag alone are other records.
  const isIndented = hasOwnLead && /^[ \t]+</.test(content);
  if (!chunk.scanner.isInMarkup && !chunk.isLong && !isIndented) {
    if (/^\s*<[^/]/.test(content)) return undefined;
    if (hasOwnLead && chunk.scanner.depth < 2 && !/^\s*<\//.test(content)) return undefined;
  }
  if (!isAccepted(chunk, lost + content)) return undefined;
  while (line + 1 < lines.length && lines[line + 1]!.start <= end) line++;
  return { line, start, end, lineEnd: lines[line]!.end, literal, lost };
}

/** Maximum number of cached patterns: records of a log begin in a few ways. */
const MAX_PATTERNS = 500;
const patterns = new Map<string, RegExp>();

/** Pattern of leads that are equal but for their numbers. */
export const patternOf = memoOfAlike((lead: string): RegExp => {
  const alike = lead.replace(/\d+/g, "0");
  const known = patterns.get(alike);
  if (known) return known;
  const escaped = alike
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("0", "\\d+")
    .replace(/['"]$/, "['\"]");
  const pattern = new RegExp(`^${escaped}`);
  if (patterns.size >= MAX_PATTERNS) patterns.clear();
  patterns.set(alike, pattern);
  return pattern;
});
