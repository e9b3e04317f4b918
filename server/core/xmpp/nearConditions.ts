/** Ranks the defined conditions by how likely they were meant by another name. */

import { detachString } from "../text/detachString";
import { conditions } from "./conditions";
import { closestMatch } from "./didYouMean";

/** All 22 names in the order in which they are offered for an unknown name. */
export interface ConditionRanking {
  /** The name that was meant beyond reasonable doubt, if there is any; it is then the first of `names`. */
  readonly guess: string | undefined;
  /** The likely ones first, then the order of RFC 6120; undefined-condition last unless it is the guess. */
  readonly names: readonly string[];
}

const allNames = conditions.map(({ name }) => name);
/** Offered last, because it needs an application-specific condition beside it. */
const LAST = "undefined-condition";
const ordinary = allNames.filter((name) => name !== LAST);

/** Words of other standards and libraries, with the conditions of the same meaning. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ["access", ["forbidden", "not-allowed"]],
  ["denied", ["forbidden", "not-allowed"]],
  ["permission", ["forbidden", "not-allowed"]],
  ["unauthorized", ["not-authorized"]],
  ["unauthorised", ["not-authorized"]],
  ["supported", ["feature-not-implemented"]],
  ["unsupported", ["feature-not-implemented"]],
  ["invalid", ["bad-request"]],
  ["exists", ["conflict"]],
  ["duplicate", ["conflict"]],
  ["busy", ["resource-constraint"]],
  ["moved", ["gone", "redirect"]],
  ["offline", ["recipient-unavailable"]],
  // RFC 3920 had a condition of this name.
  ["payment", ["not-allowed"]],
]);

/** Minimum share of common letters of a near name. */
const MIN_SIMILARITY = 0.5;
/** Minimum lead of the best name over the second to be the guess. */
const MIN_LEAD = 0.1;
/** Maximum number of letters that are compared: the names of the standard are short. */
const MAX_NAME = 64;

/** Memoized rankings of the last names: a stanza may repeat a name over and over. */
const known = new Map<string, ConditionRanking>();
const MAX_KNOWN = 500;

/** Ranks the conditions for a name, first by spelling and then by common words. */
export function rankConditions(name: string): ConditionRanking {
  const key = name.slice(0, MAX_NAME);
  const found = known.get(key);
  if (found) return found;
  const ranking = rank(key);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(detachString(key), ranking);
  return ranking;
}

function rank(name: string): ConditionRanking {
  const typo = closestMatch(name, allNames);
  const words = wordsOf(name);
  const near = ordinary
    .map((candidate) => ({ candidate, similarity: similarity(words, candidate) }))
    .filter((one) => one.similarity >= MIN_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity);
  const [best, second] = near;
  const isAlone = best !== undefined && best.similarity - (second?.similarity ?? 0) >= MIN_LEAD;
  const guess =
    typo ?? (isAlone && isContained(words, best.candidate) ? best.candidate : undefined);
  const likely = near.map(({ candidate }) => candidate);
  const meant = ordinary.filter((one) => words.some((word) => synonyms.get(word)?.includes(one)));
  const first = guess === undefined ? [] : [guess];
  return { guess, names: [...new Set([...first, ...likely, ...meant, ...ordinary, LAST])] };
}

/** Words in small letters: `serverError` and `server_error` are `server` and `error`. */
function wordsOf(name: string): string[] {
  const parted = name.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1-").toLowerCase();
  return parted.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** Dice coefficient over letters: from 0, no word in common, to 1, the same words in any order. */
function similarity(words: readonly string[], candidate: string): number {
  const all = lengthOf(words) + lengthOf(candidate.split("-"));
  return (2 * lengthOf(sharedWords(words, candidate))) / all;
}

/** True if the condition has every letter of the name, as whole words. */
function isContained(words: readonly string[], candidate: string): boolean {
  return lengthOf(sharedWords(words, candidate)) >= lengthOf(words);
}

/** Words of the condition that the name contains, also written together (`notfound`). */
function sharedWords(words: readonly string[], candidate: string): string[] {
  return candidate.split("-").filter((own) => words.some((word) => word.includes(own)));
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((length, word) => length + word.length, 0);
}
