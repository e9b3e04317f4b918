/** Incremental forward searches: no stretch of text is searched twice. */

/** Offset beyond the end of any text. */
export const NEVER = 2 ** 30 - 1;

/** Offset of the next match at the offset or after it; -1 if there is none. */
type Find = (text: string, offset: number) => number;

/** The next match in a text, cached until the search passes it. */
export class ForwardSearch {
  #from = 0;
  #at = -1;

  constructor(
    readonly text: string,
    readonly what: string | Find,
  ) {}

  /** Offset of the first match at the offset or after it, `NEVER` if there is none. */
  from(offset: number): number {
    // Between the start of the last search and its match there is no match.
    if (offset > this.#at || offset < this.#from) {
      const { text, what } = this;
      const at = typeof what === "string" ? text.indexOf(what, offset) : what(text, offset);
      this.#from = offset;
      this.#at = at < 0 ? NEVER : at;
    }
    return this.#at;
  }
}
