/** Offers once to treat plain XML that holds stanzas as a stanza file. */

import * as vscode from "vscode";
import { qualifies, STANZA_LANGUAGE, XML_LANGUAGE } from "./documentFilter";

const OFFERED_KEY = "stanzaLanguageOffered";

export function offerStanzaLanguage(memory: vscode.Memento): vscode.Disposable {
  let isOffered = memory.get<boolean>(OFFERED_KEY, false);
  if (isOffered) return new vscode.Disposable(() => {});

  const consider = async (editor: vscode.TextEditor | undefined) => {
    const document = editor?.document;
    if (isOffered || document?.languageId !== XML_LANGUAGE || !qualifies(document, false)) return;
    isOffered = true;
    listening.dispose();
    // Remembered before the answer: a message that was closed is not to come back.
    await memory.update(OFFERED_KEY, true);
    const accept = vscode.l10n.t("Treat as XMPP Stanza");
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        "This XML file holds XMPP stanzas. Treated as XMPP Stanza, it may have several of them side by side, and they get colours of their own.",
      ),
      accept,
    );
    if (chosen === accept) await useStanzaLanguage(document);
  };
  const listening = vscode.window.onDidChangeActiveTextEditor(consider);
  void consider(vscode.window.activeTextEditor);
  return listening;
}

/** Changes the document's language to the stanza language, until it is closed. */
export async function useStanzaLanguage(document: vscode.TextDocument): Promise<void> {
  await vscode.languages.setTextDocumentLanguage(document, STANZA_LANGUAGE);
}
