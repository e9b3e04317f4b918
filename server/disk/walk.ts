/** Finds files in folders. */

import { type Dirent, readdirSync } from "node:fs";
import { basename, join, sep } from "node:path";
import type { TellUnread } from "./gitConfig";
import { GitIgnore } from "./gitIgnore";
import { REPLACEMENT } from "./readText";
import { isSpecialFile, RefusedFile } from "./regularFile";

/** Folders that are never entered, whatever git ignores: their files are not the user's own. */
const foreign: ReadonlySet<string> = new Set(["node_modules", ".git", ".hg", ".svn"]);

/** Filter for the files of one folder. */
export interface FileFilter {
  /** @param name of a file in that folder */
  file(name: string): boolean;
  /** True for a file that the filter rejects, but `passOver` is to be called for. */
  isKnown?(name: string): boolean;
  passOver?(name: string): void;
}

/** Gives the filter for a folder, whose path ends with a slash; undefined to skip the folder. */
export type EnterFolder = (folder: string) => Promise<FileFilter | undefined>;

export interface WalkOptions {
  /** Called for each folder, and each list of ignored files, that cannot be read, with the reason. */
  readonly onUnread?: TellUnread;
  /** Called for each matching pipe and device, and each link to one, with the reason. */
  readonly onSpecial?: TellUnread;
  /** True to find files that git ignores, too. */
  readonly includesIgnored?: boolean;
}

/**
 * The matching files in a folder and the folders in it, in the order of their paths. Symbolic links are
 * not followed: they lead outside, or back to an enclosing folder. Files that git ignores are skipped, and so are
 * unreadable folders.
 */
export async function* walk(
  folder: string,
  enter: EnterFolder,
  options: WalkOptions = {},
): AsyncGenerator<string> {
  const { onUnread = () => {}, onSpecial = () => {}, includesIgnored = false } = options;
  const ignored = includesIgnored ? undefined : GitIgnore.for(folder, onUnread);
  yield* walkIn(folder, ignored, enter, { onUnread, onSpecial });
}

async function* walkIn(
  folder: string,
  ignored: GitIgnore | undefined,
  enter: EnterFolder,
  handlers: Required<Pick<WalkOptions, "onUnread" | "onSpecial">>,
): AsyncGenerator<string> {
  const filter = await enter(folder.endsWith(sep) ? folder : folder + sep);
  if (!filter) return;
  for (const entry of entriesOf(folder, handlers.onUnread)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (foreign.has(entry.name) || ignored?.ignores(path + sep)) continue;
      yield* walkIn(path, ignored?.with(path), enter, handlers);
    } else if (entry.isFile()) {
      const isWanted = filter.file(entry.name);
      if (!isWanted && !filter.isKnown?.(entry.name)) continue;
      if (ignored?.ignores(path)) continue;
      if (isWanted) yield path;
      else filter.passOver?.(entry.name);
    } else if (filter.file(entry.name) && isSpecialFile(path) && !ignored?.ignores(path)) {
      handlers.onSpecial(path, new RefusedFile("ENOTREGULAR", path));
    }
  }
}

function entriesOf(folder: string, onUnread: TellUnread): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    // Sorts folders by their names with a slash, which gives the order of whole paths.
    const key = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name);
    return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  } catch (error) {
    // The base of a pattern may be missing, and a folder that is deleted meanwhile has no files.
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = code === "ENOENT" || code === "ENOTDIR";
    // One whose name is no UTF-8 is there, and cannot be opened.
    if (!isMissing || basename(folder).includes(REPLACEMENT)) onUnread(folder, error);
    return [];
  }
}
