/** Progress bar of a long run, on a terminal. */

import type { Translate } from "../core/text/translate";

/** Milliseconds before the bar shows. */
const DELAY = 1000;
const INTERVAL = 100;
const WIDTH = 24;

/** The used part of a terminal. */
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

  /** Shows the number of finished files. */
  show(done: number): void {
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

  /** Removes the bar, before other output and at the end. */
  clear(): void {
    if (this.#isShown) this.terminal.write("\r\u001b[K");
    this.#isShown = false;
  }
}
