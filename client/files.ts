/** Texts of files that no editor has open. */

import * as vscode from "vscode";

/** Files that may hold stanzas by their names; the command line takes the same. */
export const STANZA_FILES = "**/*.{stanza,xmpp,xml}";
const IGNORED = "**/{node_modules,.git}/**";
const IGNORED_FOLDERS: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** Larger files are left out: no editor would open them as text either. */
const MAX_BYTES = 50_000_000;

/** Why a file was not read, for people. */
export class UnreadableFile extends Error {}

/** All files of the workspace that may hold stanzas, in order. */
export async function findStanzaFiles(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const files = new Map<string, vscode.Uri>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const uri of await filesIn(folder, token)) files.set(uri.toString(), uri);
  }
  return [...files.keys()].sort().map((key) => files.get(key)!);
}

async function filesIn(
  folder: vscode.WorkspaceFolder,
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  if (folder.uri.scheme === "file" || folder.uri.scheme === "vscode-remote") {
    const pattern = new vscode.RelativePattern(folder, STANZA_FILES);
    return vscode.workspace.findFiles(pattern, IGNORED, undefined, token);
  }
  // A virtual file system need not know how to search, and VS Code then waits for ever for one that
  // does. But each can be listed.
  const files: vscode.Uri[] = [];
  for await (const uri of walk(folder.uri, token)) files.push(uri);
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
    // A symbolic link may lead back to where it stands.
    if (type === vscode.FileType.Directory && !IGNORED_FOLDERS.has(name)) yield* walk(uri, token);
    else if (type & vscode.FileType.File && /\.(?:stanza|xmpp|xml)$/.test(name)) yield uri;
  }
}
