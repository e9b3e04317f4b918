/** The text of a log or a transcript as a region. */

import { type HostLine, linesOf } from "../lines";
import { type Encode, RegionBuilder } from "../region";
import type { SourcePart } from "../source";
import { LogMemory } from "./logMemory";
import type { ReadLine } from "./readLine";
import { RecordReader } from "./recordReader";

/**
 * Adds the lines to the region without the prefixes of stanzas; a line feed is removed with the prefix of the next
 * line.
 * @param marks text that every added line of the host needs at its start
 */
export function addRecords(builder: RegionBuilder, lines: readonly HostLine[], marks = ""): void {
  const reader = new RecordReader(builder.host, lines);
  addLines(builder, reader.readAll(), marks);
  builder.repeat(reader.repeats);
}

/** Reads a log part by part. */
export class RecordParts {
  readonly #memory = new LogMemory();

  /**
   * The region of the next part, if it has any text.
   * @param text from the offset up to which the previous part was read
   * @param isOpen true if the text ends within the log: an open record is left to the next part
   */
  read(text: string, isOpen: boolean): SourcePart {
    const reader = new RecordReader(text, linesOf(text, 0, text.length), this.#memory);
    const { read, end } = isOpen ? reader.readPart() : { read: reader.readAll(), end: text.length };
    const builder = new RegionBuilder(text.slice(0, end));
    addLinesToRead(builder, read);
    return { regions: builder.isEmpty ? [] : [builder.build()], end };
  }
}

/** Adds the lines to a region of which nothing is written back. */
function addLinesToRead(builder: RegionBuilder, read: readonly ReadLine[]): void {
  for (const line of read) {
    builder.turn(line.direction);
    line.writeTo(builder, line.end, asItIs);
  }
}

const asItIs: Encode = (text) => text;

function addLines(builder: RegionBuilder, read: readonly ReadLine[], marks: string): void {
  const { host } = builder;
  const encoders = new Map<string, Encode>();
  for (const [index, line] of read.entries()) {
    const prefix = marks + addedPrefix(host, read, index);
    const encode = encoders.get(prefix) ?? ((text) => text.replaceAll("\n", `\n${prefix}`));
    encoders.set(prefix, encode);
    builder.turn(line.direction);
    if (line.start > line.lineStart) builder.line(line.lineStart, marks);
    const next = read[index + 1];
    if (next && next.start > line.end && host[line.end - 1] === "\n") {
      line.writeTo(builder, line.end - 1, encode);
      builder.escape(line.end - 1, next.start, "\n", encode);
    } else {
      line.writeTo(builder, line.end, encode);
    }
  }
}

/**
 * Prefix of an inserted line, besides the marks of its block: the line belongs to the stanza of the previous
 * line, and gets a direction if every line has one, judged by the next line, or at the end by the previous one.
 */
function addedPrefix(host: string, lines: readonly ReadLine[], index: number): string {
  const ownOf = (line: ReadLine | undefined) =>
    line?.hasPrefix ? host.slice(line.lineStart, line.start) : "";
  const line = lines[index]!;
  const neighbour = lines[index + 1] ?? lines[index - 1];
  return ownOf(neighbour) === "" ? "" : ownOf(line);
}
