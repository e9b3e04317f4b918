/** Reasons why a document is not checked, in words, each with a command that changes it. */

import * as vscode from "vscode";
import { type OptionalSource, sourceLanguages } from "../server/core/sources/names";
import { mightContainStanza } from "../server/core/sources/plain";
import { programTitles } from "../server/core/sources/programTitles";
import {
  DOCUMENT_STATE_REQUEST,
  type DocumentState,
  type FileParams,
} from "../server/protocol/protocol";
import type { ServerConnection } from "./serverConnection";
import { SECTION } from "./settings";

/** Command that switches a source on; its argument is the name of the source. */
const TURN_ON_COMMAND = "xmppStanza.turnSourceOn";

/** Reason why a document is not checked, with a command that changes it, if there is any. */
export interface UncheckedReason {
  readonly text: string;
  readonly command?: vscode.Command;
}

/**
 * The reason why nothing is checked in the document; undefined for a document with stanzas that are checked. The server
 * is asked, and started for that, only about a document that qualifies.
 */
export async function uncheckedReason(
  document: vscode.TextDocument,
  server: ServerConnection,
): Promise<UncheckedReason | undefined> {
  await server.configurationIsKnown;
  if (!server.qualifies(document)) return reasonUnseen(document);
  await server.started();
  const params: FileParams = { uri: document.uri.toString() };
  return reasonOf(await server.ask<DocumentState>(DOCUMENT_STATE_REQUEST, params));
}

/** The reason of a document that is not open in the server. */
export function reasonUnseen(document: vscode.TextDocument): UncheckedReason {
  const source = sourceLanguages[document.languageId];
  return source && mightContainStanza(document.getText()) ? sourceIsOff(source) : noStanzas();
}

/** The reason of a document that is open in the server; undefined for a document with stanzas that are checked. */
export function reasonOf(state: DocumentState): UncheckedReason | undefined {
  const { configurationFiles, isIgnored, off, capture, source, stanzas } = state;
  const [nearest] = configurationFiles;
  const configuration = nearest === undefined ? undefined : vscode.Uri.parse(nearest, true);
  if (isIgnored && configuration) {
    return {
      text: vscode.l10n.t("This file is not checked: {0} ignores it.", nameOf(configuration)),
      command: openCommand(configuration),
    };
  }
  if (off !== undefined) return sourceIsOff(off as OptionalSource, configuration);
  const command = { title: vscode.l10n.t("Choose Source"), command: "xmppStanza.chooseSource" };
  if (capture !== undefined) return { text: captureText(capture), command };
  if (source === "none") {
    return {
      text: vscode.l10n.t("Nothing is read here: this was chosen for the document."),
      command,
    };
  }
  return stanzas === 0 ? noStanzas() : undefined;
}

function captureText(form: string): string {
  return vscode.l10n.t(
    "Packets in {0} are not read. Open what tshark -r FILE -q -z follow,tcp,ascii,0 prints.",
    form,
  );
}

/** Shows why the document is not checked, and runs the command that the user chooses. */
export async function showUnchecked({ text, command }: UncheckedReason): Promise<void> {
  const buttons = command ? [command.title] : [];
  const chosen = await vscode.window.showInformationMessage(`XMPP Stanza: ${text}`, ...buttons);
  if (chosen === undefined || !command) return;
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Registers the command that switches a source on. */
export function registerTurnSourceOn(): vscode.Disposable {
  return vscode.commands.registerCommand(TURN_ON_COMMAND, async (source: OptionalSource) => {
    const configuration = vscode.workspace.getConfiguration(SECTION);
    const { workspaceValue, globalValue } = configuration.inspect<object>("sources") ?? {};
    const [target, value] = hasWorkspace()
      ? [vscode.ConfigurationTarget.Workspace, workspaceValue]
      : [vscode.ConfigurationTarget.Global, globalValue];
    await configuration.update("sources", { ...value, [source]: true }, target);
  });
}

function noStanzas(): UncheckedReason {
  return { text: vscode.l10n.t("No stanzas were found in this document.") };
}

/** @param configuration the file that applies to the document; without a file the settings do */
function sourceIsOff(source: OptionalSource, configuration?: vscode.Uri): UncheckedReason {
  const where = sourceName(source);
  if (configuration) {
    const name = nameOf(configuration);
    return {
      text: vscode.l10n.t(
        'Stanzas in {0} are not checked: "sources" in {1} has {2} off.',
        where,
        name,
        source,
      ),
      command: openCommand(configuration),
    };
  }
  const title = hasWorkspace()
    ? vscode.l10n.t("Turn On for This Workspace")
    : vscode.l10n.t("Turn On");
  return {
    text: vscode.l10n.t(
      "Stanzas in {0} are not checked: the setting {1} has {2} off.",
      where,
      `${SECTION}.sources`,
      source,
    ),
    command: { title, command: TURN_ON_COMMAND, arguments: [source] },
  };
}

function sourceName(source: OptionalSource): string {
  switch (source) {
    case "xep":
      return vscode.l10n.t("XEPs");
    case "markdown":
      return vscode.l10n.t("Markdown and reStructuredText");
    case "scansion":
      return vscode.l10n.t("Scansion scripts");
    case "transcript":
      return vscode.l10n.t("transcripts");
    case "javascript":
      return vscode.l10n.t("JavaScript and TypeScript");
    case "python":
      return "Python";
    default:
      return programTitles[source];
  }
}

function openCommand(configuration: vscode.Uri): vscode.Command {
  const title = vscode.l10n.t("Open {0}", nameOf(configuration));
  return { title, command: "vscode.open", arguments: [configuration] };
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

function hasWorkspace(): boolean {
  return (
    vscode.workspace.workspaceFile !== undefined ||
    (vscode.workspace.workspaceFolders?.length ?? 0) > 0
  );
}
