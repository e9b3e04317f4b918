/**
 * Reads the records of a log or a transcript: removes the prefixes of stanzas, decodes literals, joins the pieces of
 * one stanza, and leaves out copies. See docs/decisions/sources.md.
 */

import type { Direction } from "../../text/directions";
import { endOf, type HostLine } from "../lines";
import type { Repeat } from "../mappedRegion";
import { Chunk, type ChunkPiece } from "./chunk";
import { blankColorsOf, dropColors } from "./colors";
import type { Print } from "./copies";
import { senderAlone, senderOf, streamOf } from "./directions";
import { isInnerText } from "./innerText";
import { findContinuation } from "./joining";
import {
  isArrow,
  isBetween,
  isComment,
  isCommentOrEmpty,
  isJsonMember,
  isPrintedObject,
} from "./kindsOfLines";
import { LinePrint, plainStanzaIn } from "./linePrint";
import { lineStartOf, signatureOf } from "./lineStart";
import { type LineView, LineViews } from "./lineView";
import { readLiteral, readOctets } from "./literal";
import { LogMemory } from "./logMemory";
import { ReadLine } from "./readLine";
import { continuesTurn, isPlainLead, RecordDirections } from "./recordDirections";
import { beginsOther, pieceInLine } from "./repeatedLeads";
import { hasBothDirections } from "./survey";

/** Reads lines, and cuts off text that is no part of stanzas. */
export class RecordReader {
  readonly read: ReadLine[] = [];
  /** Prints that are left out as copies. */
  readonly repeats: Repeat[] = [];
  /** The text with color codes blanked out, at the same offsets. */
  readonly text: string;
  readonly views: LineViews;
  #chunk: Chunk | undefined;
  readonly #directions: RecordDirections;
  #direction: Direction | undefined;
  #signature = "";

  /** @param memory what was seen of the log in earlier parts */
  constructor(
    readonly host: string,
    readonly lines: readonly HostLine[],
    readonly memory = new LogMemory(),
  ) {
    this.text = blankColorsOf(host, lines);
    this.views = new LineViews(this.text, lines);
    this.#directions = new RecordDirections(this.text, this.memory);
  }

  /** All lines, after reading. */
  readAll(): readonly ReadLine[] {
    this.#readLines();
    this.#endChunk(this.memory.isDirected && !this.text.endsWith("\n"));
    return this.read;
  }

  /**
   * The lines of a part of the log, up to a record that the next part may continue, and the offset of that record.
   */
  readPart(): { readonly read: readonly ReadLine[]; readonly end: number } {
    this.#readLines();
    const { lines, memory } = this;
    let open = this.#chunk?.origin.firstLine ?? this.#directions.announced?.line ?? lines.length;
    // A comment belongs to the record after it.
    while (open > 0 && isCommentOrEmpty(this.text, lines[open - 1]!)) open--;
    const end = lines[open]?.start ?? lines.at(-1)?.end ?? 0;
    this.read.splice(this.read.findLastIndex((line) => line.lineStart < end) + 1);
    memory.endPart(open);
    return { read: this.read, end };
  }

  #readLines(): void {
    this.memory.isDirected ||= hasBothDirections(this.text, this.lines);
    for (let i = 0; i < this.lines.length; ) i = this.#readLine(i);
  }

  /** @returns the index of the next line */
  #readLine(index: number): number {
    if (this.#readKnown(index)) return index + 1;
    const view = this.views.at(index);
    const chunk = this.#chunk;
    if (!chunk) return this.#begin(index, view);
    const piece = pieceInLine(this, chunk, index);
    if (piece) return this.#addPiece(chunk, piece);
    if (beginsOther(this.text, chunk, view)) {
      chunk.isRepeated = true;
    } else if (!this.memory.startsRecord(this.text, view)) {
      if (
        chunk.isLiteral ||
        (!chunk.isInStanza && this.views.beginsAnew(view, this.memory.isDirected))
      ) {
        this.#endChunk();
        return this.#begin(index, view);
      }
      return this.#addLine(chunk, index, view, view.content);
    }
    const found = findContinuation(this, chunk, index, view);
    if (found === "line") return this.#addLine(chunk, index, view, view.content);
    if (found) return this.#addPiece(chunk, found);
    if (isInnerText(this, chunk, index, view)) {
      return this.#addLine(chunk, index, view, view.line.start);
    }
    this.#endChunk();
    return this.#begin(index, view);
  }

  /** Reads a line that begins as an earlier record and holds one whole stanza; false for any other line. */
  #readKnown(index: number): boolean {
    if (this.#chunk || this.#directions.announced || this.text !== this.host) return false;
    const { text } = this;
    const line = this.lines[index]!;
    const markup = text.indexOf("<", line.start);
    if (markup < 0 || markup >= line.end) return false;
    const known = this.memory.knownLeads.find(text, line.start, markup);
    if (!known) return false;
    const stanza = plainStanzaIn(text, markup, endOf(text, line));
    if (stanza === undefined) return false;
    this.#direction = known.direction;
    const start = line.start + known.prefixLength;
    const read = new ReadLine(line, start, known.direction, known.hasPrefix);
    this.read.push(read);
    const print = new LinePrint(this.memory.line + index, known, stanza, read, markup);
    this.#addPrint(print);
    return true;
  }

  /** Remembers the text before a stanza if other records that begin so are sure to be read alike. */
  #learnLead(view: LineView, lead: string, signature: string, start: number): void {
    const { line, prefix } = view;
    if (!this.memory.isDirected || this.text !== this.host) return;
    if (!isPlainLead(lead) || /\d/.test(prefix?.word ?? "")) return;
    if (this.memory.knownLeads.find(this.text, line.start, line.start + lead.length)) return;
    this.memory.knownLeads.add({
      lead,
      direction: this.#direction,
      signature,
      prefixLength: start - line.start,
      hasPrefix: prefix !== undefined && start === view.content,
    });
  }

  /** Adds the piece to the open markup. @returns the index of the next line */
  #addPiece(chunk: Chunk, piece: ChunkPiece): number {
    chunk.addPiece(this.text, piece);
    this.#closeIfWhole();
    return piece.line + 1;
  }

  /** Adds the line from the offset on to the open markup. @returns the index of the next line */
  #addLine(chunk: Chunk, index: number, view: LineView, from: number): number {
    chunk.addPlain(this.text, this.#add(view, from, chunk.direction), from, view.line.end);
    this.#closeIfWhole();
    return index + 1;
  }

  /** Reads a line while no element is open. */
  #begin(index: number, view: LineView): number {
    const { text } = this;
    const { line, end, markup, prefix } = view;
    const content = text.slice(line.start, end);
    const start = lineStartOf(content);
    if (start?.isSure) this.memory.kinds.add(start.kind);
    if (markup < 0) {
      this.#beginPlain(index, view, content);
      return index + 1;
    }
    if (isComment(content)) {
      const sender = this.memory.isDirected ? senderAlone(content) : undefined;
      if (sender) this.#directions.announce(index, sender, "", content);
      // Any other comment between a direction and its stanza is ignored.
      else this.#directions.passLine();
      this.#add(view, view.content, this.#direction);
      return index + 1;
    }
    const lead = text.slice(line.start, markup);
    if (start) this.memory.kinds.add(start.kind);
    const announced = this.#directions.takeAnnounced(index, text.slice(view.content, markup));
    const { direction, isDirected } = this.#directions.directionOf(
      view,
      lead,
      announced,
      this.#direction,
    );
    this.#direction = direction;
    const hasWords = /\w/.test(lead);
    const own = signatureOf(lead);
    if (isDirected && hasWords) this.memory.addLead(own);
    const isLog =
      isDirected ||
      start?.isSure === true ||
      (this.memory.isDirected && (start !== undefined || this.#signature !== ""));
    if (isLog && isPrintedObject(text.slice(markup + 1, Math.min(end, markup + 300)))) {
      this.#add(view, view.content, undefined).dropFrom(markup, end);
      return index + 1;
    }
    const isRecord = start !== undefined || isLog || prefix !== undefined;
    const signature = hasWords ? own : (announced?.signature ?? this.#signature);
    const read = view.isOctets
      ? readOctets(text, markup)
      : readLiteral(text, line.start, markup, end);
    const isAlone = read !== undefined || (isLog && prefix === undefined);
    const from = isAlone ? markup : view.content;
    const added = this.#add(view, from, direction);
    if (isLog && !announced && !read) this.#learnLead(view, lead, signature, from);
    const chunk = new Chunk({
      line: this.memory.line + index,
      firstLine: announced?.line ?? index,
      lead,
      start: markup,
      isRecord,
      isLog,
      isAnnounced: announced !== undefined,
      isInWords: !direction && /\w,? $/.test(lead),
      isOctets: view.isOctets,
      prefix,
      direction,
      signature,
    });
    chunk.isRepeated = !prefix && this.memory.begun.add(lead, own);
    this.#chunk = chunk;
    if (!read) {
      chunk.addPlain(text, added, markup, line.end);
      added.replaceExpandedNames(text, markup, end);
      this.#closeIfWhole();
      return index + 1;
    }
    chunk.addLiteral(text, added, markup, read);
    let next = index + 1;
    for (; next < this.lines.length && this.lines[next]!.start <= read.end; next++) {
      added.end = this.lines[next]!.end;
    }
    added.dropFrom(read.end, endOf(text, added));
    this.#closeIfWhole();
    return next;
  }

  #beginPlain(index: number, view: LineView, content: string): void {
    const { prefix } = view;
    // An arrow at the start of the line may be an ornament: `<--- sent --->`.
    const own = prefix && senderOf(prefix.word);
    const mayBeAlone = this.memory.isDirected && (!prefix || isArrow(own));
    const sender = mayBeAlone ? senderAlone(content) : undefined;
    if (sender) {
      this.#directions.announce(index, sender, streamOf(content), content);
      this.memory.addKind(content);
    } else if (own && view.content >= view.end) {
      this.#directions.announce(index, own, streamOf(content), content);
    } else if (isJsonMember(content)) {
      this.#directions.passLine();
    } else if (!isBetween(content)) {
      this.#directions.forget();
      this.#signature = content.endsWith(":") ? signatureOf(content) : "";
    }
    this.#direction = prefix
      ? this.memory.directions.of(streamOf(prefix.text), own)
      : continuesTurn(content)
        ? this.#direction
        : undefined;
    this.#add(view, view.content, this.#direction);
  }

  #add(
    { line, prefix, content }: LineView,
    start: number,
    direction: Direction | undefined,
  ): ReadLine {
    const hasPrefix = prefix !== undefined && start === content;
    const read = new ReadLine(line, start, direction, hasPrefix);
    if (this.text !== this.host) dropColors(read, this.host, start, line.end);
    this.read.push(read);
    return read;
  }

  /** Leaves the print out if it is a copy, or an earlier print of which this is the original. */
  #addPrint(print: Print): void {
    const found = this.memory.copies.add(print);
    if (!found) return;
    found.copy.drop();
    this.repeats.push({ at: found.copy.place, of: found.original.place });
  }

  #closeIfWhole(): void {
    if (this.#chunk?.isWhole) this.#endChunk();
  }

  #endChunk(isCutOff = false): void {
    const chunk = this.#chunk;
    if (!chunk) return;
    this.#chunk = undefined;
    chunk.end(isCutOff);
    for (const print of chunk.prints()) this.#addPrint(print);
  }
}
