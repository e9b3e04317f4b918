/** Incremental searches for the delimiters of a text: no stretch of text is searched twice. */

import { ForwardSearch } from "./forwardSearch";
import { CDATA_END, findForbidden } from "./plainText";

const entity = /&(?:amp|lt|gt|apos|quot);/y;

export class DelimiterSearch {
  readonly #lessThan: ForwardSearch;
  readonly #ampersand: ForwardSearch;
  readonly #forbidden: readonly ForwardSearch[];
  readonly #spaces: readonly ForwardSearch[];

  constructor(readonly text: string) {
    const next = (what: ForwardSearch["what"]) => new ForwardSearch(text, what);
    this.#lessThan = next("<");
    this.#ampersand = next("&");
    this.#spaces = [next("\n"), next("\t"), next("\r")];
    this.#forbidden = [next(CDATA_END), next(findForbidden)];
  }

  /** Offset of the next markup, at the offset or after it; `NEVER` if there is none. */
  markupFrom(offset: number): number {
    return this.#lessThan.from(offset);
  }

  /** True if each `&` between the places begins a reference to one of the five predefined entities. */
  hasOnlyEntities(start: number, end: number): boolean {
    for (let at = this.#ampersand.from(start); at < end; at = this.#ampersand.from(at + 1)) {
      entity.lastIndex = at;
      if (!entity.test(this.text)) return false;
    }
    return true;
  }

  /**
   * True if a value needs no normalization: no reference, and no white space other than the space, for which others
   * stand.
   */
  isAsWritten(start: number, end: number): boolean {
    if (this.#ampersand.from(start) < end) return false;
    for (const space of this.#spaces) if (space.from(start) < end) return false;
    return true;
  }

  /** True if there is a character or `]]>` that must not stand in text. */
  hasForbidden(start: number, end: number): boolean {
    for (const one of this.#forbidden) if (one.from(start) < end) return true;
    return false;
  }
}
