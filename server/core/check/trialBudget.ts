/**
 * Budget of text that may be parsed to try fixes: each trial checks its stanza again, and a small text
 * may have thousands of findings. Counted in UTF-16 code units and not in time, so that the same fixes are offered
 * each time.
 */

/** Minimum price of a trial, for small stanzas. */
const TRY = 300;

/** Enough for the findings of any ordinary stanza; less than a tenth of a second. */
const FIXED_PART = 100_000;
const FOR_EACH_CHARACTER = 30;

export class TrialBudget {
  #left = 0;

  /** @param length of the text that the fixes are for, in UTF-16 code units */
  constructor(length: number) {
    this.renew(length);
  }

  /** Begins anew, for another text of that length. */
  renew(length: number): void {
    this.#left = FIXED_PART + FOR_EACH_CHARACTER * length;
  }

  /** True after a trial that could not be paid for: all others are refused, too. */
  get isUsedUp(): boolean {
    return this.#left < 0;
  }

  /** Pays for checking a text of that length; false if the budget is used up. */
  spend(characters: number): boolean {
    this.#left -= TRY + characters;
    return this.#left >= 0;
  }
}
