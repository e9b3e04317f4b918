/**
 * End tags that are written while the user types. The editor's own on-type formatting is off by default
 * and cannot leave the cursor before the inserted text, so this asks the server itself
 * (docs/decisions/closing-tags.md).
 */

import * as vscode from "vscode";
import type { BaseLanguageClient, SnippetTextEdit, StaticFeature } from "vscode-languageclient";
import { CLOSE_TAG_REQUEST } from "../server/protocol/protocol";
import { STANZA_LANGUAGE } from "./documentFilter";
import { SECTION } from "./settings";

/** Announces to the server that the client closes tags itself. */
export const closeTagFeature: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { ...capabilities.experimental, [CLOSE_TAG_REQUEST]: true };
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

/** @param client the client of the server that runs, if one does */
export function registerCloseTag(client: () => BaseLanguageClient | undefined): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument((event) => {
    const position = typedBehind(event);
    const running = client();
    if (!position || !running?.isRunning() || !isWanted(event.document)) return;
    const { document } = event;
    const { version } = document;
    // Other listeners send the change itself: the request has to follow it.
    setTimeout(() => close(running, document, version, position).catch(() => {}), 0);
  });
}

/** Position after a `>` or `</` that has just been typed alone; undefined after any other change. */
function typedBehind(event: vscode.TextDocumentChangeEvent): vscode.Position | undefined {
  const { contentChanges, document, reason } = event;
  const [change] = contentChanges;
  if (!change || contentChanges.length > 1 || reason !== undefined) return undefined;
  const { start } = change.range;
  const position = start.translate(0, change.text.length);
  if (change.text === ">") return position;
  // The editor outdents a line with a typed end tag, and then the change is the whole line.
  if (change.text !== "/" && !/^[ \t]*<\/$/.test(change.text)) return undefined;
  const line = document.lineAt(position).text.slice(0, position.character);
  return line.endsWith("</") ? position : undefined;
}

/** False for XML where another extension closes tags: both together would close a tag twice. */
function isWanted(document: vscode.TextDocument): boolean {
  if (document.languageId !== STANZA_LANGUAGE) return false;
  if (vscode.window.activeTextEditor?.document !== document) return false;
  return vscode.workspace.getConfiguration(SECTION, document).get("autoClosingTags", true);
}

async function close(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  version: number,
  position: vscode.Position,
): Promise<void> {
  const { code2ProtocolConverter } = client;
  const params = code2ProtocolConverter.asTextDocumentPositionParams(document, position);
  const closing = await client.sendRequest<SnippetTextEdit | null>(CLOSE_TAG_REQUEST, params);
  const editor = vscode.window.activeTextEditor;
  if (closing === null || editor?.document !== document) return;
  const isThere = await cursorIsAt(editor, position);
  // An end tag for an earlier text is of no use any more.
  if (!isThere || document.version !== version) return;
  const range = client.protocol2CodeConverter.asRange(closing.range);
  await editor.insertSnippet(new vscode.SnippetString(closing.snippet.value), range);
}

/**
 * True if the cursor is at the position, or goes there next: the editor reports the change first and the cursor after
 * it, and a server in the same browser may answer in between. Another change or another editor ends the wait, however
 * long the cursor takes.
 */
async function cursorIsAt(editor: vscode.TextEditor, position: vscode.Position): Promise<boolean> {
  const isThere = () => editor.selection.isEmpty && editor.selection.active.isEqual(position);
  if (isThere()) return true;
  const listening: vscode.Disposable[] = [];
  await new Promise<void>((resolve) => {
    listening.push(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === editor) resolve();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === editor.document) resolve();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => resolve()),
    );
  });
  vscode.Disposable.from(...listening).dispose();
  return isThere();
}
