/** Texts before stanzas that show where records begin in a log of an unknown program: they stand in many lines. */

import { endOf, type HostLine } from "../lines";
import type { Chunk, ChunkPiece } from "./chunk";
import { patternOf } from "./joining";
import type { LineView } from "./lineView";

interface LogText {
  readonly text: string;
  readonly lines: readonly HostLine[];
}

/** Maximum number of lines of a stanza that each begin as a record does. */
const MAX_LINES = 50;

const stanza = /^<(?:\w+:)?(?:message|presence|iq|stream:stream)[\s/>]/;

/** True for a text before a stanza that may be the beginning of a record. */
export function isLead(lead: string): boolean {
  return lead.trim() !== "" && !/<[\w/!?]*[A-Za-z]/.test(lead);
}

/** Maximum number of remembered texts: records of a log begin in a few ways. */
const MAX_LEADS = 1000;

/** The texts before the stanzas so far, normalized. */
export class BegunLeads {
  readonly #leads = new Set<string>();

  /**
   * @param signature of the text
   * @returns true if an earlier stanza stands after the same text
   */
  add(lead: string, signature: string): boolean {
    if (!isLead(lead)) return false;
    if (this.#leads.has(signature)) return true;
    if (this.#leads.size < MAX_LEADS) this.#leads.add(signature);
    return false;
  }
}

/**
 * True if the line begins another record than the open stanza: it has a stanza after the same text, or, where a start tag
 * alone is open, a stanza after any text, or the same text and no markup.
 */
export function beginsOther(text: string, chunk: Chunk, { line, end, markup }: LineView): boolean {
  const { lead } = chunk.origin;
  if (!isLead(lead) || !chunk.isInStanza || chunk.isLiteral) return false;
  const isHead = chunk.scanner.depth === 1;
  if (markup < 0) return isHead && patternOf(lead).test(text.slice(line.start, end));
  const own = text.slice(line.start, markup);
  if (!stanza.test(text.slice(markup, markup + 20))) return false;
  return isHead ? isLead(own) : patternOf(lead).exec(own)?.[0] === own;
}

/** The piece of the open stanza in a line, if that and lines after it begin as its record does and close the stanza. */
export function pieceInLine(
  { text, lines }: LogText,
  chunk: Chunk,
  index: number,
): ChunkPiece | undefined {
  const { lead, prefix } = chunk.origin;
  if (prefix || !isLead(lead) || !chunk.isInStanza || chunk.isLiteral) return undefined;
  const pattern = patternOf(lead);
  const trial = chunk.scanner.copy();
  let first: ChunkPiece | undefined;
  const until = Math.min(lines.length, index + MAX_LINES);
  for (let at = index; at < until; at++) {
    const line = lines[at]!;
    const end = endOf(text, line);
    const [own = ""] = pattern.exec(text.slice(line.start, end)) ?? [];
    const start = line.start + own.length;
    const content = text.slice(start, end);
    if (own === "" || stanza.test(content)) return undefined;
    first ??= { line: at, start, end, lineEnd: line.end, literal: undefined, lost: "\n" };
    trial.feed(`\n${content}`);
    if (trial.mismatches > chunk.scanner.mismatches) return undefined;
    if (trial.isBalanced) return first;
  }
  return undefined;
}
