/**
 * A region: the decoded text of one scope of stanzas, and the place of each part of it in the
 * document that holds it (the host). Offsets count UTF-16 code units, in the region or in the host.
 */

import type { Direction, DirectionRange } from "../text/directions";
import { partitionPoint } from "../text/partitionPoint";
import type { Span } from "../text/span";
import {
  type CommentPlace,
  type Encode,
  type LineStart,
  MappedRegion,
  place,
  type Region,
  type Repeat,
  type Segment,
  type SegmentKind,
} from "./mappedRegion";

export type { CommentPlace, Encode, Region };

/** A segment while the region is composed: the next piece may be a part of it. */
interface GrowingSegment extends Segment {
  end: number;
  readonly host: { readonly start: number; end: number };
}

/** Composes a region of the pieces of the host, in the order in which they stand there. */
export class RegionBuilder {
  readonly #segments: GrowingSegment[] = [];
  readonly #directions: DirectionRange[] = [];
  readonly #lines: LineStart[] = [];
  readonly #repeats: Repeat[] = [];
  #comments: CommentPlace | undefined;
  /** Pieces of the text; joined when the text is asked for. */
  #pieces: string[] = [];
  #length = 0;

  constructor(readonly host: string) {}

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  get text(): string {
    if (this.#pieces.length > 1) this.#pieces = [this.#pieces.join("")];
    return this.#pieces[0] ?? "";
  }

  /** Adds the host's text from `start` to `end`, as it is. */
  verbatim(start: number, end: number, encode: Encode): this {
    const last = this.#segments.at(-1);
    if (last?.kind === "verbatim" && last.host.end === start && last.encode === encode) {
      this.#append(this.host.slice(start, end));
      last.end = this.#length;
      last.host.end = end;
      return this;
    }
    return this.#add("verbatim", this.host.slice(start, end), start, end, encode);
  }

  /** Adds the decoded text of an escape in the host. */
  escape(start: number, end: number, text: string, encode?: Encode): this {
    return this.#add("escape", text, start, end, encode);
  }

  /** Adds the replacement of text that only the host knows, such as a placeholder. */
  hole(start: number, end: number, text: string): this {
    return this.#add("hole", text, start, end, undefined);
  }

  /** Adds text without a place in the host, between pieces that are joined. */
  join(at: number, text: string): this {
    return this.#add("escape", text, at, at, undefined);
  }

  /**
   * Begins a line of the host at the offset, of which the following text is a part: an inserted comment gets a
   * line of its own there.
   * @param marks text that each line needs at its start
   */
  line(host: number, marks: string): this {
    this.#lines.push({ start: this.#length, host, marks });
    return this;
  }

  /** Adds stanzas that are left out because they are there once more. */
  repeat(repeats: readonly Repeat[]): this {
    this.#repeats.push(...repeats);
    return this;
  }

  /** Has comments that silence findings written as comments of the host. */
  commentsAt(place: CommentPlace | undefined): this {
    this.#comments = place;
    return this;
  }

  /** Sets the direction of the following text; the same object continues a direction. */
  turn(direction: Direction | undefined): this {
    if (this.#directions.at(-1)?.direction !== direction) {
      this.#directions.push({ start: this.#length, direction });
    }
    return this;
  }

  /**
   * Copies a part of another builder of the same host, between two offsets of its text.
   * @param rewrite converts the encoder of the copied text
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
    return new MappedRegion(
      this.text,
      this.#segments,
      this.#directions,
      this.#lines,
      this.#repeats,
      this.#comments,
    );
  }

  #add(
    kind: SegmentKind,
    text: string,
    start: number,
    end: number,
    encode: Encode | undefined,
  ): this {
    // A piece without text in the region needs no segment.
    if (text === "") return this;
    const from = this.#length;
    this.#append(text);
    this.#segments.push({
      kind,
      start: from,
      end: this.#length,
      host: { start, end },
      encode,
    });
    return this;
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }
}
