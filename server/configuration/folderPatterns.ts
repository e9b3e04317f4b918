/** Patterns of `overrides.files` that are the name of a folder, and so match none of the files in it. */

import type { ConfigurationMistake } from "./configurationMistake";

/** True if the path, which begins with `/` and has `/` between names, is a folder. */
export type IsFolder = (path: string) => boolean | Promise<boolean>;

/** A mistake if there is a folder of that name, else the name of a file. */
export interface FolderMistake extends ConfigurationMistake {
  /** Relative to the folder of the configuration file. */
  readonly path: string;
}

/** Text for people, with the `pattern` to write. */
export const FOLDER_NAMED = "Names a folder, not the files in it. Write {pattern}.";

/**
 * Mistakes of a configuration file and of its patterns that are names of folders, in the order of their places.
 * @param folder of the file, with `/` at its end
 */
export async function withFolderMistakes(
  {
    mistakes,
    folderMistakes,
  }: Readonly<{
    mistakes: readonly ConfigurationMistake[];
    folderMistakes: readonly FolderMistake[];
  }>,
  folder: string,
  isFolder: IsFolder,
): Promise<readonly ConfigurationMistake[]> {
  if (folderMistakes.length === 0) return mistakes;
  const areFolders = await Promise.all(folderMistakes.map(({ path }) => isFolder(folder + path)));
  const found = folderMistakes.filter((_, index) => areFolders[index]);
  return [...mistakes, ...found].sort((a, b) => a.span.start - b.span.start);
}
