/** The region of a plain file, which needs no map of its host. */

import type { DirectionRange } from "../text/directions";
import type { Span } from "../text/span";
import type { Region, Replacement } from "./mappedRegion";

/** A text that is joined lazily. */
interface Text {
  readonly length: number;
  toString(): string;
}

/** The region of a plain file: the text itself, in its current state. */
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
