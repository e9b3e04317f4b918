/**
 * A region: the text of one scope of stanzas as it is meant, and where each part of it stands in the
 * document that holds it. Offsets count UTF-16 code units, in the region or in the host.
 */

import type { Direction, DirectionRange } from "../text/directions";
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

/** A text that can be put together when somebody asks for it. */
interface Text {
  readonly length: number;
  toString(): string;
}

/** The region of a plain file: the text itself, as it is at any time. */
export class WholeText implements Region {
  readonly directions: readonly DirectionRange[] = [];
  readonly #text: Text;

  constructor(text: Text) {
    this.#text = text;
  }

  get text(): string {
    return this.#text.toString();
  }

  get host(): Span {
    return { start: 0, end: this.#text.length };
  }

  toHost(span: Span): Span {
    return span;
  }

  fromHost(offset: number): number {
    return offset;
  }

  write(edit: Replacement): Replacement[] {
    return [edit];
  }
}

/**
 * `verbatim`: as it stands in the host, character by character. `escape`: written otherwise there;
 * it goes as a whole or not at all. `hole`: what stands there is not known, or not to be changed.
 */
type SegmentKind = "verbatim" | "escape" | "hole";

interface Segment extends Span {
  readonly kind: SegmentKind;
  readonly host: Span;
  /** Undefined where nothing can be inserted. */
  readonly encode: Encode | undefined;
}

/** Puts a region together from the pieces of the host, in the order in which they stand there. */
export class RegionBuilder {
  readonly #segments: Segment[] = [];
  readonly #directions: DirectionRange[] = [];
  #text = "";

  constructor(readonly host: string) {}

  get isEmpty(): boolean {
    return this.#text === "";
  }

  get text(): string {
    return this.#text;
  }

  /** What stands in the host from `start` to `end`, as it is. */
  verbatim(start: number, end: number, encode: Encode): this {
    const last = this.#segments.at(-1);
    const text = this.host.slice(start, end);
    if (last?.kind === "verbatim" && last.host.end === start && last.encode === encode) {
      this.#segments.pop();
      this.#text += text;
      const host = { start: last.host.start, end };
      this.#segments.push({ ...last, end: this.#text.length, host });
      return this;
    }
    return this.#add("verbatim", text, start, end, encode);
  }

  /** The text for which something else is written in the host. */
  escape(start: number, end: number, text: string, encode?: Encode): this {
    return this.#add("escape", text, start, end, encode);
  }

  /** The text that stands in for what only the host knows, such as a placeholder. */
  hole(start: number, end: number, text: string): this {
    return this.#add("hole", text, start, end, undefined);
  }

  /** Text that has nothing in the host, between pieces that are one text. */
  join(at: number, text: string): this {
    return this.#add("escape", text, at, at, undefined);
  }

  /** What is added from here on passes in this way; the same object for what goes on. */
  turn(direction: Direction | undefined): this {
    if (this.#directions.at(-1)?.direction !== direction) {
      this.#directions.push({ start: this.#text.length, direction });
    }
    return this;
  }

  /**
   * Adds what another builder of the same host has from one offset of its text to another.
   * @param rewrite the way in which text is written there, from the way in which it was
   */
  copy(
    { start, end }: Span,
    { text, segments }: Pick<RegionBuilder, "text" | "segments">,
    rewrite: (encode: Encode) => Encode,
  ): this {
    for (let i = partitionPoint(segments, (one) => one.end <= start); i < segments.length; i++) {
      const segment = segments[i]!;
      if (segment.start >= end) break;
      const encode = segment.encode && rewrite(segment.encode);
      if (segment.kind === "verbatim" && encode) {
        const from = place(segment, Math.max(start, segment.start));
        this.verbatim(from, place(segment, Math.min(end, segment.end)), encode);
      } else {
        const { host, kind } = segment;
        this.#add(kind, text.slice(segment.start, segment.end), host.start, host.end, encode);
      }
    }
    return this;
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  build(): Region {
    return new MappedRegion(this.#text, this.#segments, this.#directions);
  }

  #add(
    kind: SegmentKind,
    text: string,
    start: number,
    end: number,
    encode: Encode | undefined,
  ): this {
    // What leaves nothing in the region needs no place there.
    if (text === "") return this;
    const from = this.#text.length;
    this.#text += text;
    this.#segments.push({
      kind,
      start: from,
      end: this.#text.length,
      host: { start, end },
      encode,
    });
    return this;
  }
}

class MappedRegion implements Region {
  constructor(
    readonly text: string,
    readonly segments: readonly Segment[],
    readonly directions: readonly DirectionRange[],
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
function place({ kind, start, end, host }: Segment, offset: number): number {
  if (kind === "verbatim") return Math.min(host.start + Math.max(0, offset - start), host.end);
  return offset >= end ? host.end : host.start;
}
