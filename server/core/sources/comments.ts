/**
 * Comments of the host that are meant for the checker: they are read as XML comments before the
 * region that follows them, where they mean what such comments always mean.
 */

import type { Encode, RegionBuilder } from "./region";

const PREFIX = "xmpp-stanza-";

/** How the comment begins and ends; the end is the line's where there is none. */
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

/** As it stands, unless that would end the comment in one of the languages that have them. */
const encodeComment: Encode = (text) => (/[\r\n]|\*\/|--/.test(text) ? undefined : text);

/** Comments that wait for the next region. */
export class HostComments {
  #waiting: HostComment[] = [];

  constructor(readonly text: string) {}

  get areWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Where the first of those that wait begins. */
  get start(): number | undefined {
    return this.#waiting[0]?.start;
  }

  /** Takes note of a comment of the host, from its first to its last character. */
  add(start: number, end: number, delimiters: Delimiters): void {
    const { open, close } = delimiters;
    const inner = this.text.slice(start + open.length, end - close.length);
    if (inner.trimStart().startsWith(PREFIX)) this.#waiting.push({ start, end, ...delimiters });
  }

  /** Puts the comments that wait, one line for each, at the start of the region. */
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
