/** "Did you mean": how far one name is from another. */

/** The candidate nearest to the name; of several equally near ones the first. */
export function nearest(name: string, candidates: readonly string[]): string {
  let best = candidates[0] ?? "";
  let least = Number.POSITIVE_INFINITY;
  // The names of the standard are short: what lies beyond cannot make one nearer than another.
  const lower = name.toLowerCase().slice(0, 64);
  for (const candidate of candidates) {
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** True if a person may have meant the one and written the other. */
export function isNear(name: string, candidate: string): boolean {
  const distance = editDistance(name.toLowerCase().slice(0, 64), candidate.toLowerCase());
  return distance <= Math.max(2, Math.floor(candidate.length / 3));
}

/** Number of inserted, deleted, replaced and swapped characters between two strings. */
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
