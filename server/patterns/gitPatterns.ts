/** Patterns as in `.gitignore`, see `man gitignore`. */

import { MAX_PATTERN_LENGTH } from "./glob";
import {
  matchesPath,
  namesOf,
  type PathNames,
  type PathPattern,
  readPathPattern,
} from "./pathPattern";

interface GitPattern {
  readonly matches: PathPattern;
  /** True for a pattern about names in any folder. */
  readonly isName: boolean;
  readonly isNegated: boolean;
  /** True for a pattern about folders only. */
  readonly isFolder: boolean;
}

/** Decision of a list about a path; undefined if no pattern matches. */
export type GitDecision = "ignored" | "taken back" | undefined;

/** A list of patterns, of which the last that matches a path decides. */
export class GitPatterns {
  readonly #patterns: readonly GitPattern[];
  #lastFolder: { readonly folder: string; readonly isIgnored: boolean } | undefined;

  /**
   * @param lines the patterns, and comments
   * @param ignoresCase true to compare names without case
   */
  constructor(
    lines: readonly string[],
    readonly ignoresCase: boolean,
  ) {
    this.#patterns = lines.flatMap((line) =>
      readGitPattern(ignoresCase ? line.toLowerCase() : line),
    );
  }

  /**
   * Decides about a path: what is in an ignored folder is ignored.
   * @param path relative to the folder of the list; that of a folder ends with `/`
   */
  decide(path: string): GitDecision {
    const folder = path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);
    if (folder !== "" && this.#isIgnoredFolder(folder)) return "ignored";
    const names = namesOf(this.ignoresCase ? path.toLowerCase() : path);
    return this.#decideAlone(names, path.endsWith("/"));
  }

  /** Memoized for the last folder: files are asked about folder by folder. */
  #isIgnoredFolder(folder: string): boolean {
    if (this.#lastFolder?.folder !== folder) {
      this.#lastFolder = { folder, isIgnored: this.decide(folder) === "ignored" };
    }
    return this.#lastFolder.isIgnored;
  }

  /** The decision by the path itself, whatever is decided about its folders. */
  #decideAlone(names: PathNames, isFolder: boolean): GitDecision {
    const last = names.slice(-1);
    const pattern = this.#patterns.findLast(
      (one) => (isFolder || !one.isFolder) && matchesPath(one.matches, one.isName ? last : names),
    );
    return pattern && (pattern.isNegated ? "taken back" : "ignored");
  }
}

function readGitPattern(line: string): GitPattern[] {
  // A name in git's index is no longer, and a class without end takes quadratic time.
  if (line.startsWith("#") || line.length > MAX_PATTERN_LENGTH) return [];
  const isNegated = line.startsWith("!");
  const written = withoutTrailingSpaces(isNegated ? line.slice(1) : line);
  const isFolder = written.endsWith("/");
  const path = isFolder ? written.slice(0, -1) : written;
  if (path === "") return [];
  const matches = readPathPattern(path.replace(/^\//, ""));
  return [{ matches, isName: !path.includes("/"), isNegated, isFolder }];
}

/** The text without the spaces at its end, but with a space after a backslash. */
function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === " " && !isEscaped(text, end - 1)) end--;
  return text.slice(0, end);
}

/** True if the number of backslashes before the character is odd. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "\\") start--;
  return (at - start) % 2 === 1;
}
