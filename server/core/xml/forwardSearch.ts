/** The places of something in a text, looked for as they are passed: no stretch of text is searched twice. */

/** No text is as long. */
export const NEVER = 2 ** 30 - 1;

/** Where something begins at the offset or behind it; -1 if it does not. */
type Find = (text: string, offset: number) => number;

/** The next place of something in a text. */
export class ForwardSearch {
  #from = 0;
  #at = -1;

  constructor(
    readonly text: string,
    readonly what: string | Find,
  ) {}

  /** The first place at the offset or behind it, `NEVER` if there is none. */
  from(offset: number): number {
    // Between where it was looked for last and where it is there is none.
    if (offset > this.#at || offset < this.#from) {
      const { text, what } = this;
      const at = typeof what === "string" ? text.indexOf(what, offset) : what(text, offset);
      this.#from = offset;
      this.#at = at < 0 ? NEVER : at;
    }
    return this.#at;
  }
}
