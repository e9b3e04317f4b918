/** Patterns for paths, as shells have them. */

import { normalize } from "node:path";
import picomatch from "picomatch";

export interface Glob {
  /** The folder below which everything is that may match. */
  readonly base: string;
  /** @param path with `/` between names, beginning as the pattern does */
  matches(path: string): boolean;
}

export function globOf(pattern: string): Glob {
  const clean = pattern.replace(/^(?:\.\/)+/, "");
  const { base } = picomatch.scan(clean);
  return { base: normalize(base || "."), matches: picomatch(clean, { dot: true }) };
}
