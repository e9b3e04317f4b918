/** The language status item: what was found in the document that is looked at. */

import * as vscode from "vscode";
import { STANZA_LANGUAGE, XML_LANGUAGE } from "./admission";
import { runOf, SECTION } from "./settings";

const SOURCE = "xmpp-stanza";

export function createStatus(isChecked: (uri: vscode.Uri) => boolean): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("xmppStanza.status", [
    { language: STANZA_LANGUAGE },
    { language: XML_LANGUAGE },
  ]);
  item.name = "XMPP Stanza";
  item.command = { title: "Show output", command: "xmppStanza.showOutput" };

  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    if (!isChecked(document.uri)) {
      item.text = "No stanzas";
      item.detail = "XMPP Stanza";
      item.severity = vscode.LanguageStatusSeverity.Information;
      return;
    }
    const found = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === SOURCE);
    const errors = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    const run = runOf(document);
    item.text = run === "off" ? "Not checked" : summary(found.length);
    item.detail = `XMPP Stanza, checked ${runWords[run]}`;
    item.severity =
      errors.length > 0 && run !== "off"
        ? vscode.LanguageStatusSeverity.Error
        : vscode.LanguageStatusSeverity.Information;
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) update();
    }),
  );
}

const runWords = { onType: "while you type", onSave: "on save", off: "never" } as const;

function summary(count: number): string {
  if (count === 0) return "No findings";
  return count === 1 ? "1 finding" : `${count} findings`;
}
