/** Actions of the commands that show a conversation and export it. */

import * as vscode from "vscode";
import type { ConversationParams } from "../server/protocol/protocol";
import { ConversationPanel, placeIn, requestConversation } from "./conversationPanel";
import type { ServerConnection } from "./serverConnection";

interface ExportFormat {
  readonly format: NonNullable<ConversationParams["format"]>;
  readonly label: string;
  readonly detail: string;
  /** Ending of the names of such files. */
  readonly extension: string;
}

function exportFormats(): readonly ExportFormat[] {
  return [
    {
      format: "svg",
      label: "SVG",
      detail: vscode.l10n.t("A picture for documents and web pages"),
      extension: "svg",
    },
    {
      format: "mermaid",
      label: "Mermaid",
      detail: vscode.l10n.t("A text that Markdown viewers draw, and that can be edited"),
      extension: "mmd",
    },
  ];
}

export class ConversationCommands implements vscode.Disposable {
  #view: ConversationPanel | undefined;

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly server: ServerConnection,
  ) {}

  async show(uri: unknown): Promise<void> {
    const document = await this.#documentOf(uri);
    if (!document) return;
    if (this.#view) {
      this.#view.show(document.uri);
      this.#view.panel.reveal(undefined, true);
      return;
    }
    const view = new ConversationPanel(document.uri, this.extensionUri, this.server);
    this.#view = view;
    view.panel.onDidDispose(() => {
      this.#view = undefined;
      view.dispose();
    });
  }

  /** @param target file to write to, in the format of its name; the user is asked if there is no target */
  async export(uri: unknown, target: unknown): Promise<vscode.Uri | undefined> {
    const document = await this.#documentOf(uri);
    if (!document) return undefined;
    const chosen = await this.#target(document.uri, target);
    if (!chosen) return undefined;
    const { to, format } = chosen;
    const place = placeIn(document.uri);
    const { text } = (await requestConversation(this.server, { ...place, format })) ?? {};
    if (text === undefined) {
      showNoStanzas();
      return undefined;
    }
    await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(text));
    return to;
  }

  dispose(): void {
    this.#view?.panel.dispose();
  }

  async #target(
    document: vscode.Uri,
    target: unknown,
  ): Promise<({ readonly to: vscode.Uri } & Pick<ExportFormat, "format">) | undefined> {
    const formats = exportFormats();
    if (target instanceof vscode.Uri) {
      const named = formats.find(({ extension }) => target.path.endsWith(`.${extension}`));
      return { to: target, format: named?.format ?? "svg" };
    }
    const title = vscode.l10n.t("Export Conversation");
    const chosen = await vscode.window.showQuickPick(formats, { title });
    if (!chosen) return undefined;
    const { format, label, extension } = chosen;
    const to = await vscode.window.showSaveDialog({
      title,
      defaultUri: document.with({
        path: `${document.path.replace(/\.[^./]*$/, "")}.${extension}`,
      }),
      filters: { [label]: [extension] },
    });
    return to && { to, format };
  }

  /** The document that a command is for: that of the menu, that of the active view, or the editor's. */
  async #documentOf(uri: unknown): Promise<vscode.TextDocument | undefined> {
    const active = this.#view?.panel.active ? this.#view : undefined;
    const named = uri instanceof vscode.Uri && uri.scheme !== "webview-panel" ? uri : active?.uri;
    const document = named
      ? await vscode.workspace.openTextDocument(named)
      : vscode.window.activeTextEditor?.document;
    if (!document) {
      void vscode.window.showInformationMessage(vscode.l10n.t("No editor is open."));
      return undefined;
    }
    await this.server.started();
    if (this.server.sees(document.uri)) return document;
    showNoStanzas();
    return undefined;
  }
}

function showNoStanzas(): void {
  const message = vscode.l10n.t("No stanzas were found in this document.");
  void vscode.window.showInformationMessage(message);
}
