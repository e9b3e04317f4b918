import { detachString } from "../text/detachString";

/** Interned names and addresses: a text repeats few of them, and each copy would be kept. */
const names = new Map<string, string>();
const MAX_NAMES = 1000;

export function internName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES) names.clear();
  // A slice of the document would keep all of its text in memory.
  const kept = detachString(name);
  names.set(kept, kept);
  return kept;
}
