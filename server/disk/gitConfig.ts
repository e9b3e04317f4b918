/** Reads the part of git's configuration about ignored files, see `man git-config` and `man gitignore`. */

import { statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { MAX_SETTINGS_SIZE, RefusedFile, readRegularFile } from "./regularFile";

/** Folders of git's data: of one work tree, and shared by all work trees of a repository. */
export interface GitFolders {
  readonly own: string;
  readonly common: string;
}

/**
 * The folders of the work tree at a folder; undefined if the folder is no work tree.
 * @param folder absolute
 */
export function gitFoldersOf(folder: string): GitFolders | undefined {
  const git = join(folder, ".git");
  const about = statSync(git, { throwIfNoEntry: false });
  if (!about) return undefined;
  if (about.isDirectory()) return { own: git, common: git };
  // A further work tree, or a submodule: a file names the folder.
  const path = /^gitdir:(.*)$/m.exec(readIfRegular(git) ?? "")?.[1]?.trim();
  const own = path ? resolve(folder, path) : git;
  const common = readIfRegular(join(own, "commondir"))?.trim();
  return { own, common: common ? resolve(own, common) : own };
}

/**
 * The file of patterns for all repositories of a user: that of `core.excludesFile`, or the default file.
 * @param folder of the work tree, to which relative paths are relative
 */
export function excludesFileOf(
  folder: string,
  { own, common }: GitFolders,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const home = env.HOME || homedir();
  const xdg = env.XDG_CONFIG_HOME || join(home, ".config");
  const files = [
    ...(env.GIT_CONFIG_NOSYSTEM ? [] : [env.GIT_CONFIG_SYSTEM || "/etc/gitconfig"]),
    ...(env.GIT_CONFIG_GLOBAL === undefined
      ? [join(xdg, "git", "config"), join(home, ".gitconfig")]
      : [env.GIT_CONFIG_GLOBAL]),
    join(common, "config"),
    join(own, "config.worktree"),
  ];
  // The last value applies.
  const said = files.flatMap((file) => excludesFilesIn(readIfRegular(file) ?? "")).at(-1);
  if (said === undefined) return isAbsolute(xdg) ? join(xdg, "git", "ignore") : undefined;
  if (said === "") return undefined;
  return resolve(
    folder,
    said.replace(/^~(?=\/)/, () => home),
  );
}

/** Values of `excludesFile` in sections `[core]`, in order. */
function excludesFilesIn(text: string): string[] {
  const found: string[] = [];
  let section = "";
  for (const line of text.split("\n")) {
    const setting = line.trim();
    const [, name, rest = setting] = /^\[([^\]"]*)\](.*)$/.exec(setting) ?? [];
    section = name?.trim().toLowerCase() ?? (setting.startsWith("[") ? "" : section);
    const [, value] = /^excludesfile\s*=(.*)/i.exec(rest.trim()) ?? [];
    if (section === "core" && value !== undefined) found.push(unquoted(value));
  }
  return found;
}

/** A value without its quotes, escapes, and the comment after it. */
function unquoted(value: string): string {
  let text = "";
  let isQuoted = false;
  for (let i = 0; i < value.length; i++) {
    const sign = value[i]!;
    if (sign === "\\") text += value[++i] ?? "";
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === "#" || sign === ";")) break;
    else text += sign;
  }
  return text.trim();
}

/** Receives the files that are there and were not read, with the reason. */
export type TellUnread = (path: string, error: unknown) => void;

/**
 * The text of a file; undefined if it is missing or unreadable, which git ignores, too.
 * @param onRefused called for a file that is no regular one, or too large
 * @param maxSize in bytes
 */
export function readIfRegular(
  path: string,
  onRefused?: TellUnread,
  maxSize = MAX_SETTINGS_SIZE,
): string | undefined {
  try {
    return readRegularFile(path, maxSize).toString("utf8");
  } catch (error) {
    if (error instanceof RefusedFile && error.code !== "EISDIR") onRefused?.(path, error);
    return undefined;
  }
}
