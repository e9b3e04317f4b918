/** Framing of a part of a large text, for edits: reads no more of the text than the pieces need. */

import type { EditableText } from "../text/editableText";
import { Framer } from "../xml/frame";
import type { Scope } from "../xml/scope";
import { MAX_LINE } from "../xml/stanzaEnd";
import { framedStanzas } from "../xmpp/stanza";
import { Piece } from "./piece";

/** UTF-16 code units that are read after an edit at first; nearly always that is enough. */
const AHEAD = 8192;

/** A window of the text in which pieces are framed; it grows as far as they reach. */
export class FramingWindow {
  /** True if an element was open somewhere around or between stanzas, a stream aside. */
  hasWrappers = false;
  #framer: Framer;
  #start: number;
  #end: number;

  /**
   * @param from offset from which pieces are framed
   * @param until minimum end of the window
   */
  constructor(
    readonly text: EditableText,
    from: number,
    until: number,
  ) {
    this.#start = startOfWindow(from);
    this.#end = Math.min(until + AHEAD, text.length);
    this.#framer = this.#open();
  }

  /**
   * The first piece at or after an offset that lies between pieces.
   * @param from no less than in the previous call
   */
  next<Result>(from: number, scope: Scope | undefined): Piece<Result> | undefined {
    for (;;) {
      const frame = this.#framer.next(from - this.#start, scope);
      this.hasWrappers ||= this.#framer.hasWrappers;
      const isWhole = this.#end === this.text.length;
      if (isWhole && !frame) return undefined;
      if (frame && (isWhole || frame.reach <= this.#end - this.#start)) {
        return new Piece<Result>(frame, this.#start + frame.start);
      }
      // The window doubles each time, so that the work stays linear in its size.
      const length = Math.max(this.#end - from, AHEAD);
      this.#start = startOfWindow(from);
      this.#end = Math.min(this.#end + length, this.text.length);
      this.#framer = this.#open();
    }
  }

  #open(): Framer {
    return new Framer(this.text.slice(this.#start, this.#end), framedStanzas);
  }
}

/** Start of the window: framing looks back for the start of the line, at most MAX_LINE UTF-16 code units. */
function startOfWindow(from: number): number {
  return Math.max(0, from - MAX_LINE - 1);
}
