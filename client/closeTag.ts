/**
 * End tags that are written while one types. The editor's own on-type formatting is off by default
 * and cannot leave the cursor before what it inserts, so this asks the server itself
 * (docs/decisions/closing-tags.md).
 */

import * as vscode from "vscode";
import type { BaseLanguageClient, StaticFeature } from "vscode-languageclient";
import { CLOSE_TAG_REQUEST } from "../server/protocol/protocol";
import { STANZA_LANGUAGE } from "./documentFilter";
import { SECTION } from "./settings";

/** The cursor follows what was typed within so many milliseconds, or has gone elsewhere. */
const CURSOR_MS = 200;

/** Tells the server that tags are closed here. */
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
    // The change itself is to be sent first: others listen for it too.
    setTimeout(() => close(running, document, version, position).catch(() => {}), 0);
  });
}

/** Where `>` or `</` has just been typed, and nothing else. */
function typedBehind(event: vscode.TextDocumentChangeEvent): vscode.Position | undefined {
  const { contentChanges, document, reason } = event;
  const [change] = contentChanges;
  if (!change || contentChanges.length > 1 || reason !== undefined) return undefined;
  const { start } = change.range;
  const position = start.translate(0, change.text.length);
  if (change.text === ">") return position;
  // What closes a tag is outdented when it is typed, and then all of its line is new.
  if (change.text !== "/" && !/^[ \t]*<\/$/.test(change.text)) return undefined;
  const line = document.lineAt(position).text.slice(0, position.character);
  return line.endsWith("</") ? position : undefined;
}

/** XML has extensions of its own that do this; two of them would close a tag twice. */
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
  const snippet = await client.sendRequest<string | null>(CLOSE_TAG_REQUEST, params);
  const editor = vscode.window.activeTextEditor;
  if (snippet === null || editor?.document !== document) return;
  const isThere = await cursorIsAt(editor, position);
  // Whoever types on does not want what belongs to an earlier text.
  if (!isThere || document.version !== version) return;
  await editor.insertSnippet(new vscode.SnippetString(snippet), position);
}

/**
 * True if the cursor is at the position, or gets there at once: the editor tells of the change first
 * and of the cursor behind it, and a server in the same browser may answer in between.
 */
async function cursorIsAt(editor: vscode.TextEditor, position: vscode.Position): Promise<boolean> {
  const isThere = () => editor.selection.isEmpty && editor.selection.active.isEqual(position);
  if (isThere()) return true;
  let listening: vscode.Disposable | undefined;
  await new Promise<void>((resolve) => {
    listening = vscode.window.onDidChangeTextEditorSelection(() => resolve());
    setTimeout(resolve, CURSOR_MS);
  });
  listening?.dispose();
  return isThere();
}
