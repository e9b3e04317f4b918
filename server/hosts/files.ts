/** Files that no editor has open. */

import type { Connection } from "vscode-languageserver";
import type { EnterFolder, FileFilter } from "../disk/walk";
import type { Cancellation } from "../protocol/cancellation";
import { FIND_FILES_REQUEST, type FileAnswer, READ_FILE_REQUEST } from "../protocol/protocol";

export interface Files {
  /**
   * The text of a file, undefined if there is none.
   * @throws Error if it cannot be read, with the reason for people
   */
  read(uri: string): Promise<string | undefined>;
  /**
   * The first bytes of a file as text, where they can be read without the rest.
   * @param length in bytes
   * @throws Error if it cannot be read
   */
  readStart?(uri: string, length: number): Promise<string>;
  /** True if there is a folder of that URI. */
  isFolder(uri: string): Promise<boolean>;
  /**
   * The URIs of the wanted files in a folder and the folders in it, in order; folders are URIs too.
   * @param onUnread called for what cannot be read on the way, such as a folder, with the reason for people
   */
  find(
    folder: string,
    enter: EnterFolder,
    cancellation: Cancellation,
    onUnread: (uri: string, reason: string) => void,
  ): AsyncIterable<string>;
}

/** Files as the client sees them: for a server that has no file system, or not that one. */
export function filesOfClient(connection: Connection): Files {
  const ask = (uri: string) =>
    connection.sendRequest<FileAnswer | null>(READ_FILE_REQUEST, { uri });
  return {
    async read(uri) {
      const answer = await ask(uri);
      if (answer?.problem !== undefined) throw new Error(answer.problem);
      return answer?.text;
    },
    async isFolder(uri) {
      return (await ask(uri))?.isFolder === true;
    },
    async *find(folder, enter, cancellation) {
      const uris = await connection.sendRequest<string[]>(FIND_FILES_REQUEST, { uri: folder });
      for (const uri of uris) {
        if (cancellation.isCancellationRequested) return;
        if (await isWanted(uri, folder, enter)) yield uri;
      }
    },
  };
}

/** A file is wanted if each folder on the way to it is looked into. */
async function isWanted(uri: string, folder: string, enter: EnterFolder): Promise<boolean> {
  const nameAt = uri.lastIndexOf("/") + 1;
  let wanted: FileFilter | undefined;
  for (let end = folder.length; end <= nameAt; end = uri.indexOf("/", end) + 1 || nameAt + 1) {
    wanted = await enter(uri.slice(0, end));
    if (!wanted) return false;
  }
  if (!wanted) return false;
  const name = decodeURIComponent(uri.slice(nameAt));
  if (wanted.file(name)) return true;
  if (wanted.isKnown?.(name)) wanted.passOver?.(name);
  return false;
}
