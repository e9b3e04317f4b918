/** Whether the workspace has a configuration file, which may want code to be looked into. */

import * as vscode from "vscode";
import { CONFIGURATION_FILE } from "../server/core/sources/fileNames";

export class ConfigurationFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIGURATION_FILE}`);
  #isThere = false;
  /** Resolves when it is known for the first time whether there is one. */
  readonly firstLook: Promise<void>;

  /** There is one now, or none any more. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#watcher.onDidCreate(() => this.#look());
    this.#watcher.onDidDelete(() => this.#look());
    this.firstLook = this.#look();
  }

  get isThere(): boolean {
    return this.#isThere;
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#changed.dispose();
  }

  async #look(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map(({ uri }) => isIn(uri)));
    const isThere = found.includes(true);
    if (isThere === this.#isThere) return;
    this.#isThere = isThere;
    this.#changed.fire();
  }
}

async function isIn(folder: vscode.Uri): Promise<boolean> {
  if (folder.scheme === "file" || folder.scheme === "vscode-remote") {
    const pattern = new vscode.RelativePattern(folder, `**/${CONFIGURATION_FILE}`);
    return (await vscode.workspace.findFiles(pattern, "**/node_modules/**", 1)).length > 0;
  }
  // A virtual file system need not know how to search.
  const file = vscode.Uri.joinPath(folder, CONFIGURATION_FILE);
  return Promise.resolve(vscode.workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );
}
