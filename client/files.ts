/** Texts of files that are not open in an editor. */

import * as vscode from "vscode";
import { fileExtensions } from "../server/core/sources/names";

/** Glob of files that may hold stanzas, by their extensions; the command line takes the same. */
export const STANZA_FILES = `**/*.{${fileExtensions().join(",")}}`;

/** Maximum size in bytes: no editor would open larger files as text either. */
const MAX_BYTES = 50_000_000;

/** Reason why a file was not read, for people. */
class UnreadableFile extends Error {}

/** No file has that name. */
export class NoSuchFile extends UnreadableFile {}

/** A folder has that name. */
export class FolderInstead extends UnreadableFile {}

/**
 * The text of a file, as the command line reads it: UTF-8, or UTF-16 with a byte order mark.
 * @throws UnreadableFile
 */
export async function readText(uri: vscode.Uri): Promise<string> {
  let bytes: Uint8Array;
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (type & vscode.FileType.Directory) throw new FolderInstead(vscode.l10n.t("it is a folder"));
    // A pipe or a device would have no end.
    if ((type & vscode.FileType.File) === 0) {
      throw new UnreadableFile(vscode.l10n.t("it is not a regular file"));
    }
    if (size > MAX_BYTES) throw new UnreadableFile(vscode.l10n.t("it is too large"));
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const isMissing = error instanceof vscode.FileSystemError && error.code === "FileNotFound";
    if (isMissing) throw new NoSuchFile(error.message);
    throw new UnreadableFile(error instanceof Error ? error.message : String(error));
  }
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(vscode.l10n.t("it is not {0} text", encoding.toUpperCase()));
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
