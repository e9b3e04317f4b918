/** Texts of files that are not open in an editor. */

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { fileExtensions } from "../server/core/sources/names";
import {
  FIND_FILES_REQUEST,
  type FileAnswer,
  type FileParams,
  READ_FILE_REQUEST,
} from "../server/protocol/protocol";

/** Glob of files that may hold stanzas, by their extensions; the command line takes the same. */
export const STANZA_FILES = `**/*.{${fileExtensions.join(",")}}`;
const IGNORED = "**/{node_modules,.git}/**";
const IGNORED_FOLDERS: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** Maximum size in bytes: no editor would open larger files as text either. */
const MAX_BYTES = 50_000_000;

/** Reason why a file was not read, for people. */
class UnreadableFile extends Error {}

/** No file has that name. */
class NoSuchFile extends UnreadableFile {}

/** Answers the server where it cannot read files itself: in a browser, and in virtual file systems. */
export function answerAboutFiles(client: BaseLanguageClient): vscode.Disposable {
  const uriOf = ({ uri }: FileParams) => client.protocol2CodeConverter.asUri(uri);
  return vscode.Disposable.from(
    client.onRequest(READ_FILE_REQUEST, async (params: FileParams): Promise<FileAnswer | null> => {
      const uri = uriOf(params);
      try {
        return { text: await readText(uri) };
      } catch (error) {
        if (error instanceof NoSuchFile) return null;
        return { problem: error instanceof Error ? error.message : String(error) };
      }
    }),
    client.onRequest(FIND_FILES_REQUEST, async (params: FileParams, token) => {
      const found = await filesIn(uriOf(params), token);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri)).sort();
    }),
  );
}

async function filesIn(
  folder: vscode.Uri,
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  if (folder.scheme === "file" || folder.scheme === "vscode-remote") {
    const pattern = new vscode.RelativePattern(folder, STANZA_FILES);
    return vscode.workspace.findFiles(pattern, IGNORED, undefined, token);
  }
  // A virtual file system may not implement search, and VS Code then waits for ever for a search that does.
  // Each file system can list its folders.
  const files: vscode.Uri[] = [];
  for await (const uri of walk(folder, token)) files.push(uri);
  return files;
}

/**
 * The text of a file, as the command line reads it: UTF-8, or UTF-16 with a byte order mark.
 * @throws UnreadableFile
 */
export async function readText(uri: vscode.Uri): Promise<string> {
  let bytes: Uint8Array;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
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

function hasStanzaName(name: string): boolean {
  return fileExtensions.some((extension) => name.endsWith(`.${extension}`));
}

async function* walk(
  folder: vscode.Uri,
  token?: vscode.CancellationToken,
): AsyncGenerator<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  for (const [name, type] of entries) {
    if (token?.isCancellationRequested) return;
    const uri = vscode.Uri.joinPath(folder, name);
    // A symbolic link may lead back to an enclosing folder.
    if (type === vscode.FileType.Directory && !IGNORED_FOLDERS.has(name)) yield* walk(uri, token);
    else if (type & vscode.FileType.File && hasStanzaName(name)) yield uri;
  }
}
