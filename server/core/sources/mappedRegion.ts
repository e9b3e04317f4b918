/** A region that is composed of pieces of its host, and the mapping between both. */

import type { DirectionRange } from "../text/directions";
import { partitionPoint } from "../text/partitionPoint";
import type { Span } from "../text/span";
import { skipProlog } from "./prolog";

/** Replaces a span of a text. */
export interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

/** Encodes a piece of a region's text for the host; undefined if the host cannot express it. */
export type Encode = (text: string) => string | undefined;

/** A stanza that the host has once more, which is not in the region. */
export interface Repeat {
  /** Offset of its start tag in the host. */
  readonly at: number;
  /** Offset of the start tag of the stanza that is in the region. */
  readonly of: number;
}

export interface Region {
  readonly text: string;
  /** From the first to the last character of the host that is part of the region. */
  readonly host: Span;
  /** Directions of the stanzas, in order; none if the host does not state them. Offsets are the region's. */
  readonly directions: readonly DirectionRange[];
  /** Stanzas of the host that are left out because they are there once more. */
  readonly repeats?: readonly Repeat[];
  /** Maps a span of the region to the host; the result is wider where the span cuts an escape. */
  toHost(span: Span): Span;
  /** Maps an offset of the host to the region; undefined for text that is not part of it. */
  fromHost(offset: number): number | undefined;
  /**
   * Maps an edit to edits of the host, in order and without overlaps, none if nothing changes.
   * Undefined if the host cannot express it: it touches text that only the host knows, such as the value
   * of a placeholder.
   */
  write(edit: Replacement): Replacement[] | undefined;
}

/**
 * `verbatim`: the same text as in the host, character by character. `escape`: encoded differently in the host;
 * replaced as a whole or not at all. `hole`: text of the host that is unknown, or must not be changed.
 */
export type SegmentKind = "verbatim" | "escape" | "hole";

export interface Segment extends Span {
  readonly kind: SegmentKind;
  readonly host: Span;
  /** Undefined where insertions are impossible. */
  readonly encode: Encode | undefined;
}

/** Form of the host's comments; the end is that of the line if there is no other. */
export interface Delimiters {
  readonly open: string;
  readonly close: string;
}

/** Place of a comment of the host that is about the whole region. */
interface CommentLine extends Delimiters {
  /** Offset in the host of the line above which it stands. */
  readonly host: number;
  /** Text that the line of the comment needs at its start. */
  readonly marks: string;
}

/**
 * Where comments that silence findings stand, in a host whose stanzas are values of a program: as comments of the host.
 * Without a line there is no place for any.
 */
export interface CommentPlace {
  readonly line?: CommentLine;
}

/** Start of a line of the host, and the part of it that is in the region. */
export interface LineStart {
  readonly start: number;
  readonly host: number;
  readonly marks: string;
}

const commentLine = /^[ \t]*<!--(?:(?!-->)[^\n])*-->\r?\n$/;
const directive = /^\s*<!--(\s*xmpp-stanza-(?:(?!-->)[^\n])*)-->\s*$/;

export class MappedRegion implements Region {
  constructor(
    readonly text: string,
    readonly segments: readonly Segment[],
    readonly directions: readonly DirectionRange[],
    readonly lines: readonly LineStart[],
    readonly repeats: readonly Repeat[] = [],
    readonly comments?: CommentPlace,
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
    // The replaced text has no encoder for the new text.
    if (text) return undefined;
    return edits.filter((edit) => edit.newText !== "" || edit.span.start < edit.span.end);
  }

  #insert(at: number, newText: string): Replacement[] | undefined {
    if (this.comments) {
      const [, content] = directive.exec(newText) ?? [];
      if (content !== undefined) return this.#insertComment(at, content, this.comments);
    }
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

  /** Writes a comment of the host before the region. */
  #insertComment(at: number, content: string, { line }: CommentPlace): Replacement[] | undefined {
    if (!line || skipProlog(this.text.slice(0, at)) < at) return undefined;
    const { host, marks, open, close } = line;
    const written = close === "" ? content.trimEnd() : content;
    return [{ span: { start: host, end: host }, newText: `${marks}${open}${written}${close}\n` }];
  }

  /** Place of an empty span: that of the following text, as long as that is verbatim. */
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

  /** Number of segments before the first that fails the predicate. */
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

/** Maps an offset within the segment, ends included, to the host. */
export function place({ kind, start, end, host }: Segment, offset: number): number {
  if (kind === "verbatim") return Math.min(host.start + Math.max(0, offset - start), host.end);
  return offset >= end ? host.end : host.start;
}
