/** Texts in which each line may have something before it that is no part of it. */

import type { Direction } from "../text/directions";
import type { Encode, RegionBuilder } from "./region";

/** A line of the host without what stands before it: from there to the start of the next line. */
export interface HostLine {
  /** Where what stands before it begins. */
  readonly lead: number;
  readonly start: number;
  /** Behind its line end, if it has one. */
  readonly end: number;
}

/** The lines of a span of the text, each with its end; nothing stands before them. */
export function linesOf(text: string, start: number, end: number): HostLine[] {
  const lines: HostLine[] = [];
  for (let at = start; at < end; ) {
    const feed = text.indexOf("\n", at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    lines.push({ lead: at, start: at, end: next });
    at = next;
  }
  return lines;
}

/**
 * Adds the lines to the region; a line feed goes with what stands before the next line.
 * @param prefixOf what has to stand before a line that is added behind the one of that index
 * @param passages how stanzas that begin in the lines pass
 */
export function addLines(
  builder: RegionBuilder,
  lines: readonly HostLine[],
  prefixOf: (index: number) => string,
  passages: readonly (Direction | undefined)[],
): void {
  const { host } = builder;
  const encoders = new Map<string, Encode>();
  for (const [index, { start, end }] of lines.entries()) {
    const prefix = prefixOf(index);
    const encode = encoders.get(prefix) ?? ((text) => text.replaceAll("\n", `\n${prefix}`));
    encoders.set(prefix, encode);
    builder.turn(passages[index]);
    const next = lines[index + 1];
    if (next && next.start > end && host[end - 1] === "\n") {
      builder.verbatim(start, end - 1, encode);
      builder.escape(end - 1, next.start, "\n", encode);
    } else {
      builder.verbatim(start, end, encode);
    }
  }
}
