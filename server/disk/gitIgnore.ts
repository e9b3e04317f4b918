/** Files that git ignores, see `man gitignore`: patterns of a folder apply to it and the folders in it. */

import { dirname, join, resolve, sep } from "node:path";
import { GitPatterns } from "../patterns/gitPatterns";
import { excludesFileOf, gitFoldersOf, readIfRegular, type TellUnread } from "./gitConfig";
import { MAX_PATTERNS_SIZE } from "./regularFile";

/** True where git compares names without case by default. */
const ignoresCase = process.platform === "win32" || process.platform === "darwin";

/** The patterns of one folder. */
interface Patterns {
  readonly folder: string;
  readonly list: GitPatterns;
}

/** Ignored files of a folder, by its patterns and those of its parents. */
export class GitIgnore {
  private constructor(
    readonly patterns: readonly Patterns[],
    readonly onUnread: TellUnread,
  ) {}

  /**
   * Creates the patterns for the first folder of a walk. An ignored folder that was named is walked all the same:
   * the patterns of its parents about itself do not apply.
   * @param onUnread called for lists of patterns that are there and cannot be read
   */
  static for(path: string, onUnread: TellUnread): GitIgnore {
    const folder = resolve(path);
    const above: Patterns[] = [];
    let isRepository = false;
    for (let at = folder; ; at = dirname(at)) {
      if (at !== folder) above.unshift(...readPatterns(at, join(at, ".gitignore"), onUnread));
      const git = gitFoldersOf(at);
      if (git) {
        above.unshift(
          // The user may have set a device, such as the one that is always empty.
          ...readPatterns(at, excludesFileOf(at, git)),
          ...readPatterns(at, join(git.common, "info", "exclude"), onUnread),
        );
        isRepository = true;
        break;
      }
      if (dirname(at) === at) break;
    }
    const outer = new GitIgnore(isRepository ? above : [], onUnread);
    const isNamed = outer.ignores(`${folder}${sep}`);
    return (isNamed ? new GitIgnore([], onUnread) : outer).with(folder);
  }

  /**
   * Adds the folder's own patterns.
   * @param folder absolute
   */
  with(folder: string): GitIgnore {
    const own = readPatterns(folder, join(folder, ".gitignore"), this.onUnread);
    if (own.length === 0) return this;
    return new GitIgnore([...this.patterns, ...own], this.onUnread);
  }

  /** @param path absolute, of a file, or of a folder, which ends with a slash */
  ignores(path: string): boolean {
    let isIgnored = false;
    for (const { folder, list } of this.patterns) {
      const start = folder.endsWith(sep) ? folder.length : folder.length + 1;
      if (path.length <= start || !path.startsWith(folder)) continue;
      // Nearer patterns decide, also with a negation.
      const decision = list.decide(path.slice(start).replaceAll(sep, "/"));
      if (decision !== undefined) isIgnored = decision === "ignored";
    }
    return isIgnored;
  }
}

/** The patterns of a file, which apply below the folder. */
function readPatterns(folder: string, file: string | undefined, onUnread?: TellUnread): Patterns[] {
  const text = file === undefined ? undefined : readIfRegular(file, onUnread, MAX_PATTERNS_SIZE);
  if (text === undefined) return [];
  return [
    { folder, list: new GitPatterns(text.replace(/^\ufeff/, "").split(/\r?\n/), ignoresCase) },
  ];
}
