/** How far a long run is, on a terminal. */

import type { Translate } from "../core/text/translate";

/** A run that is over sooner shows nothing. */
const DELAY = 1000;
const INTERVAL = 100;
const WIDTH = 24;

/** What of a terminal is used. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export class Progress {
  readonly #start: number;
  #shownAt = Number.NEGATIVE_INFINITY;
  #isShown = false;

  constructor(
    readonly terminal: Terminal,
    readonly total: number,
    readonly translate: Translate,
    readonly now: () => number = () => performance.now(),
  ) {
    this.#start = now();
  }

  /** Says that so many files are done. */
  tell(done: number): void {
    const now = this.now();
    if (!this.terminal.isTTY || now - this.#start < DELAY || now - this.#shownAt < INTERVAL) return;
    this.#shownAt = now;
    this.#isShown = true;
    const filled = Math.round((done / this.total) * WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    const values = { done: String(done), total: String(this.total) };
    const words = this.translate("{done} of {total} files", values);
    this.terminal.write(`\r${bar} ${words}\u001b[K`);
  }

  /** Takes the bar away, before something else is printed and at the end. */
  clear(): void {
    if (this.#isShown) this.terminal.write("\r\u001b[K");
    this.#isShown = false;
  }
}
