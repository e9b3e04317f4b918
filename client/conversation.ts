/** The view beside the editor that draws a document's conversation, and its export. */

import * as vscode from "vscode";
import type { Conversation } from "../server/core/conversation/conversationChart";
import {
  CONVERSATION_REQUEST,
  type ConversationAnswer,
  type ConversationParams,
} from "../server/protocol/protocol";
import { conversationPage, VIEW_FOLDER } from "./conversationPage";
import type { ServerConnection } from "./serverConnection";
import { SECTION } from "./settings";
import { readFromView, type ToView } from "./webview/messages";

/** The type of the view, by which conditions of menus know it. */
const VIEW_TYPE = "xmppStanza.conversation";

/** Edits that come within a frame are drawn together. */
const FRAME = 16;

type Answer = ConversationAnswer<Conversation>;

export function registerConversation(
  extensionUri: vscode.Uri,
  server: ServerConnection,
): vscode.Disposable {
  const views = new ConversationViews(extensionUri, server);
  return vscode.Disposable.from(
    views,
    vscode.commands.registerCommand("xmppStanza.showConversation", (uri?: unknown) =>
      views.show(uri),
    ),
    vscode.commands.registerCommand(
      "xmppStanza.exportConversation",
      (uri?: unknown, target?: unknown) => views.export(uri, target),
    ),
  );
}

/** The views there are, one for a document. */
class ConversationViews implements vscode.Disposable {
  readonly #views = new Map<string, ConversationView>();

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly server: ServerConnection,
  ) {}

  async show(uri: unknown): Promise<void> {
    const document = await this.#documentOf(uri);
    if (!document) return;
    const key = document.uri.toString();
    const known = this.#views.get(key);
    if (known) {
      known.panel.reveal(undefined, true);
      return;
    }
    const view = new ConversationView(document, this.extensionUri, this.server);
    this.#views.set(key, view);
    view.panel.onDidDispose(() => {
      this.#views.delete(key);
      view.dispose();
    });
  }

  /** @param target where to write; the user is asked if it is not given */
  async export(uri: unknown, target: unknown): Promise<vscode.Uri | undefined> {
    const document = await this.#documentOf(uri);
    if (!document) return undefined;
    const to =
      target instanceof vscode.Uri
        ? target
        : await vscode.window.showSaveDialog({
            title: vscode.l10n.t("Export Conversation"),
            defaultUri: besides(document.uri),
            filters: { SVG: ["svg"] },
          });
    if (!to) return undefined;
    const { text } =
      (await request(this.server, { ...placeIn(document.uri), format: "svg" })) ?? {};
    if (text === undefined) {
      tellNoStanzas();
      return undefined;
    }
    await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(text));
    return to;
  }

  dispose(): void {
    for (const view of this.#views.values()) view.panel.dispose();
  }

  /** The document that a command is for: what a menu names, that of the active view, or the editor's. */
  async #documentOf(uri: unknown): Promise<vscode.TextDocument | undefined> {
    const active = [...this.#views.values()].find(({ panel }) => panel.active);
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
    tellNoStanzas();
    return undefined;
  }
}

class ConversationView implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly uri: vscode.Uri;
  readonly #listening: vscode.Disposable;
  /** Where the document was shown last. */
  #column: vscode.ViewColumn | undefined;
  #answer: Answer | undefined;
  #isListening = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isStale = false;

  constructor(
    document: vscode.TextDocument,
    extensionUri: vscode.Uri,
    readonly server: ServerConnection,
  ) {
    this.uri = document.uri;
    const name = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
    this.panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      vscode.l10n.t("Conversation: {0}", name),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: true,
        localResourceRoots: [vscode.Uri.joinPath(extensionUri, ...VIEW_FOLDER)],
      },
    );
    this.#column = this.#editor()?.viewColumn;
    this.#listening = vscode.Disposable.from(
      this.panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      this.panel.onDidChangeViewState(() => {
        // A view that is not seen is gone, and says that it is ready when it is there again.
        if (!this.panel.visible) this.#isListening = false;
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (this.#isOf(event.document)) this.#schedule();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION, this.uri)) this.#schedule();
      }),
      server.onDidChangeState(() => {
        if (server.isRunning) this.#schedule();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (!this.#isOf(textEditor.document)) return;
        this.#column = textEditor.viewColumn ?? this.#column;
        this.#select();
      }),
    );
    this.panel.webview.html = conversationPage(this.panel.webview, extensionUri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#isListening = false;
    this.#listening.dispose();
  }

  #isOf(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.uri.toString();
  }

  #editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => this.#isOf(document));
  }

  #receive(message: unknown): void {
    const known = readFromView(message);
    if (known?.type === "ready") {
      this.#isListening = true;
      this.#post({ type: "texts", bundle: vscode.l10n.bundle ?? {} });
      void this.#update();
    } else if (known) {
      void this.#reveal(known.index, known.focus);
    }
  }

  #post(message: ToView): void {
    void this.panel.webview.postMessage(message);
  }

  #schedule(): void {
    if (!this.#isListening) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#update();
    }, FRAME);
  }

  /** Asks the server once at a time: what changes meanwhile is asked for when it has answered. */
  async #update(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#isStale && this.#isListening) {
        this.#isStale = false;
        await this.#draw();
      }
    } finally {
      this.#isAsking = false;
    }
  }

  async #draw(): Promise<void> {
    try {
      const answer = await request(this.server, placeIn(this.uri));
      // Of a document that is closed the last picture stays.
      if (answer) this.#answer = answer;
    } catch (error) {
      // The document changed under the request: then the next one is on its way.
      if (!this.#isStale && !this.#timer) this.server.output.warn(String(error));
    }
    const conversation = this.#answer?.conversation ?? { lifelines: [], rows: [] };
    this.#post({ type: "conversation", conversation });
    this.#select();
  }

  /** Tells the view which stanza the cursor is in. */
  #select(): void {
    const editor = this.#editor();
    const rows = this.#answer?.conversation?.rows;
    if (!editor || !rows || !this.#isListening) return;
    const offset = editor.document.offsetAt(editor.selection.active);
    const index = rows.findIndex(({ span }) => span.start <= offset && offset <= span.end);
    this.#post({ type: "select", index });
  }

  async #reveal(index: number, focus: boolean): Promise<void> {
    const row = this.#answer?.conversation?.rows[index];
    if (!row) return;
    const document = await vscode.workspace.openTextDocument(this.uri);
    const range = new vscode.Range(
      document.positionAt(row.span.start),
      document.positionAt(row.span.end),
    );
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: this.#editor()?.viewColumn ?? this.#column ?? vscode.ViewColumn.One,
      preserveFocus: !focus,
    });
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** The document, and where its editor's cursor is: that tells which example of several is meant. */
function placeIn(uri: vscode.Uri): ConversationParams {
  const key = uri.toString();
  const editors = vscode.window.visibleTextEditors;
  const editor = editors.find(({ document }) => document.uri.toString() === key);
  if (!editor) return { uri: key };
  const { line, character } = editor.selection.active;
  return { uri: key, position: { line, character } };
}

/** @throws if the server does not start, or the document changed while it answered */
async function request(
  server: ServerConnection,
  params: ConversationParams,
): Promise<Answer | undefined> {
  const client = await server.started();
  return (await client.sendRequest<Answer | null>(CONVERSATION_REQUEST, params)) ?? undefined;
}

function tellNoStanzas(): void {
  const message = vscode.l10n.t("No stanzas were found in this document.");
  void vscode.window.showInformationMessage(message);
}

/** The SVG's place to begin with: beside the document, under its name. */
function besides(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: `${uri.path.replace(/\.[^./]*$/, "")}.svg` });
}
