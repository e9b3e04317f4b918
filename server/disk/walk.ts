/** Finds files in folders. */

import { type Dirent, readdirSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
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
  /** Folders that are being walked, the innermost last. */
  const open: OpenFolder[] = [];
  const go = async (path: string, absolute: string, above: GitIgnore | undefined) => {
    const filter = await enter(path.endsWith(sep) ? path : path + sep);
    if (!filter) return;
    const ignored = open.length === 0 ? above : above?.with(absolute);
    open.push({ path, absolute, filter, ignored, entries: entriesOf(path, onUnread), next: 0 });
  };
  await go(folder, resolve(folder), includesIgnored ? undefined : GitIgnore.for(folder, onUnread));
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const entry = at.entries[at.next++];
    if (!entry) {
      open.pop();
      continue;
    }
    const { name } = entry;
    const { filter, ignored } = at;
    const path = join(at.path, name);
    const absolute = at.absolute.endsWith(sep) ? at.absolute + name : at.absolute + sep + name;
    if (entry.isDirectory()) {
      if (foreign.has(name) || ignored?.ignores(absolute + sep)) continue;
      await go(path, absolute, ignored);
    } else if (entry.isFile()) {
      const isWanted = filter.file(name);
      if (!isWanted && !filter.isKnown?.(name)) continue;
      if (ignored?.ignores(absolute)) continue;
      if (isWanted) yield path;
      else filter.passOver?.(name);
    } else if (filter.file(name) && isSpecialFile(path) && !ignored?.ignores(absolute)) {
      onSpecial(path, new RefusedFile("ENOTREGULAR", path));
    }
  }
}

interface OpenFolder {
  readonly path: string;
  readonly absolute: string;
  readonly filter: FileFilter;
  readonly ignored: GitIgnore | undefined;
  readonly entries: readonly Dirent[];
  next: number;
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
