/** Markup of one record of a log, from its first tag to where all elements are closed, or to the end of the record. */

import type { Direction } from "../../text/directions";
import { expectDefined } from "../../text/invariant";
import { partitionPoint } from "../../text/partitionPoint";
import type { Span } from "../../text/span";
import { endOf } from "../lines";
import { Print } from "./copies";
import type { DirectionPrefix } from "./directions";
import type { ReadLiteral } from "./literal";
import type { ReadLine } from "./readLine";
import { TagScanner } from "./tagScanner";
import { UndoneText } from "./undoneText";

/** Properties of the record that holds the markup. */
export interface ChunkOrigin {
  /** Number of the line in the log, from 0. */
  readonly line: number;
  /** Index, among the lines that are read together, of its first line: that with its direction. */
  readonly firstLine: number;
  /** Text before the markup on the line. */
  readonly lead: string;
  readonly start: number;
  /** True if the line begins as records of a log or lines of a transcript do. */
  readonly isRecord: boolean;
  /** True if a program wrote the record. */
  readonly isLog: boolean;
  /** True if it stands among the words of a record. */
  readonly isInWords: boolean;
  /** True if its direction stands on a line of its own above it, as some programs print re-serialised stanzas. */
  readonly isAnnounced: boolean;
  readonly isOctets: boolean;
  readonly prefix: DirectionPrefix | undefined;
  readonly direction: Direction | undefined;
  readonly signature: string;
}

/** A further piece of the markup, in another record. */
export interface ChunkPiece extends Span {
  /** Index of its line. */
  readonly line: number;
  /** Offset after the line end. */
  readonly lineEnd: number;
  readonly literal: ReadLiteral | undefined;
  /** Text that was lost between the pieces. */
  readonly lost: string;
}

/** A part of the text that was read, with its place. */
interface Part {
  readonly from: number;
  readonly text: string;
  readonly host: Span;
  readonly isVerbatim: boolean;
  readonly line: ReadLine;
  /** Places in it, if it is a literal. */
  readonly undone: UndoneText | undefined;
}

/** Span in the host of the character that was read at the offset. */
function spanIn({ from, host, isVerbatim, undone }: Part, offset: number): Span {
  if (undone) return undone.spanOf(offset - from);
  if (!isVerbatim) return host;
  const start = host.start + offset - from;
  return { start, end: start + 1 };
}

/** Length in UTF-16 code units; shorter records are not cut for their length. */
const LONG = 400;

const ellipsisAtEnd = /(?:\.\.\.|…|\[[\w .…]*\])\s*$/;

/** Start tags of elements with text for people. */
const humanText = /<(body|subject|status|text|reason|nick)(?:\s[^<>]*)?>/g;
const bareSign = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/** A stanza of a chunk. */
class ChunkPrint extends Print {
  #drop: (() => void) | undefined;

  constructor(
    { line, signature, direction }: ChunkOrigin,
    text: string,
    place: number,
    drop: () => void,
  ) {
    super(line, signature, direction, text, place);
    this.#drop = drop;
  }

  override drop(): void {
    this.#drop?.();
  }

  override endPart(): void {
    this.#drop = undefined;
  }
}

function isWhole(content: string): boolean {
  if (!content.includes("<")) return true;
  const scanner = new TagScanner();
  scanner.feed(content);
  return scanner.isBalanced && scanner.mismatches === 0;
}

export class Chunk {
  readonly scanner = new TagScanner();
  readonly #parts: Part[] = [];
  #line: ReadLine | undefined;
  /** Span of the last piece in the host. */
  #last: Span = { start: 0, end: 0 };
  isLiteral = false;
  /** True if other lines begin as its record does. */
  isRepeated = false;

  constructor(readonly origin: ChunkOrigin) {}

  get direction(): Direction | undefined {
    return this.origin.direction;
  }

  get isWhole(): boolean {
    return this.scanner.isBalanced;
  }

  get isInStanza(): boolean {
    return this.scanner.isInStanza;
  }

  /** True if the last piece is so long that it may have been cut for its length. */
  get isLong(): boolean {
    return this.#last.end - this.#last.start >= LONG;
  }

  /** The closing sign for the character right before the markup; empty if there is none. */
  get closing(): string {
    const last = this.origin.lead.at(-1) ?? "";
    return last === "(" ? ")" : last === "'" || last === '"' ? last : "";
  }

  addPlain(text: string, line: ReadLine, start: number, end: number): void {
    this.#line = line;
    this.#last = { start, end: endOf(text, { start, end }) };
    this.#feed(line, { start, end }, text.slice(start, end), true);
  }

  addLiteral(text: string, line: ReadLine, start: number, literal: ReadLiteral): void {
    this.#line = line;
    this.isLiteral = true;
    this.#last = { start, end: literal.end };
    line.addLiteral(start, literal);
    const undone = new UndoneText(text, start, literal);
    this.#feed(line, { start, end: literal.end }, undone.text, false, undone);
  }

  /** Joins a piece of another record to the line in which the markup began. */
  addPiece(text: string, { start, end, lineEnd, literal, lost }: ChunkPiece): void {
    const line = expectDefined(this.#line, "markup that goes on has begun in a line");
    const before = this.#last.end;
    const isClosed = !this.isLiteral && this.closing !== "" && text[before - 1] === this.closing;
    line.replace(isClosed ? before - 1 : before, start, lost);
    if (lost !== "") this.#feed(line, { start, end: start }, lost, false);
    if (literal) {
      this.addLiteral(text, line, start, literal);
    } else {
      this.addPlain(text, line, start, end);
    }
    line.dropFrom(end, endOf(text, { start: end, end: lineEnd }));
    line.end = lineEnd;
  }

  #feed(line: ReadLine, host: Span, text: string, isVerbatim: boolean, undone?: UndoneText): void {
    this.#parts.push({ from: this.scanner.length, text, host, isVerbatim, line, undone });
    this.scanner.feed(text);
  }

  /**
   * Ends the elements that are open where no record continues them.
   * @param isCutOff true if the log ends within its last line
   */
  end(isCutOff = false): void {
    const { scanner, origin } = this;
    if (origin.isAnnounced && origin.isLog) this.#escapeTexts();
    if (scanner.isBalanced || !(origin.isRecord || this.isRepeated || isCutOff)) return;
    const isLog = origin.isLog || this.isRepeated || isCutOff;
    const isDropped = scanner.isInStanza
      ? origin.isInWords && origin.isLog
      : isLog && scanner.stanzas.length === 0;
    if (isDropped) {
      for (const { line, host } of this.#parts) line.dropFrom(host.start, host.end);
      return;
    }
    const text = this.#parts.map((part) => part.text).join("");
    if (isLog && scanner.isInMarkup && !text.includes(">", scanner.tagStart)) {
      // A tag that was not printed to its end is left out, with its stanza if it is the stanza's own.
      this.#drop(scanner.tagStart, scanner.length);
      if (scanner.hasOpenStanza) this.#line?.cut(this.#placeOf(scanner.tagStart), true);
      return;
    }
    const isElided = isLog && (isCutOff || this.isLong || ellipsisAtEnd.test(text));
    this.#line?.cut(this.#last.end, isElided);
  }

  /** Index of the part that was read at the offset; -1 before the first. */
  #partAt(offset: number): number {
    return partitionPoint(this.#parts, ({ from }) => from <= offset) - 1;
  }

  /** Place in the host of the character that was read at the offset. */
  #placeOf(offset: number): number {
    const part = this.#parts[this.#partAt(offset)];
    return part ? spanIn(part, offset).start : this.#last.end;
  }

  /** The whole stanzas of a log. */
  *prints(): Generator<Print, void> {
    const { origin, scanner } = this;
    if (!origin.isLog || scanner.stanzas.length === 0) return;
    const text = this.#parts.map((part) => part.text).join("");
    for (const { start, end } of scanner.stanzas) {
      yield new ChunkPrint(origin, text.slice(start, end), this.#placeOf(start), () =>
        this.#drop(start, end),
      );
    }
  }

  /** Escapes texts for people if the program re-serialised the stanza without escaping them. */
  #escapeTexts(): void {
    const text = this.#parts.map((part) => part.text).join("");
    const neverClosed = new Set<string>();
    let behind = 0;
    for (const { 0: tag, 1: name = "", index } of text.matchAll(humanText)) {
      if (index < behind || neverClosed.has(name) || tag.endsWith("/>")) continue;
      const start = index + tag.length;
      const end = text.indexOf(`</${name}>`, start);
      if (end < 0) neverClosed.add(name);
      const content = end < 0 ? "" : text.slice(start, end);
      behind = Math.max(end, start);
      if (!bareSign.test(content) && isWhole(content)) continue;
      for (const { index: at, 0: sign } of content.matchAll(/[&<]/g)) {
        this.#replace(start + at, sign === "&" ? "&amp;" : "&lt;");
      }
    }
  }

  /** Replaces the character that was read at the offset, unless it is an escape. */
  #replace(offset: number, meant: string): void {
    const part = this.#parts[this.#partAt(offset)];
    if (!part || !(part.isVerbatim || part.undone)) return;
    const { start, end } = spanIn(part, offset);
    if (end === start + 1) part.line.replace(start, end, meant);
  }

  /** Leaves out the text that was read between the offsets. */
  #drop(start: number, end: number): void {
    for (let index = Math.max(0, this.#partAt(start)); index < this.#parts.length; index++) {
      const part = this.#parts[index]!;
      const behind = part.from + part.text.length;
      if (part.from >= end) return;
      if (behind <= start) continue;
      const first = spanIn(part, Math.max(start, part.from));
      const last = spanIn(part, Math.min(end, behind) - 1);
      part.line.dropFrom(first.start, last.end);
    }
  }
}
