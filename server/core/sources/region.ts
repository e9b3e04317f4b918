/**
 * A region: the text of one scope of stanzas as it is meant, and where each part of it stands in the
 * document that holds it. Offsets count UTF-16 code units, in the region or in the host.
 */

import type { Direction, DirectionRange } from "../text/directions";
import { partitionPoint } from "../text/partitionPoint";
import type { Span } from "../text/span";
import {
  type Encode,
  type LineStart,
  MappedRegion,
  place,
  type Region,
  type Replacement,
  type Segment,
  type SegmentKind,
} from "./mappedRegion";

export type { Encode, Region, Replacement };

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

/** Puts a region together from the pieces of the host, in the order in which they stand there. */
export class RegionBuilder {
  readonly #segments: Segment[] = [];
  readonly #directions: DirectionRange[] = [];
  readonly #lines: LineStart[] = [];
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

  /**
   * A line of the host begins at the offset, of which what follows here is a part: a comment that is added here gets a
   * line of its own there.
   * @param marks what has to stand before each line
   */
  line(host: number, marks: string): this {
    this.#lines.push({ start: this.#text.length, host, marks });
    return this;
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
    return new MappedRegion(this.#text, this.#segments, this.#directions, this.#lines);
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
