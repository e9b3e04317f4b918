/** Matching of sequences with wildcards, in time proportional to the product of both lengths at most. */

/** Wildcard for any number of items. */
export const ANY = Symbol("any number of items");

/** Wildcards, and tests for one item each. */
export type SequencePattern<Item> = readonly (typeof ANY | ((item: Item) => boolean))[];

/**
 * True if the pattern matches all items, from the first to the last. What stands before the first wildcard and after
 * the last has one place each, and is looked at first. What is between two wildcards is taken at the
 * earliest place where it fits, which leaves the most for the rest: there is never a reason to go back before
 * the last wildcard, as regular expressions do.
 */
export function matchesSequence<Item>(
  pattern: SequencePattern<Item>,
  items: readonly Item[],
): boolean {
  const first = pattern.indexOf(ANY);
  if (first < 0) return pattern.length === items.length && fits(pattern, 0, items, 0, items.length);
  const last = pattern.lastIndexOf(ANY);
  const end = items.length - (pattern.length - last - 1);
  if (end < first) return false;
  if (!fits(pattern, 0, items, 0, first)) return false;
  if (!fits(pattern, last + 1, items, end, items.length - end)) return false;
  let next = first + 1;
  let afterWildcard = next;
  let resume = first;
  for (let at = first; next <= last; ) {
    const test = pattern[next]!;
    if (test === ANY) {
      afterWildcard = ++next;
      resume = at;
    } else if (at >= end) return false;
    else if (test(items[at]!)) {
      next++;
      at++;
    } else {
      next = afterWildcard;
      at = ++resume;
    }
  }
  return true;
}

/** True if so many tests of the pattern, which are no wildcards, hold for the items. */
function fits<Item>(
  pattern: SequencePattern<Item>,
  from: number,
  items: readonly Item[],
  at: number,
  count: number,
): boolean {
  for (let i = 0; i < count; i++) {
    const test = pattern[from + i];
    if (test === ANY || !test?.(items[at + i]!)) return false;
  }
  return true;
}
