/** "Did you mean": edit distance between names. */

import { detachString } from "../text/detachString";

/** Memoized results of the last names: a stanza may repeat a name over and over. */
const known = new WeakMap<readonly string[], Map<string, string>>();
const MAX_KNOWN = 500;

/** The candidate nearest to the name; of several equally near ones the first. */
export function nearest(name: string, candidates: readonly string[]): string {
  // The names of the standard are short: letters beyond their length do not change which one is nearest.
  const lower = name.slice(0, MAX_NAME).toLowerCase().slice(0, MAX_NAME);
  let found = known.get(candidates);
  if (!found || found.size >= MAX_KNOWN) {
    found = new Map();
    known.set(candidates, found);
  }
  const best = found.get(lower) ?? findNearest(lower, candidates);
  found.set(detachString(lower), best);
  return best;
}

const MAX_NAME = 64;

function findNearest(lower: string, candidates: readonly string[]): string {
  let best = candidates[0] ?? "";
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** True if the distance is small enough for a misspelling. */
export function isPlausibleTypo(name: string, candidate: string): boolean {
  const distance = editDistance(name.slice(0, MAX_NAME).toLowerCase(), candidate.toLowerCase());
  return distance <= Math.max(2, Math.floor(candidate.length / 3));
}

/** The candidate that was probably meant; undefined if none is near. */
export function closestMatch(name: string, candidates: readonly string[]): string | undefined {
  const guess = nearest(name, candidates);
  return guess !== "" && isPlausibleTypo(name, guess) ? guess : undefined;
}

/** Edit distance of two strings: number of inserted, deleted, replaced and swapped characters (Damerau–Levenshtein). */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, beforePrevious[j - 2]! + 1);
      }
      current.push(least);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}
