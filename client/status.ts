/** The language status items: what was found in the document that is looked at, and what can be done. */

import * as vscode from "vscode";
import { STANZA_LANGUAGE, XML_LANGUAGE } from "./admission";
import type { ServerConnection } from "./serverConnection";
import { type Run, runOf, SECTION } from "./settings";
import type { CheckSwitches } from "./switches";

const SOURCE = "xmpp-stanza";
const languages: ReadonlySet<string> = new Set([STANZA_LANGUAGE, XML_LANGUAGE]);

export function createStatus(server: ServerConnection, switches: CheckSwitches): vscode.Disposable {
  const findings = vscode.languages.createLanguageStatusItem("xmppStanza.status", [
    { language: STANZA_LANGUAGE },
    { language: XML_LANGUAGE },
  ]);
  findings.name = "XMPP Stanza";
  /** Shown for XML with stanzas only; its selector is set by `update`. */
  const language = vscode.languages.createLanguageStatusItem("xmppStanza.language", []);
  language.name = vscode.l10n.t("XMPP Stanza: Language");
  language.text = vscode.l10n.t("XML that holds stanzas");
  language.command = {
    title: vscode.l10n.t("Treat as XMPP Stanza"),
    command: "xmppStanza.useStanzaLanguage",
  };

  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    // The output panel has an editor too, and while it is active the items still speak of the file.
    if (!document || !languages.has(document.languageId)) return;
    const isPlain = document.languageId === XML_LANGUAGE && server.sees(document.uri);
    language.selector = isPlain ? { language: XML_LANGUAGE } : [];
    Object.assign(findings, stateOf(document, server, switches));
  };
  update();
  return vscode.Disposable.from(
    findings,
    language,
    server.onDidChangeState(update),
    switches.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) update();
    }),
  );
}

type Shown = Pick<vscode.LanguageStatusItem, "text" | "detail" | "severity" | "command">;

function stateOf(
  document: vscode.TextDocument,
  server: ServerConnection,
  switches: CheckSwitches,
): Shown {
  const { Error: error, Information: information } = vscode.LanguageStatusSeverity;
  const detail = "XMPP Stanza";
  if (server.hasEnded) {
    const command = { title: vscode.l10n.t("Restart"), command: "xmppStanza.restartServer" };
    return { text: vscode.l10n.t("The server has stopped"), detail, severity: error, command };
  }
  if (!server.sees(document.uri)) {
    const text = vscode.l10n.t("No stanzas");
    return { text, detail, severity: information, command: undefined };
  }
  if (switches.isOff(document.uri)) {
    const command = { title: vscode.l10n.t("Turn On"), command: "xmppStanza.toggleFile" };
    const text = vscode.l10n.t("Off for this file");
    return { text, detail, severity: information, command };
  }
  const command = { title: vscode.l10n.t("Turn Off"), command: "xmppStanza.toggleFile" };
  const run = vscode.l10n.t("XMPP Stanza, checked {0}", runText(runOf(document)));
  if (!switches.wants(document)) {
    const check = { title: vscode.l10n.t("Check Now"), command: "xmppStanza.checkFile" };
    const text = vscode.l10n.t("Not checked");
    return { text, detail: run, severity: information, command: check };
  }
  const found = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === SOURCE);
  const hasError = found.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
  const severity = hasError ? error : information;
  return { text: countText(found.length), detail: run, severity, command };
}

function runText(run: Run): string {
  switch (run) {
    case "onType":
      return vscode.l10n.t("while you type");
    case "onSave":
      return vscode.l10n.t("on save");
    case "off":
      return vscode.l10n.t("when you ask for it");
  }
}

function countText(count: number): string {
  if (count === 0) return vscode.l10n.t("No findings");
  return count === 1 ? vscode.l10n.t("1 finding") : vscode.l10n.t("{0} findings", count);
}
