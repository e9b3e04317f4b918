/** The places of what matters in a text, as they are passed: nothing is looked for twice. */

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

  /** Where markup begins, at the offset or behind it; `NEVER` if none does. */
  markupFrom(offset: number): number {
    return this.#lessThan.from(offset);
  }

  /** True if each `&` between the places begins a reference to one of the five entities. */
  hasOnlyEntities(start: number, end: number): boolean {
    for (let at = this.#ampersand.from(start); at < end; at = this.#ampersand.from(at + 1)) {
      entity.lastIndex = at;
      if (!entity.test(this.text)) return false;
    }
    return true;
  }

  /**
   * True if a value is what is written there: no reference, and no white space other than the space, which stands for
   * one.
   */
  isAsWritten(start: number, end: number): boolean {
    if (this.#ampersand.from(start) < end) return false;
    for (const space of this.#spaces) if (space.from(start) < end) return false;
    return true;
  }

  /** True if there is something that may not stand in text. */
  hasForbidden(start: number, end: number): boolean {
    for (const one of this.#forbidden) if (one.from(start) < end) return true;
    return false;
  }
}
