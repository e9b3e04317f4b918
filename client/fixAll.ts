/** The command that applies every fix of a document that is the only right one. */

import * as vscode from "vscode";

/** The code action kind that also repairs on saving, in `editor.codeActionsOnSave`. */
const FIX_ALL_KIND = "source.fixAll.xmppStanza";

/** @throws Error if the document could not be changed */
export async function fixAll(document: vscode.TextDocument): Promise<void> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    whole,
    FIX_ALL_KIND,
  );
  const edit = actions.find(({ kind }) => kind?.value === FIX_ALL_KIND)?.edit;
  if (!edit) {
    const text = vscode.l10n.t("Nothing to fix: no finding here has one right answer.");
    void vscode.window.showInformationMessage(`XMPP Stanza: ${text}`);
    return;
  }
  const isDone = await vscode.workspace.applyEdit(edit);
  if (!isDone) throw new Error(vscode.l10n.t("The document could not be changed."));
}
