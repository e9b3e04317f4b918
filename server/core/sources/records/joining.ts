/** Joins the pieces of one stanza in several records: finds where a log continues the markup left open by a record. */

import { endOf, type HostLine } from "../lines";
import type { Chunk, ChunkPiece } from "./chunk";
import { senderAlone, senderBefore } from "./directions";
import type { LineView } from "./lineView";
import { readLiteral, readOctets } from "./literal";

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
  const [word] = /\b\w+:\s*$/.exec(lead) ?? [];
  const shorter =
    word !== undefined && senderBefore(lead) && !/\d$/.test(lead.slice(0, -word.length))
      ? patternOf(lead.slice(0, -word.length))
      : undefined;
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
      return pieceAt(reader, chunk, { line: at, start, end, lost: "" });
    }
    const [shortLead] = shorter?.exec(content) ?? [];
    if (shortLead && shortLead.length > 8 && !senderBefore(content.slice(0, 120))) {
      const start = line.start + shortLead.length;
      return pieceAt(reader, chunk, { line: at, start, end, lost: " " });
    }
    if (/<\/?[A-Za-z]/.test(content)) return undefined;
  }
  return undefined;
}

function pieceAt(
  { text, lines }: LogText,
  chunk: Chunk,
  found: Omit<ChunkPiece, "literal" | "lineEnd">,
): ChunkPiece | undefined {
  const { start, lost } = found;
  let { line, end } = found;
  const { isOctets } = chunk.origin;
  const literal = isOctets
    ? readOctets(text, start)
    : chunk.isLiteral
      ? readLiteral(text, start - 3, start, end)
      : undefined;
  if (literal) end = literal.end;
  else if (chunk.closing !== "" && text[end - 1] === chunk.closing) end--;
  const content = literal ? undoneText(text, start, literal) : text.slice(start, end);
  if (begins.test(content)) return undefined;
  // A whole tag may be the next stanza rather than a child.
  if (!chunk.scanner.isInMarkup && !chunk.isLong && /^\s*<[^/]/.test(content)) return undefined;
  if (!isAccepted(chunk, lost + content)) return undefined;
  while (line + 1 < lines.length && lines[line + 1]!.start <= end) line++;
  return { line, start, end, lineEnd: lines[line]!.end, literal, lost };
}

function undoneText(
  text: string,
  start: number,
  { undone, end }: NonNullable<ChunkPiece["literal"]>,
): string {
  let meant = "";
  let at = start;
  for (const one of undone) {
    meant += text.slice(at, one.start) + one.text;
    at = one.end;
  }
  return meant + text.slice(at, end);
}

/** Maximum number of cached patterns: records of a log begin in a few ways. */
const MAX_PATTERNS = 500;
const patterns = new Map<string, RegExp>();

/** Pattern of leads that are equal but for their numbers. */
function patternOf(lead: string): RegExp {
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
}
