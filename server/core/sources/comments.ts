/**
 * Directives in comments of the host: they are added as XML comments before the
 * region that follows them, where they have their usual meaning.
 */

import type { Delimiters } from "./mappedRegion";
import type { Encode, RegionBuilder } from "./region";

const PREFIX = "xmpp-stanza-";

export const xmlComment: Delimiters = { open: "<!--", close: "-->" };
export const hashComment: Delimiters = { open: "#", close: "" };

interface HostComment extends Delimiters {
  readonly start: number;
  readonly end: number;
}

/** Verbatim, unless the text would end the comment in one of the languages. */
const encodeComment: Encode = (text) => (/[\r\n]|\*\/|--/.test(text) ? undefined : text);

/** Comments that wait for the next region. */
export class HostComments {
  #waiting: HostComment[] = [];

  constructor(readonly text: string) {}

  get areWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Offset of the first waiting comment. */
  get start(): number | undefined {
    return this.#waiting[0]?.start;
  }

  /** Adds a comment of the host, from its first to its last character. */
  add(start: number, end: number, delimiters: Delimiters): void {
    const { open, close } = delimiters;
    const inner = this.text.slice(start + open.length, end - close.length);
    if (inner.trimStart().startsWith(PREFIX)) this.#waiting.push({ start, end, ...delimiters });
  }

  /**
   * Writes the waiting comments, one line for each, to the start of the region.
   * @param beginsLine true if the text after them begins with a line end
   */
  writeTo(builder: RegionBuilder, beginsLine = false): void {
    const last = this.#waiting.at(-1);
    for (const comment of this.#waiting) {
      const { start, end, open, close } = comment;
      const lineEnd = beginsLine && comment === last ? "" : "\n";
      builder.escape(start, start + open.length, xmlComment.open);
      builder.verbatim(start + open.length, end - close.length, encodeComment);
      if (close === "") builder.join(end, ` ${xmlComment.close}${lineEnd}`);
      else builder.escape(end - close.length, end, xmlComment.close).join(end, lineEnd);
    }
    this.#waiting = [];
  }
}
