/** Matching of sequences with wildcards, in time proportional to the product of both lengths at most. */

/** Wildcard for any number of items. */
export const ANY = Symbol("any number of items");

/** Wildcards, and tests for one item each. */
export type SequencePattern<Item> = readonly (typeof ANY | ((item: Item) => boolean))[];

/**
 * True if the pattern matches all items, from the first to the last. What is between two wildcards is taken at the
 * earliest place where it fits, which leaves the most for the rest: there is never a reason to go back before
 * the last wildcard, as regular expressions do.
 */
export function matchesSequence<Item>(
  pattern: SequencePattern<Item>,
  items: readonly Item[],
): boolean {
  let next = 0;
  let afterWildcard = -1;
  let resume = 0;
  for (let at = 0; at < items.length; ) {
    const test = pattern[next];
    if (test === ANY) {
      afterWildcard = ++next;
      resume = at;
    } else if (test?.(items[at]!)) {
      next++;
      at++;
    } else if (afterWildcard >= 0) {
      next = afterWildcard;
      at = ++resume;
    } else return false;
  }
  while (pattern[next] === ANY) next++;
  return next === pattern.length;
}
