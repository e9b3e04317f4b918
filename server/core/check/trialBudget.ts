/**
 * How much text may be read to try fixes: each is tried by checking its stanza again, and a large text
 * may have thousands of them. It is counted in characters and not in time, so that the same is offered
 * each time.
 */

/** Tries of small stanzas have a price of their own. */
const TRY = 300;

const ANYWAY = 30_000_000;
const FOR_EACH_CHARACTER = 30;

export class TrialBudget {
  #left: number;

  /** @param length of the text that the fixes are for */
  constructor(length: number) {
    this.#left = ANYWAY + FOR_EACH_CHARACTER * length;
  }

  /** Takes the price of checking so much text; false if there is nothing left to pay it with. */
  spend(characters: number): boolean {
    this.#left -= TRY + characters;
    return this.#left >= 0;
  }
}
