/**
 * A host in the hand of a test. Time passes only when the server looks at the clock, which it does after each step of
 * its work, and then a whole slice has passed: so the server gives way after each step, on any machine. A test acts at
 * the step that it names, and the server goes on when the test is done.
 */

import type { Host } from "../../server/handlers/context";

/** Milliseconds that pass with each look at the clock: as many as the server works at a time. */
const SLICE = 10;

export class SteppedHost implements Host {
  /** Looks at the clock until now. */
  looks = 0;
  #step = 0;
  #act: (() => Promise<void>) | undefined;
  #acting: Promise<void> | undefined;

  /** Calls `act` at the look of that number from now on; the next turn comes when its promise is settled. */
  actAt(step: number, act: () => Promise<void>): void {
    this.#step = this.looks + step;
    this.#act = act;
  }

  now(): number {
    this.looks++;
    if (this.looks === this.#step) this.#acting = this.#act?.();
    return this.looks * SLICE;
  }

  async turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    await this.#acting;
  }
}
