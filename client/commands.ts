/** Commands of the command palette. */

import * as vscode from "vscode";
import type { CheckState } from "./checkState";
import type { ExampleFiles } from "./exampleFiles";
import { useStanzaLanguage } from "./offerLanguage";
import type { ServerConnection } from "./serverConnection";
import { registerTurnSourceOn, showUnchecked, uncheckedReason } from "./uncheckedDocument";
import type { WorkspaceCheck } from "./workspaceCheck";

export function registerCommands(
  server: ServerConnection,
  switches: CheckState,
  workspaceCheck: WorkspaceCheck,
  exampleFiles: ExampleFiles,
): vscode.Disposable {
  const commands: Record<string, (argument?: unknown) => unknown> = {
    showOutput: () => server.output.show(),
    restartServer: () => server.restart(),
    checkFile: () => forCheckedDocument(server, ({ uri }) => switches.ask(uri)),
    fixAll: () => forCheckedDocument(server, (document) => server.library.fixAll(document)),
    checkWorkspace: () => workspaceCheck.run(),
    clearWorkspaceFindings: () => workspaceCheck.clear(),
    toggleFile: () => forActiveDocument(({ uri }) => switches.toggle(uri)),
    useStanzaLanguage: () => forActiveDocument(useStanzaLanguage),
    chooseSource: (wanted) =>
      forActiveDocument(async (document) =>
        (await server.loaded()).chooseSource(document, server.choices, wanted),
      ),
    explainRule: async () => (await server.loaded()).explainRule(server),
    openExamples: () => exampleFiles.open(),
  };
  return vscode.Disposable.from(
    registerTurnSourceOn(),
    ...Object.entries(commands).map(([name, command]) =>
      vscode.commands.registerCommand(`xmppStanza.${name}`, async (argument?: unknown) => {
        try {
          return await command(argument);
        } catch (error) {
          await showFailure(error, server.output);
        }
      }),
    ),
  );
}

async function showFailure(error: unknown, output: vscode.LogOutputChannel): Promise<void> {
  output.error(error instanceof Error ? (error.stack ?? error) : String(error));
  const show = vscode.l10n.t("Show Output");
  const message = error instanceof Error ? error.message : String(error);
  // Not awaited: the command has ended, whether the user reads this message or not.
  void vscode.window.showErrorMessage(`XMPP Stanza: ${message}`, show).then((chosen) => {
    if (chosen === show) output.show();
  });
}

async function forActiveDocument(
  action: (document: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await action(document);
  else throw new Error(vscode.l10n.t("No editor is open."));
}

/** Runs an action on the active document, or shows why nothing in it is checked. */
async function forCheckedDocument(
  server: ServerConnection,
  action: (document: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  await forActiveDocument(async (document) => {
    const reason = await uncheckedReason(document, server);
    if (!reason) return action(document);
    // Not awaited: the command has ended, whether the user answers or not.
    void showUnchecked(reason).catch((error) => showFailure(error, server.output));
  });
}
