/**
 * Budget of text that may be parsed to try fixes: each trial checks its stanza again, and a large text
 * may have thousands of fixes. Counted in UTF-16 code units and not in time, so that the same fixes are offered
 * each time.
 */

/** Minimum price of a trial, for small stanzas. */
const TRY = 300;

const ANYWAY = 30_000_000;
const FOR_EACH_CHARACTER = 30;

export class TrialBudget {
  #left: number;

  /** @param length of the text that the fixes are for, in UTF-16 code units */
  constructor(length: number) {
    this.#left = ANYWAY + FOR_EACH_CHARACTER * length;
  }

  /** Pays for checking a text of that length; false if the budget is used up. */
  spend(characters: number): boolean {
    this.#left -= TRY + characters;
    return this.#left >= 0;
  }
}
