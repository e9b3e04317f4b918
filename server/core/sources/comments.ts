/**
 * Directives in comments of the host: they are added as XML comments before the
 * region that follows them, where they have their usual meaning.
 */

import type { Encode, RegionBuilder } from "./region";

const PREFIX = "xmpp-stanza-";

/** Delimiters of the comment; the end is that of the line if there is none. */
interface Delimiters {
  readonly open: string;
  readonly close: string;
}

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

  /** Writes the waiting comments, one line for each, to the start of the region. */
  writeTo(builder: RegionBuilder): void {
    for (const { start, end, open, close } of this.#waiting) {
      builder.escape(start, start + open.length, xmlComment.open);
      builder.verbatim(start + open.length, end - close.length, encodeComment);
      if (close === "") builder.join(end, ` ${xmlComment.close}\n`);
      else builder.escape(end - close.length, end, xmlComment.close).join(end, "\n");
    }
    this.#waiting = [];
  }
}
