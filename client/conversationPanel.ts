/** The panel beside the editor that draws the conversation of the active document. */

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

/** Type of the panel's view, for the `when` clauses of menus. */
const VIEW_TYPE = "xmppStanza.conversation";

/** Edits within a frame, in milliseconds, are drawn together. */
const FRAME = 16;

type Answer = ConversationAnswer<Conversation>;

export class ConversationPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #listening: vscode.Disposable;
  #uri: vscode.Uri;
  /** Column in which the document was shown last. */
  #column: vscode.ViewColumn | undefined;
  #answer: Answer | undefined;
  #isListening = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isStale = false;

  constructor(
    uri: vscode.Uri,
    extensionUri: vscode.Uri,
    readonly server: ServerConnection,
  ) {
    this.#uri = uri;
    this.panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      titleOf(uri),
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
        // A hidden view is destroyed; a new one reports that it is ready when it shows again.
        if (!this.panel.visible) this.#isListening = false;
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (this.#isOf(event.document)) this.#schedule();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION, this.#uri)) this.#schedule();
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

  /** The document whose conversation is shown. */
  get uri(): vscode.Uri {
    return this.#uri;
  }

  /** Draws the conversation of that document from now on. */
  show(uri: vscode.Uri): void {
    if (uri.toString() === this.#uri.toString()) return;
    this.#uri = uri;
    this.#answer = undefined;
    this.#column = this.#editor()?.viewColumn ?? this.#column;
    this.panel.title = titleOf(uri);
    this.#schedule();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#isListening = false;
    this.#listening.dispose();
  }

  /** Follows the editor to another document, if that document holds stanzas. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor && this.server.sees(editor.document.uri)) this.show(editor.document.uri);
  }

  #isOf(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.#uri.toString();
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

  /** Sends one request at a time: changes during a request cause another request after its answer. */
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
    const uri = this.#uri;
    try {
      const answer = await requestConversation(this.server, placeIn(uri));
      // A closed document keeps its last picture.
      if (answer && uri === this.#uri) this.#answer = answer;
    } catch (error) {
      // The document changed during the request: then the next request is on its way.
      if (!this.#isStale && !this.#timer) this.server.output.warn(String(error));
    }
    // Another document is shown meanwhile, and is about to be drawn.
    if (uri !== this.#uri) return;
    const conversation = this.#answer?.conversation ?? { lifelines: [], rows: [] };
    this.#post({ type: "conversation", document: uri.toString(), conversation });
    this.#select();
  }

  /** Reports to the view which stanza the cursor is in. */
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
    const document = await vscode.workspace.openTextDocument(this.#uri);
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

/** The document, and the position of its editor's cursor, which selects one of several examples. */
export function placeIn(uri: vscode.Uri): ConversationParams {
  const key = uri.toString();
  const editors = vscode.window.visibleTextEditors;
  const editor = editors.find(({ document }) => document.uri.toString() === key);
  if (!editor) return { uri: key };
  const { line, character } = editor.selection.active;
  return { uri: key, position: { line, character } };
}

/**
 * The conversation of a document; undefined if the document is not open in the server.
 * @throws if the server does not start, or the document changed while it answered
 */
export async function requestConversation(
  server: ServerConnection,
  params: ConversationParams,
): Promise<Answer | undefined> {
  const client = await server.started();
  return (await client.sendRequest<Answer | null>(CONVERSATION_REQUEST, params)) ?? undefined;
}

function titleOf({ path }: vscode.Uri): string {
  return vscode.l10n.t("Conversation: {0}", path.slice(path.lastIndexOf("/") + 1));
}
