/** Glob patterns for paths, as in shells. */

import { normalize, sep } from "node:path";
import { type PatternMistake, readGlob } from "../patterns/glob";

export interface Glob {
  /** The folder that contains all possible matches. */
  readonly base: string;
  /** @param path as `join` makes it of the base and names */
  matches(path: string): boolean;
}

/** @param separator of names in paths: on Windows patterns are written with it, too */
export function globOf(pattern: string, separator = sep): Glob | PatternMistake {
  const slashed = separator === "\\" ? pattern.replaceAll(separator, "/") : pattern;
  const names = slashed.split("/");
  const special = names.findIndex((name) => /[*?[\]{}\\]/.test(name));
  const count = special < 0 ? names.length - 1 : special;
  // An absolute pattern begins with an empty name.
  const base = normalize(names.slice(0, count).join("/") || (count > 0 ? "/" : "."));
  const matches = readGlob(names.slice(count).join("/"));
  if (typeof matches !== "function") return matches;
  const start = base === "." ? 0 : base.length + (base.endsWith(sep) ? 0 : 1);
  return { base, matches: (path) => matches(path.slice(start).replaceAll(separator, "/")) };
}
