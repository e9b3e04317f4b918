/** What git ignores, see `man gitignore`: patterns of a folder hold for it and the folders in it. */

import { dirname, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { excludesFileOf, gitFoldersOf, readIfRegular } from "./gitConfig";

/** Whether names differ by case alone, as git takes it where nothing else was set. */
const ignoreCase = process.platform === "win32" || process.platform === "darwin";

/** The patterns that one folder adds. */
interface Patterns {
  readonly folder: string;
  readonly ignore: Ignore;
}

/** What is ignored in a folder, which knows the folders that it is in. */
export class GitIgnore {
  private constructor(readonly patterns: readonly Patterns[]) {}

  /**
   * For a folder where somebody begins to look. If it is ignored itself, it was named all the same,
   * and what the folders above say about it does not count.
   */
  static for(path: string): GitIgnore {
    const folder = resolve(path);
    const above: Patterns[] = [];
    let isRepository = false;
    for (let at = folder; ; at = dirname(at)) {
      if (at !== folder) above.unshift(...readPatterns(at, join(at, ".gitignore")));
      const git = gitFoldersOf(at);
      if (git) {
        above.unshift(
          ...readPatterns(at, excludesFileOf(at, git)),
          ...readPatterns(at, join(git.common, "info", "exclude")),
        );
        isRepository = true;
        break;
      }
      if (dirname(at) === at) break;
    }
    const outer = new GitIgnore(isRepository ? above : []);
    const isNamed = outer.ignores(`${folder}${sep}`);
    return (isNamed ? new GitIgnore([]) : outer).with(folder);
  }

  /** With what the folder itself says. */
  with(folder: string): GitIgnore {
    const own = readPatterns(folder, join(folder, ".gitignore"));
    return own.length === 0 ? this : new GitIgnore([...this.patterns, ...own]);
  }

  /** @param path of a file, or of a folder, which ends with a slash */
  ignores(path: string): boolean {
    let isIgnored = false;
    for (const { folder, ignore: patterns } of this.patterns) {
      const name = relative(folder, path).replaceAll(sep, "/");
      if (name === "" || name.startsWith("../")) continue;
      // What is nearer to the file decides, also that it is not ignored after all.
      const result = patterns.test(/[\\/]$/.test(path) ? `${name}/` : name);
      if (result.ignored) isIgnored = true;
      else if (result.unignored) isIgnored = false;
    }
    return isIgnored;
  }
}

/** The patterns of a file, which hold below the folder. */
function readPatterns(folder: string, file: string | undefined): Patterns[] {
  const text = file === undefined ? undefined : readIfRegular(file);
  return text === undefined ? [] : [{ folder, ignore: ignore({ ignoreCase }).add(text) }];
}
