/** Answers the server about files where it cannot read them itself: in a browser, and in virtual file systems. */

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { fileExtensions, isLogName, logExtensions } from "../server/core/sources/names";
import {
  FIND_FILES_REQUEST,
  type FileAnswer,
  type FileParams,
  READ_FILE_REQUEST,
} from "../server/protocol/protocol";
import { FolderInstead, NoSuchFile, readText } from "./files";

/** Glob of files that may hold stanzas by their extensions, and of logs, which the server counts. */
const FILES = `**/*.{${[...fileExtensions(), ...logExtensions, ...logExtensions.map((one) => `${one}.*`)].join(",")}}`;

const IGNORED = "**/{node_modules,.git}/**";
const IGNORED_FOLDERS: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** @param mayBeConfigured whether the workspace has a configuration file, which may list files of any name */
export function answerAboutFiles(
  client: BaseLanguageClient,
  mayBeConfigured: () => boolean,
): vscode.Disposable {
  const uriOf = ({ uri }: FileParams) => client.protocol2CodeConverter.asUri(uri);
  return vscode.Disposable.from(
    client.onRequest(READ_FILE_REQUEST, async (params: FileParams): Promise<FileAnswer | null> => {
      const uri = uriOf(params);
      try {
        return { text: await readText(uri) };
      } catch (error) {
        if (error instanceof NoSuchFile) return null;
        if (error instanceof FolderInstead) return { isFolder: true };
        return { problem: error instanceof Error ? error.message : String(error) };
      }
    }),
    client.onRequest(FIND_FILES_REQUEST, async (params: FileParams, token) => {
      const found = await filesIn(uriOf(params), mayBeConfigured(), token);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri)).sort();
    }),
  );
}

async function filesIn(
  folder: vscode.Uri,
  isAny: boolean,
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  if (folder.scheme === "file" || folder.scheme === "vscode-remote") {
    const pattern = new vscode.RelativePattern(folder, isAny ? "**/*" : FILES);
    return vscode.workspace.findFiles(pattern, IGNORED, undefined, token);
  }
  // A virtual file system may not implement search, and VS Code then waits for ever for a search that does.
  // Each file system can list its folders.
  const files: vscode.Uri[] = [];
  const isWanted = (name: string) => isAny || mayBeChecked(name);
  for await (const uri of walk(folder, isWanted, token)) files.push(uri);
  return files;
}

function mayBeChecked(name: string): boolean {
  return fileExtensions().some((extension) => name.endsWith(`.${extension}`)) || isLogName(name);
}

async function* walk(
  folder: vscode.Uri,
  isWanted: (name: string) => boolean,
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
    if (type === vscode.FileType.Directory && !IGNORED_FOLDERS.has(name)) {
      yield* walk(uri, isWanted, token);
    } else if (type & vscode.FileType.File && isWanted(name)) yield uri;
  }
}
