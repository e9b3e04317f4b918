/**
 * Checks all files of the workspace, open or not. Their findings stay in the Problems panel and follow
 * the files on disk. A file that is shown in an editor has newer findings of its own, which replace these.
 */

import * as vscode from "vscode";
import type {
  BaseLanguageClient,
  Diagnostic,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageclient";
import { mightContainStanza } from "../server/core/sources/plain";
import { type CheckParams, DIAGNOSE_REQUEST } from "../server/protocol/protocol";
import type { CheckState } from "./checkState";
import { readText, STANZA_FILES } from "./files";
import type { ServerConnection } from "./serverConnection";

/** Context key: true while there are findings to clear. */
const CONTEXT_KEY = "xmppStanza.hasWorkspaceFindings";

export interface WorkspaceResult {
  /** Files with stanzas that were checked. */
  readonly files: number;
  readonly findings: number;
  /** Files that could not be read or checked. */
  readonly skipped: number;
  readonly cancelled: boolean;
  /** How many logs were passed over, and how to take them in; empty if none were. */
  readonly passedOver: string;
}

export class WorkspaceCheck implements vscode.Disposable {
  readonly #shown = vscode.languages.createDiagnosticCollection("xmpp-stanza-workspace");
  /** Findings by address; also of files that an editor shows now. */
  readonly #found = new Map<string, readonly vscode.Diagnostic[]>();
  /** Result ids of the server by URI: it does not send unchanged results again. */
  readonly #results = new Map<string, string>();
  #runs = 0;
  readonly #listening: vscode.Disposable;
  #watcher: vscode.Disposable | undefined;

  constructor(
    readonly server: ServerConnection,
    readonly switches: CheckState,
  ) {
    this.#listening = vscode.Disposable.from(
      vscode.window.tabGroups.onDidChangeTabs(() => this.#giveWay()),
      switches.onDidChange(() => this.#giveWay()),
    );
  }

  /** Checks all files and shows the progress; findings from before a cancellation stay. */
  async run(): Promise<WorkspaceResult> {
    const location = vscode.ProgressLocation.Notification;
    const title = vscode.l10n.t("Checking stanzas");
    const result = await vscode.window.withProgress(
      { location, title, cancellable: true },
      (progress, token) => this.#checkAll(progress, token),
    );
    void vscode.commands.executeCommand("setContext", CONTEXT_KEY, true);
    void this.#showSummary(result);
    return result;
  }

  /** Removes the findings. */
  clear(): void {
    this.#watcher?.dispose();
    this.#watcher = undefined;
    this.#found.clear();
    this.#results.clear();
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
    const { WorkDoneProgress, WorkspaceDiagnosticRequest } = this.server.library;
    const run = `xmpp-stanza-workspace-${++this.#runs}`;
    const workDoneToken = `${run}-progress`;
    const partialResultToken = `${run}-results`;
    let shown = 0;
    let passedOver = "";
    // Reports may overtake each other while they are converted.
    const taken: Promise<void>[] = [];
    const take = (items: readonly WorkspaceDocumentDiagnosticReport[]) => {
      for (const item of items) taken.push(this.#take(item, client, token));
    };
    const listening = vscode.Disposable.from(
      client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== "report") return;
        const { message, percentage = shown } = value;
        // What stays to be said when all files are checked.
        if (percentage === 100) passedOver = message ?? "";
        const increment = percentage - shown;
        shown = percentage;
        progress.report(message === undefined ? { increment } : { message, increment });
      }),
      client.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, (part) =>
        take(part.items),
      ),
    );
    try {
      const previousResultIds = [...this.#results].map(([uri, value]) => ({ uri, value }));
      const report = await client.sendRequest(
        WorkspaceDiagnosticRequest.type,
        { previousResultIds, workDoneToken, partialResultToken },
        token,
      );
      take(report?.items ?? []);
    } catch (error) {
      if (!token.isCancellationRequested) throw error;
    } finally {
      listening.dispose();
      await Promise.all(taken);
    }
    this.#watch();
    const all = [...this.#found.values()];
    const isSkipped = (found: readonly vscode.Diagnostic[]) =>
      found.length === 1 && found[0]!.code === undefined;
    const checked = all.filter((found) => !isSkipped(found));
    return {
      files: checked.length,
      findings: checked.reduce((sum, found) => sum + found.length, 0),
      skipped: all.length - checked.length,
      cancelled: token.isCancellationRequested,
      passedOver,
    };
  }

  /** Shows the server's report about a file; keeps the findings if the report is "unchanged". */
  async #take(
    report: WorkspaceDocumentDiagnosticReport,
    client: BaseLanguageClient,
    token: vscode.CancellationToken,
  ): Promise<void> {
    if (report.kind === "unchanged") return;
    const uri = client.protocol2CodeConverter.asUri(report.uri);
    if (report.resultId === undefined) this.#results.delete(report.uri);
    else this.#results.set(report.uri, report.resultId);
    const found = await client.protocol2CodeConverter.asDiagnostics(report.items, token);
    if (report.resultId === undefined && found.length === 0) this.#forget(uri);
    else this.#show(uri, found);
  }

  /** Checks a file again after it has changed on disk. */
  async #check(uri: vscode.Uri, client: BaseLanguageClient): Promise<void> {
    this.#forget(uri);
    this.#results.delete(client.code2ProtocolConverter.asUri(uri));
    if (this.switches.isOff(uri)) return;
    const open = openDocument(uri);
    const text = open?.getText() ?? (await readText(uri));
    if (!mightContainStanza(text)) return;
    const params: CheckParams = { text, uri: client.code2ProtocolConverter.asUri(uri) };
    const answer = await this.server.ask<Diagnostic[]>(DIAGNOSE_REQUEST, params);
    this.#show(uri, await client.protocol2CodeConverter.asDiagnostics(answer));
  }

  #show(uri: vscode.Uri, found: readonly vscode.Diagnostic[]): void {
    this.#found.set(uri.toString(), found);
    if (this.switches.isOff(uri)) return;
    const open = openDocument(uri);
    // The file's editor shows the findings itself, unless the settings keep it from checking.
    if (!open || !isShown(uri)) this.#shown.set(uri, found);
    else if (!this.switches.wants(open)) void this.switches.ask(uri);
  }

  #forget(uri: vscode.Uri): void {
    this.#found.delete(uri.toString());
    this.#shown.delete(uri);
  }

  #giveWay(): void {
    for (const [key, found] of this.#found) {
      const uri = vscode.Uri.parse(key, true);
      const isHidden = isShown(uri) || this.switches.isOff(uri);
      if (isHidden === this.#shown.has(uri)) this.#shown.set(uri, isHidden ? undefined : found);
    }
  }

  /** Updates the findings from now on when files change. */
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
      watcher.onDidDelete((uri) => this.#forget(uri)),
    );
  }

  async #showSummary(result: WorkspaceResult): Promise<void> {
    const { files, findings, skipped, cancelled, passedOver } = result;
    const showProblems = vscode.l10n.t("Show Problems");
    const showOutput = vscode.l10n.t("Show Output");
    const parts = [
      cancelled
        ? vscode.l10n.t("The check was cancelled.")
        : vscode.l10n.t("Files with stanzas: {0}. Findings: {1}.", files, findings),
    ];
    if (skipped > 0) parts.push(vscode.l10n.t("Files that could not be checked: {0}.", skipped));
    if (passedOver !== "") parts.push(`${passedOver}.`);
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

/** True if a tab shows the file, in front or in the background: only then its findings are kept up to date. */
function isShown(uri: vscode.Uri): boolean {
  const key = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => {
    if (input instanceof vscode.TabInputText) return input.uri.toString() === key;
    return input instanceof vscode.TabInputTextDiff && input.modified.toString() === key;
  });
}
