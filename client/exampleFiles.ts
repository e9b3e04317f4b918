/**
 * In-memory file system of the files that "Open Examples" opens: saved as soon as they change, so that VS Code does
 * not ask the user to save them, as it does for untitled documents.
 */

import * as vscode from "vscode";
import { STANZA_LANGUAGE } from "./documentFilter";
import { examples } from "./examples";

const SCHEME = "xmpp-stanza-examples";

export class ExampleFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #files = new Map<string, { content: Uint8Array; time: number }>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #registered: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#registered = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider(SCHEME, this, { isCaseSensitive: true }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.scheme === SCHEME && document.isDirty) void save(document);
      }),
    );
  }

  /** Opens a file of its own each time. */
  async open(): Promise<void> {
    this.#count++;
    const name = this.#count === 1 ? "examples" : `examples-${this.#count}`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.stanza` });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, STANZA_LANGUAGE);
    await vscode.window.showTextDocument(document, { preview: false });
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    if (path === "/") return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { content, time } = this.#file(path);
    return { type: vscode.FileType.File, ctime: 0, mtime: time, size: content.length };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    return this.#file(path).content;
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    const { time } = this.#file(path);
    this.#files.set(path, { content, time: time + 1 });
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  watch(): vscode.Disposable {
    return { dispose() {} };
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete({ path }: vscode.Uri): void {
    this.#files.delete(path);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }

  /** The file of that path; a file that an earlier window had open is created anew, with its first text. */
  #file(path: string): { content: Uint8Array; time: number } {
    const known = this.#files.get(path);
    if (known) return known;
    // The server looks for a configuration file beside the document.
    if (!/^\/examples[^/]*\.stanza$/.test(path)) throw vscode.FileSystemError.FileNotFound(path);
    const file = { content: new TextEncoder().encode(examples()), time: 1 };
    this.#files.set(path, file);
    return file;
  }
}

/** Saves without the actions on save, such as fixes and trimming of line ends: the user has not asked for them. */
async function save(document: vscode.TextDocument): Promise<void> {
  const isActive = vscode.window.activeTextEditor?.document === document;
  if (isActive) {
    await vscode.commands.executeCommand("workbench.action.files.saveWithoutFormatting");
  } else {
    await document.save();
  }
}
