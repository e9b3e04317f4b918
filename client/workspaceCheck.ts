/**
 * Checks all files of the workspace, open or not. Their findings stay in the Problems panel and follow
 * the files on disk. A file that is shown in an editor has its own, newer ones; these give way to them.
 */

import * as vscode from "vscode";
import type { BaseLanguageClient, Diagnostic } from "vscode-languageclient";
import { mayHoldStanzas } from "../server/core/sources/plain";
import { type CheckParams, DIAGNOSE_REQUEST } from "../server/protocol";
import { findStanzaFiles, readText, STANZA_FILES } from "./files";
import type { ServerConnection } from "./serverConnection";
import type { CheckSwitches } from "./switches";

/** So many files are read while others are checked. */
const AT_ONCE = 4;

/** While true, there is something to clear. */
const CONTEXT_KEY = "xmppStanza.hasWorkspaceFindings";

export interface WorkspaceResult {
  /** Files with stanzas that were checked. */
  readonly files: number;
  readonly findings: number;
  /** Files that could not be read or checked. */
  readonly skipped: number;
  readonly cancelled: boolean;
}

export class WorkspaceCheck implements vscode.Disposable {
  readonly #shown = vscode.languages.createDiagnosticCollection("xmpp-stanza-workspace");
  /** What was found, by address; also of files that are shown just now. */
  readonly #found = new Map<string, readonly vscode.Diagnostic[]>();
  readonly #listening: vscode.Disposable;
  #watcher: vscode.Disposable | undefined;

  constructor(
    readonly server: ServerConnection,
    readonly switches: CheckSwitches,
  ) {
    this.#listening = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(() => this.#giveWay()),
      switches.onDidChange(() => this.#giveWay()),
    );
  }

  /** Checks all files, showing how far it is; what was found before it is cancelled stays. */
  async run(): Promise<WorkspaceResult> {
    this.clear();
    const location = vscode.ProgressLocation.Notification;
    const title = vscode.l10n.t("Checking stanzas");
    const result = await vscode.window.withProgress(
      { location, title, cancellable: true },
      (progress, token) => this.#checkAll(progress, token),
    );
    void vscode.commands.executeCommand("setContext", CONTEXT_KEY, true);
    void this.#tell(result);
    return result;
  }

  /** Takes the findings away. */
  clear(): void {
    this.#watcher?.dispose();
    this.#watcher = undefined;
    this.#found.clear();
    this.#shown.clear();
    void vscode.commands.executeCommand("setContext", CONTEXT_KEY, false);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#watcher?.dispose();
    this.#shown.dispose();
  }

  async #checkAll(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<WorkspaceResult> {
    const client = await this.server.started();
    const files = await findStanzaFiles(token);
    let checked = 0;
    let findings = 0;
    let skipped = 0;
    const queue = files.values();
    const work = async () => {
      for (const uri of queue) {
        if (token.isCancellationRequested) return;
        const message = vscode.workspace.asRelativePath(uri);
        progress.report({ message, increment: 100 / files.length });
        try {
          const found = await this.#check(uri, client, token);
          if (found) checked++;
          findings += found?.length ?? 0;
        } catch (error) {
          if (token.isCancellationRequested) return;
          skipped++;
          const reason = error instanceof Error ? error.message : String(error);
          this.server.output.warn(`${message} was not checked: ${reason}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.#watch();
    return { files: checked, findings, skipped, cancelled: token.isCancellationRequested };
  }

  /** The findings of a file, which are shown from now on; undefined if it holds no stanzas. */
  async #check(
    uri: vscode.Uri,
    client: BaseLanguageClient,
    token?: vscode.CancellationToken,
  ): Promise<readonly vscode.Diagnostic[] | undefined> {
    this.#found.delete(uri.toString());
    this.#shown.delete(uri);
    if (this.switches.isOff(uri)) return undefined;
    const open = openDocument(uri);
    const text = open?.getText() ?? (await readText(uri));
    if (!mayHoldStanzas(text)) return undefined;
    const params: CheckParams = { text, uri: client.code2ProtocolConverter.asUri(uri) };
    const answer = await this.server.ask<Diagnostic[]>(DIAGNOSE_REQUEST, params, token);
    const found = await client.protocol2CodeConverter.asDiagnostics(answer, token);
    this.#found.set(uri.toString(), found);
    // Its editor shows them by itself, unless it is set not to check.
    if (!open || !isShown(uri)) this.#shown.set(uri, found);
    else if (!this.switches.wants(open)) await this.switches.ask(uri);
    return found;
  }

  #giveWay(): void {
    for (const [key, found] of this.#found) {
      const uri = vscode.Uri.parse(key, true);
      const isHidden = isShown(uri) || this.switches.isOff(uri);
      if (isHidden === this.#shown.has(uri)) this.#shown.set(uri, isHidden ? undefined : found);
    }
  }

  /** From now on the findings follow the files. */
  #watch(): void {
    this.#watcher?.dispose();
    const watcher = vscode.workspace.createFileSystemWatcher(STANZA_FILES);
    const again = async (uri: vscode.Uri) => {
      if (/\/(?:node_modules|\.git)\//.test(uri.path)) return;
      try {
        await this.#check(uri, await this.server.started());
      } catch (error) {
        this.server.output.warn(`${uri} was not checked again: ${String(error)}`);
      }
    };
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidChange(again),
      watcher.onDidDelete((uri) => {
        this.#found.delete(uri.toString());
        this.#shown.delete(uri);
      }),
    );
  }

  async #tell({ files, findings, skipped, cancelled }: WorkspaceResult): Promise<void> {
    const showProblems = vscode.l10n.t("Show Problems");
    const showOutput = vscode.l10n.t("Show Output");
    const parts = [
      cancelled
        ? vscode.l10n.t("The check was cancelled.")
        : vscode.l10n.t("Files with stanzas: {0}. Findings: {1}.", files, findings),
    ];
    if (skipped > 0) parts.push(vscode.l10n.t("Files that could not be checked: {0}.", skipped));
    const choices = [...(findings > 0 ? [showProblems] : []), ...(skipped > 0 ? [showOutput] : [])];
    const chosen = await (skipped > 0
      ? vscode.window.showWarningMessage(parts.join(" "), ...choices)
      : vscode.window.showInformationMessage(parts.join(" "), ...choices));
    if (chosen === showProblems) {
      await vscode.commands.executeCommand("workbench.actions.view.problems");
    } else if (chosen === showOutput) this.server.output.show();
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

/** True if an editor shows the file, in front or behind: only then its findings are kept up to date. */
function isShown(uri: vscode.Uri): boolean {
  const key = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => {
    if (input instanceof vscode.TabInputText) return input.uri.toString() === key;
    return input instanceof vscode.TabInputTextDiff && input.modified.toString() === key;
  });
}
