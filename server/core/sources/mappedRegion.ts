/** A region that is put together from pieces of its host, and the map between both. */

import type { DirectionRange } from "../text/directions";
import { partitionPoint } from "../text/partitionPoint";
import type { Span } from "../text/span";

/** Replaces a span of a text. */
export interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

/** Writes a piece of a region's text as the host has it there; undefined where it cannot. */
export type Encode = (text: string) => string | undefined;

export interface Region {
  readonly text: string;
  /** From the first to the last character of the host that is part of it. */
  readonly host: Span;
  /** Who sends what, in order; none where the host does not say. Offsets are the region's. */
  readonly directions: readonly DirectionRange[];
  /** Where the span of the region stands; wider than it where an escape is cut. */
  toHost(span: Span): Span;
  /** The offset in the region of what stands at the offset of the host, if it is part of it. */
  fromHost(offset: number): number | undefined;
  /**
   * The edit as edits of the host, in order and without overlaps, none if nothing changes.
   * Undefined where it cannot be written: it touches what only the host knows, such as the value
   * of a placeholder.
   */
  write(edit: Replacement): Replacement[] | undefined;
}

/**
 * `verbatim`: as it stands in the host, character by character. `escape`: written otherwise there;
 * it goes as a whole or not at all. `hole`: what stands there is not known, or not to be changed.
 */
export type SegmentKind = "verbatim" | "escape" | "hole";

export interface Segment extends Span {
  readonly kind: SegmentKind;
  readonly host: Span;
  /** Undefined where nothing can be inserted. */
  readonly encode: Encode | undefined;
}

/** Where a line of the host begins, and the part of it that is in the region. */
export interface LineStart {
  readonly start: number;
  readonly host: number;
  readonly marks: string;
}

const commentLine = /^[ \t]*<!--(?:(?!-->)[^\n])*-->\r?\n$/;

export class MappedRegion implements Region {
  constructor(
    readonly text: string,
    readonly segments: readonly Segment[],
    readonly directions: readonly DirectionRange[],
    readonly lines: readonly LineStart[],
  ) {}

  get host(): Span {
    return { start: this.segments[0]?.host.start ?? 0, end: this.segments.at(-1)?.host.end ?? 0 };
  }

  toHost({ start, end }: Span): Span {
    const last = this.segments[this.#indexAt(end - 1)];
    const hostEnd =
      last === undefined ? 0 : last.kind === "verbatim" ? place(last, end) : last.host.end;
    if (start >= end) {
      const at = this.#pointAt(start);
      return { start: at, end: at };
    }
    const first = this.segments[this.#indexAt(start)];
    const hostStart = first === undefined ? 0 : place(first, start);
    return { start: Math.min(hostStart, hostEnd), end: hostEnd };
  }

  fromHost(offset: number): number | undefined {
    const { segments } = this;
    let found: number | undefined;
    for (let i = this.#lastFrom(offset); i >= 0; i--) {
      const { host, kind, start, end } = segments[i]!;
      if (host.end < offset) break;
      if (kind === "verbatim") return start + offset - host.start;
      found = offset < host.end ? start : end;
    }
    return found;
  }

  write({ span, newText }: Replacement): Replacement[] | undefined {
    const { start, end } = span;
    if (start === end) return newText === "" ? [] : this.#insert(start, newText);
    const edits: Replacement[] = [];
    let text: string | undefined = newText;
    for (let i = this.#indexAt(start); i < this.segments.length; i++) {
      const segment = this.segments[i]!;
      if (segment.start >= end) break;
      const isWhole = start <= segment.start && segment.end <= end;
      if (segment.kind === "hole" || (segment.kind === "escape" && !isWhole)) return undefined;
      const from = start <= segment.start ? segment.host.start : place(segment, start);
      const to = segment.end <= end ? segment.host.end : place(segment, end);
      let written = "";
      if (text && segment.encode) {
        const encoded = segment.encode(text);
        if (encoded === undefined) return undefined;
        written = encoded;
        text = undefined;
      }
      const last = edits.at(-1);
      if (last?.span.end === from) {
        edits[edits.length - 1] = {
          span: { start: last.span.start, end: to },
          newText: last.newText + written,
        };
      } else {
        edits.push({ span: { start: from, end: to }, newText: written });
      }
    }
    // Nothing that goes can say how the text is to be written.
    if (text) return undefined;
    return edits.filter((edit) => edit.newText !== "" || edit.span.start < edit.span.end);
  }

  #insert(at: number, newText: string): Replacement[] | undefined {
    const line = commentLine.test(newText)
      ? this.lines[partitionPoint(this.lines, ({ start }) => start <= at) - 1]
      : undefined;
    if (line?.start === at) {
      const span = { start: line.host, end: line.host };
      return [{ span, newText: newText.replaceAll("\n", `\n${line.marks}`) }];
    }
    const index = this.#indexAt(at);
    const right = this.segments[index];
    const left = right && right.start < at ? right : this.segments[index - 1];
    if (right && right.start < at && at < right.end && right.kind !== "verbatim") return undefined;
    const [segment, offset] = left?.encode
      ? [left, place(left, at)]
      : right?.encode && right.start === at
        ? [right, right.host.start]
        : [undefined, 0];
    const encoded = segment?.encode?.(newText);
    if (encoded === undefined) return undefined;
    return [{ span: { start: offset, end: offset }, newText: encoded }];
  }

  /** Where an empty span stands: with what follows it, as long as that is as it seems. */
  #pointAt(offset: number): number {
    const index = this.#indexAt(offset);
    const segment = this.segments[index];
    if (!segment) return 0;
    if (segment.kind === "verbatim" || segment.start < offset) return place(segment, offset);
    const left = this.segments[index - 1];
    return left?.kind === "verbatim" ? left.host.end : segment.host.start;
  }

  /** Index of the segment that holds the character at the offset; at the end, of the last. */
  #indexAt(offset: number): number {
    return Math.max(0, this.#count(({ start }) => start <= offset) - 1);
  }

  /** Index of the last segment that begins in the host at or before the offset. */
  #lastFrom(offset: number): number {
    return this.#count(({ host }) => host.start <= offset) - 1;
  }

  /** How many segments there are until the condition ends to hold. */
  #count(holds: (segment: Segment) => boolean): number {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.segments[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The place in the host of an offset within the segment, ends included. */
export function place({ kind, start, end, host }: Segment, offset: number): number {
  if (kind === "verbatim") return Math.min(host.start + Math.max(0, offset - start), host.end);
  return offset >= end ? host.end : host.start;
}
