/** First look at the lines of a log: their directions, and the start of their markup. */

import { ForwardSearch } from "../../xml/forwardSearch";
import { endOf, type HostLine } from "../lines";
import { type DirectionPrefix, readPrefix } from "./directions";
import { lineStartOf } from "./lineStart";
import { findOctets } from "./literal";
import { findMarkup } from "./survey";

/** A line at the first look. */
export interface LineView {
  readonly line: HostLine;
  /** Offset of the line's end, before its line end. */
  readonly end: number;
  readonly prefix: DirectionPrefix | undefined;
  /** Offset after the direction, if there is one at the start. */
  readonly content: number;
  /** Offset of the first markup, or number of a list of octets; -1 if there is none. */
  readonly markup: number;
  readonly isOctets: boolean;
}

export class LineViews {
  readonly #markup: ForwardSearch;

  constructor(
    readonly text: string,
    readonly lines: readonly HostLine[],
  ) {
    this.#markup = new ForwardSearch(text, findMarkup);
  }

  /** The line of that index, which must not decrease between calls. */
  at(index: number): LineView {
    const { text } = this;
    const line = this.lines[index]!;
    const end = endOf(text, line);
    const prefix = readPrefix(text, { lead: line.start, end: line.end });
    const content = prefix ? line.start + prefix.text.length : line.start;
    const at = this.#markup.from(content);
    const markup = at < end ? at : -1;
    const octets = findOctets(text, content, markup < 0 ? end : markup);
    return octets < 0
      ? { line, end, prefix, content, markup, isOctets: false }
      : { line, end, prefix, content, markup: octets, isOctets: true };
  }

  /**
   * True for a line that is no part of an open element other than a stanza, as the rest of a record may leave one open: there
   * is no text before the stanza in it, or it begins as a record of a log may.
   */
  beginsAnew({ line, end, markup, content }: LineView, isInLog: boolean): boolean {
    if (isInLog && lineStartOf(this.text.slice(line.start, end)) !== undefined) return true;
    return (
      markup === content &&
      /^<(?:message|presence|iq)[\s/>]/.test(this.text.slice(markup, markup + 10))
    );
  }
}
