/** Decides which documents are checked: the setting `run`, files that are switched off, and explicit wishes. */

import * as vscode from "vscode";
import { runOf } from "./settings";

const OFF_KEY = "filesOff";

export class CheckState implements vscode.Disposable {
  readonly #off: Set<string>;
  /** Documents that a command has asked to check, whatever `run` says; until they are closed. */
  readonly #asked = new Set<string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #closing: vscode.Disposable;
  /** Fires when the answer for some document may have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(readonly memory: vscode.Memento) {
    this.#off = new Set(memory.get<string[]>(OFF_KEY, []));
    this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.#asked.delete(uri.toString());
      // The next untitled document of this name is a different document.
      if (uri.scheme === "untitled") this.#off.delete(uri.toString());
    });
  }

  /** True for a file whose checks a user has switched off. */
  isOff(uri: vscode.Uri): boolean {
    return this.#off.has(uri.toString());
  }

  /** True if findings of the document are to be shown at all. */
  wants(document: vscode.TextDocument): boolean {
    if (this.isOff(document.uri)) return false;
    return runOf(document) !== "off" || this.#asked.has(document.uri.toString());
  }

  /** True while a document is only to be checked when it is saved, and is not saved. */
  waitsForSave(document: vscode.TextDocument): boolean {
    const isAsked = this.#asked.has(document.uri.toString());
    return document.isDirty && !isAsked && runOf(document) === "onSave";
  }

  /** Switches the checks of one file off, or on again; the workspace remembers it. */
  async toggle(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    if (!this.#off.delete(key)) this.#off.add(key);
    this.#asked.delete(key);
    await this.#remember();
    this.#changed.fire();
  }

  /** Checks the document now; switches its checks on if they were off. */
  async ask(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    this.#asked.add(key);
    if (this.#off.delete(key)) await this.#remember();
    this.#changed.fire();
  }

  async #remember(): Promise<void> {
    const files = [...this.#off].filter((key) => !key.startsWith("untitled:"));
    await this.memory.update(OFF_KEY, files);
  }

  dispose(): void {
    this.#closing.dispose();
    this.#changed.dispose();
  }
}
