/**
 * Budget of text that may be parsed to try fixes: each trial checks its stanza again, and a small text
 * may have thousands of findings. Counted in UTF-16 code units and not in time, so that the same fixes are offered
 * each time.
 *
 * The budget of a run is the sum of those of its files, each in proportion to its text: a fix does not depend on
 * other files, on their order, on the number of threads or on the cache.
 */

/** Minimum price of a trial, for small stanzas. */
const TRY = 300;

/** Price of each finding of a stanza beyond a few: it takes as long as so much text. */
const FINDING = 200;
const FEW = 20;

/** Enough for the findings of any ordinary stanza; less than a tenth of a second. Small texts have a share of it. */
const FIXED_PART = 100_000;
const SHARE_OF_FIXED_PART = 3000;
const FOR_EACH_CHARACTER = 30;

export class TrialBudget {
  #left = 0;

  /** @param length of the text that the fixes are for, in UTF-16 code units */
  constructor(length: number) {
    this.renew(length);
  }

  /** Begins anew, for another text of that length. */
  renew(length: number): void {
    const share = Math.min(FIXED_PART, SHARE_OF_FIXED_PART * length);
    this.#left = share + FOR_EACH_CHARACTER * length;
  }

  /** True after a trial that could not be paid for: all others are refused, too. */
  get isUsedUp(): boolean {
    return this.#left < 0;
  }

  /**
   * Pays for checking a text of that length; false if the budget is used up.
   * @param findings number of its findings
   */
  spend(characters: number, findings = 0): boolean {
    this.#left -= TRY + characters + FINDING * Math.max(0, findings - FEW);
    return this.#left >= 0;
  }
}
