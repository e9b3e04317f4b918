/** What the command palette offers. */

import * as vscode from "vscode";
import { RULES_REQUEST, type RuleInfo } from "../server/protocol/protocol";
import type { CheckState } from "./checkState";
import { STANZA_LANGUAGE } from "./documentFilter";
import { examples } from "./examples";
import { useStanzaLanguage } from "./offerLanguage";
import type { ServerConnection } from "./serverConnection";
import { SOURCE } from "./status";
import type { WorkspaceCheck } from "./workspaceCheck";

export function registerCommands(
  server: ServerConnection,
  switches: CheckState,
  workspaceCheck: WorkspaceCheck,
): vscode.Disposable {
  const commands: Record<string, (argument?: unknown) => unknown> = {
    showOutput: () => server.output.show(),
    restartServer: () => server.restart(),
    checkFile: () => checkFile(server, switches),
    checkWorkspace: () => workspaceCheck.run(),
    clearWorkspaceFindings: () => workspaceCheck.clear(),
    toggleFile: () => forActiveDocument(({ uri }) => switches.toggle(uri)),
    useStanzaLanguage: () => forActiveDocument(useStanzaLanguage),
    explainRule: () => explainRule(server),
    openExamples,
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, command]) =>
      vscode.commands.registerCommand(`xmppStanza.${name}`, async (argument?: unknown) => {
        try {
          return await command(argument);
        } catch (error) {
          await tellFailure(error, server.output);
        }
      }),
    ),
  );
}

async function tellFailure(error: unknown, output: vscode.LogOutputChannel): Promise<void> {
  output.error(error instanceof Error ? (error.stack ?? error) : String(error));
  const show = vscode.l10n.t("Show Output");
  const message = error instanceof Error ? error.message : String(error);
  // Not waited for: the command has ended, whether somebody reads this or not.
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

async function checkFile(server: ServerConnection, switches: CheckState): Promise<void> {
  await forActiveDocument(async (document) => {
    await server.started();
    if (!server.sees(document.uri)) {
      throw new Error(vscode.l10n.t("No stanzas were found in this document."));
    }
    await switches.ask(document.uri);
  });
}

/** Lets somebody choose a rule, first that of the finding at the cursor, and opens its page. */
async function explainRule(server: ServerConnection): Promise<string | undefined> {
  const rules = await server.ask<RuleInfo[]>(RULES_REQUEST);
  const here = new Set(rulesAtCursor());
  const item = ({ id, summary, page }: RuleInfo) => ({ label: id, detail: summary, page });
  const groups = [...new Set(rules.map(({ group }) => group))];
  const near = rules.filter(({ id }) => here.has(id));
  const kind = vscode.QuickPickItemKind.Separator;
  const heading = (label: string) => ({ label, kind, page: "" });
  const chosen = await vscode.window.showQuickPick(
    [
      ...(near.length > 0 ? [heading(vscode.l10n.t("At the cursor")), ...near.map(item)] : []),
      ...groups.flatMap((group) => [
        heading(group),
        ...rules.filter((rule) => rule.group === group && !here.has(rule.id)).map(item),
      ]),
    ],
    {
      title: vscode.l10n.t("Explain a Rule"),
      placeHolder: vscode.l10n.t("The page of the rule opens in the browser"),
      matchOnDetail: true,
    },
  );
  if (chosen) await vscode.env.openExternal(vscode.Uri.parse(chosen.page, true));
  return chosen?.label;
}

function rulesAtCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  return vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === SOURCE && range.contains(editor.selection))
    .map(({ code }) => String(typeof code === "object" ? code.value : code));
}

async function openExamples(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: STANZA_LANGUAGE,
    content: examples(),
  });
  await vscode.window.showTextDocument(document, { preview: false });
}
