/** The language status items: the findings of the active document, and commands for them. */

import * as vscode from "vscode";
import {
  DOCUMENT_STATE_REQUEST,
  type DocumentState,
  type FileParams,
} from "../server/protocol/protocol";
import type { CheckState } from "./checkState";
import { isConfigurationFile, LANGUAGES, STANZA_LANGUAGE, XML_LANGUAGE } from "./documentFilter";
import type { ServerConnection } from "./serverConnection";
import { type Run, runOf, SECTION } from "./settings";
import { reasonOf, reasonUnseen } from "./uncheckedDocument";

/** Source of this extension's diagnostics. */
export const SOURCE = "xmpp-stanza";

/** Milliseconds without typing after which the server is asked for the state of the document. */
const REST_MS = 300;

const languages: ReadonlySet<string> = new Set(LANGUAGES);

/** Documents for which the items report also that there are no stanzas; for others they need stanzas to show. */
const own = [{ language: STANZA_LANGUAGE }, { language: XML_LANGUAGE }];

export function createStatus(server: ServerConnection, switches: CheckState): vscode.Disposable {
  const findings = vscode.languages.createLanguageStatusItem("xmppStanza.status", own);
  findings.name = "XMPP Stanza";
  /** Shown for XML with stanzas only; its selector is set by `update`. */
  const language = vscode.languages.createLanguageStatusItem("xmppStanza.language", []);
  language.name = vscode.l10n.t("XMPP Stanza: Language");
  language.text = vscode.l10n.t("XML that holds stanzas");
  language.command = {
    title: vscode.l10n.t("Treat as XMPP Stanza"),
    command: "xmppStanza.useStanzaLanguage",
  };

  /** Shown where a configuration file applies. */
  const configuration = vscode.languages.createLanguageStatusItem("xmppStanza.configuration", []);
  configuration.name = vscode.l10n.t("XMPP Stanza: Configuration");

  /** Shown for documents that the server has open. */
  const source = vscode.languages.createLanguageStatusItem("xmppStanza.source", []);
  source.name = vscode.l10n.t("XMPP Stanza: Source");

  /** In the status bar, for a document that is not checked: silence must not look like "no findings". */
  const off = vscode.window.createStatusBarItem("xmppStanza.off", vscode.StatusBarAlignment.Right);
  off.name = vscode.l10n.t("XMPP Stanza: Off");

  /** The document that the items are about. */
  let current: vscode.TextDocument | undefined;
  let wasSeen = false;
  /** Last state that the server has reported of each document. */
  const states = new WeakMap<vscode.TextDocument, DocumentState>();

  const show = (document: vscode.TextDocument): ItemContent => {
    const { languageId, uri } = document;
    const state = stateOf(document, server, switches, states.get(document));
    const isOther = languageId !== STANZA_LANGUAGE && languageId !== XML_LANGUAGE;
    const hasSomething = server.sees(uri) || state.command !== undefined;
    findings.selector = isOther && hasSomething ? { language: languageId } : own;
    return Object.assign(findings, state);
  };

  const refresh = (document: vscode.TextDocument) => {
    askState(document, server)
      .then((answer) => {
        if (answer) states.set(document, answer);
        if (current !== document) return;
        showConfiguration(document, answer, configuration);
        if (answer) server.library.showSource(source, document, answer, server.choices);
        else source.selector = [];
        show(document);
      })
      .catch((error) =>
        server.output.warn(`What is checked of ${document.uri} is not known: ${String(error)}`),
      );
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refreshLater = (document: vscode.TextDocument) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => refresh(document), REST_MS);
  };

  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.uri.scheme !== "output") setHasStanzas(document, server);
    if (!document) off.hide();
    // The output panel has an editor too, and while it is active the items still are about the file.
    if (!document || document.uri.scheme === "output") return;
    if (!languages.has(document.languageId)) return off.hide();
    current = document;
    wasSeen = server.sees(document.uri);
    const isPlain = document.languageId === XML_LANGUAGE && server.sees(document.uri);
    language.selector = isPlain ? { language: XML_LANGUAGE } : [];
    const state = show(document);
    refresh(document);
    const isOff = !server.hasEnded && server.sees(document.uri) && !switches.wants(document);
    if (isOff) showOff(off, state);
    else off.hide();
  };
  update();
  return vscode.Disposable.from(
    findings,
    language,
    configuration,
    source,
    off,
    server.onDidChangeState(update),
    server.onDidPull((uri) => {
      if (current?.uri.toString() === uri.toString()) refreshLater(current);
    }),
    new vscode.Disposable(() => clearTimeout(waiting)),
    switches.onDidChange(update),
    server.choices.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      // The first stanza may just have been typed.
      if (document === current && server.sees(document.uri) !== wasSeen) update();
    }),
    vscode.languages.onDidChangeDiagnostics(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) update();
    }),
  );
}

/** Sets the context key for the entries of the editor's menu: whether the document is open in the server. */
function setHasStanzas(document: vscode.TextDocument | undefined, server: ServerConnection): void {
  const has = document && server.sees(document.uri) && !isConfigurationFile(document.uri);
  void vscode.commands.executeCommand("setContext", "xmppStanza.hasStanzas", has === true);
}

/** The server's state of the document; undefined if it is not open there. */
async function askState(
  { uri }: vscode.TextDocument,
  server: ServerConnection,
): Promise<DocumentState | undefined> {
  if (!server.isRunning || !server.sees(uri)) return undefined;
  const params: FileParams = { uri: uri.toString() };
  return server.ask<DocumentState>(DOCUMENT_STATE_REQUEST, params);
}

/** Names the nearest configuration file that applies to the document, and opens it. */
function showConfiguration(
  document: vscode.TextDocument,
  state: DocumentState | undefined,
  item: vscode.LanguageStatusItem,
): void {
  const nearest = state?.configurationFiles[0];
  item.selector = nearest === undefined ? [] : { language: document.languageId };
  if (nearest === undefined) return;
  const uri = vscode.Uri.parse(nearest, true);
  item.text = vscode.workspace.asRelativePath(uri);
  item.detail = vscode.l10n.t("XMPP Stanza, configured by this file");
  const title = vscode.l10n.t("Open");
  item.command = { title, command: "vscode.open", arguments: [uri] };
}

type ItemContent = Pick<vscode.LanguageStatusItem, "text" | "detail" | "severity" | "command">;

/** Shows why the document is not checked; a click checks it. */
function showOff(item: vscode.StatusBarItem, { text, command }: ItemContent): void {
  item.text = `$(circle-slash) ${vscode.l10n.t("XMPP Stanza: Off")}`;
  item.tooltip = command ? `${text} · ${command.title}` : text;
  item.command = command;
  item.show();
}

function stateOf(
  document: vscode.TextDocument,
  server: ServerConnection,
  switches: CheckState,
  known: DocumentState | undefined,
): ItemContent {
  const { Error: error, Information: information } = vscode.LanguageStatusSeverity;
  const detail = "XMPP Stanza";
  if (server.hasEnded) {
    const command = { title: vscode.l10n.t("Restart"), command: "xmppStanza.restartServer" };
    return { text: vscode.l10n.t("The server has stopped"), detail, severity: error, command };
  }
  const isSeen = server.sees(document.uri);
  const reason = isSeen ? known && reasonOf(known) : reasonUnseen(document);
  // Silence must not look like "no findings": the reason why nothing is checked goes before everything else.
  if (reason?.command) return { ...reason, command: reason.command, detail, severity: information };
  if (!isSeen || reason) {
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
