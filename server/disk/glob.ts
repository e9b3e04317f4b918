/** Glob patterns for paths, as in shells. */

import { normalize, sep } from "node:path";
import picomatch from "picomatch";

export interface Glob {
  /** The folder that contains all possible matches. */
  readonly base: string;
  /** @param path with `/` between names, beginning as the pattern does */
  matches(path: string): boolean;
}

/** @param separator of names in paths: on Windows patterns are written with it, too */
export function globOf(pattern: string, separator = sep): Glob {
  const slashed = separator === "\\" ? pattern.replaceAll(separator, "/") : pattern;
  const clean = slashed.replace(/^(?:\.\/)+/, "");
  const { base } = picomatch.scan(clean);
  return { base: normalize(base || "."), matches: picomatch(clean, { dot: true }) };
}
