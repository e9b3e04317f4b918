/** Patterns of files: those of paths, and alternatives in braces. */

import { expandBraces } from "./braces";
import { matchesPath, namesOf, readPathPattern } from "./pathPattern";

/** Maximum length of a pattern in UTF-16 code units: no file system has longer paths. */
export const MAX_PATTERN_LENGTH = 4096;

/**
 * Maximum length of all patterns of a file in UTF-16 code units: many times what people write, and each path is compared
 * with all of them.
 */
export const MAX_PATTERNS_LENGTH = 20_000;

/** Maximum number of patterns that one with alternatives stands for. */
const MAX_ALTERNATIVES = 256;

/** Maximum number of characters of all of them, in UTF-16 code units: a thousand such patterns have to fit in memory. */
const MAX_EXPANDED_LENGTH = 20_000;

/** @param path with `/` between names */
export type GlobMatcher = (path: string) => boolean;

/** Reason why a pattern cannot be read: the template of a text for people, with its values. */
export interface PatternMistake {
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
}

export function readGlob(pattern: string): GlobMatcher | PatternMistake {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    const values = { limit: String(MAX_PATTERN_LENGTH) };
    return { message: "Pattern of more than {limit} characters. Shorten it.", values };
  }
  // Other tools have groups and ranges, which would be characters like others here.
  const [part] = /[@?*+!]\(|\{[^{},./]*\.\.[^{},./]*\}/.exec(withoutEscapes(pattern)) ?? [];
  if (part !== undefined) {
    const values = { part, example: "{a,b}" };
    return { message: "{part} is not supported in patterns. Write {example}.", values };
  }
  const expanded = expandBraces(pattern, MAX_ALTERNATIVES);
  if (!expanded) {
    const values = { limit: String(MAX_ALTERNATIVES) };
    return {
      message: "Pattern of more than {limit} alternatives. Write several patterns.",
      values,
    };
  }
  const length = expanded.reduce((sum, one) => sum + one.length, 0);
  if (length > MAX_EXPANDED_LENGTH) {
    const values = { limit: String(MAX_EXPANDED_LENGTH) };
    return {
      message:
        "Pattern whose alternatives have more than {limit} characters. Write several patterns.",
      values,
    };
  }
  const patterns = expanded.map(readPathPattern);
  return (path) => {
    const names = namesOf(path);
    return patterns.some((one) => matchesPath(one, names));
  };
}

function withoutEscapes(pattern: string): string {
  return pattern.replace(/\\./gsu, "");
}
