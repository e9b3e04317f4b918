/** The command that explains a rule of the user's choice. */

import * as vscode from "vscode";
import { RULES_REQUEST, type RuleInfo } from "../server/protocol/protocol";
import { showRule } from "./ruleDocuments";
import type { ServerConnection } from "./serverConnection";
import { SOURCE } from "./status";

/** Lets the user choose a rule, first that of the finding at the cursor, and shows its text. */
export async function explainRule(server: ServerConnection): Promise<string | undefined> {
  const rules = await server.ask<RuleInfo[]>(RULES_REQUEST);
  const here = new Set(rulesAtCursor());
  const item = ({ id, summary }: RuleInfo) => ({ label: id, detail: summary });
  const groups = [...new Set(rules.map(({ group }) => group))];
  const near = rules.filter(({ id }) => here.has(id));
  const kind = vscode.QuickPickItemKind.Separator;
  const heading = (label: string) => ({ label, kind });
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
      placeHolder: vscode.l10n.t("Which rule?"),
      matchOnDetail: true,
    },
  );
  if (chosen) await showRule(chosen.label);
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
