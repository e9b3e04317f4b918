/** "Did you mean" for words of a command line. */

import { closestMatch, editDistance } from "../core/xmpp/didYouMean";

/** The nearest name; undefined if more than a third of its letters, and more than one, differ. */
export function guessOf(name: string, names: readonly string[]): string | undefined {
  const guess = closestMatch(name, names);
  if (guess === undefined) return undefined;
  const limit = Math.max(1, Math.floor(guess.length / 3));
  return editDistance(name.toLowerCase(), guess.toLowerCase()) <= limit ? guess : undefined;
}
