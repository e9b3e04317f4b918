/** Tracks whether the workspace has a configuration file, which may switch the sources in code on. */

import * as vscode from "vscode";
import { CONFIGURATION_FILE } from "../server/core/sources/fileNames";

export class ConfigurationFiles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIGURATION_FILE}`);
  #isThere = false;
  /** Resolves when the workspace was searched for the first time. */
  readonly firstLook: Promise<void>;

  /** Fires when the first configuration file appears, or the last one disappears. */
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
  // The search may be missing in a virtual file system.
  const file = vscode.Uri.joinPath(folder, CONFIGURATION_FILE);
  return Promise.resolve(vscode.workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );
}
