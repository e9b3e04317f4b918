/** Answers a stanza with an error of the user's choice. */

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  CONDITIONS_REQUEST,
  type ConditionChoice,
  type ConditionsParams,
  REPLY_REQUEST,
  type ReplyAnswer,
  type ReplyParams,
} from "../server/protocol/protocol";

export const CREATE_REPLY_COMMAND = "xmppStanza.createErrorReply";

export async function createReply(
  client: BaseLanguageClient,
  target: Pick<ReplyParams, "uri" | "position">,
): Promise<void> {
  // The server refuses stanzas that must not be answered, before the user is asked anything.
  const possible = await ask(client, target);
  if (!possible) return;
  const condition = await pickCondition(client, target);
  if (condition === undefined) return;
  const answer = await ask(client, { ...target, condition });
  if (!answer?.edit) return;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  if (!(await vscode.workspace.applyEdit(edit)) || !answer.cursor) return;
  const { line, character } = answer.cursor;
  const cursor = new vscode.Range(line, character, line, character);
  const uri = vscode.Uri.parse(target.uri, true);
  const shown = vscode.window.visibleTextEditors.find(
    (one) => one.document.uri.toString() === uri.toString(),
  );
  await vscode.window.showTextDocument(uri, {
    selection: cursor,
    ...(shown?.viewColumn !== undefined && { viewColumn: shown.viewColumn }),
  });
}

type ProtocolEdit = Parameters<BaseLanguageClient["protocol2CodeConverter"]["asWorkspaceEdit"]>[0];

/** The server's answer; undefined after a refusal, which is shown. */
async function ask(
  client: BaseLanguageClient,
  params: ReplyParams,
): Promise<ReplyAnswer<ProtocolEdit> | undefined> {
  const answer = await client.sendRequest<ReplyAnswer<ProtocolEdit> | null>(REPLY_REQUEST, params);
  if (!answer) return undefined;
  if (answer.refusal === undefined) return answer;
  void vscode.window.showWarningMessage(answer.refusal);
  return undefined;
}

async function pickCondition(
  client: BaseLanguageClient,
  { uri, position }: ConditionsParams,
): Promise<string | undefined> {
  const params: ConditionsParams = { uri, position };
  const choices = await client.sendRequest<ConditionChoice[]>(CONDITIONS_REQUEST, params);
  const items = choices.flatMap(({ name, meaning, type, group }, index) => [
    ...(group === choices[index - 1]?.group
      ? []
      : [{ label: group, kind: vscode.QuickPickItemKind.Separator }]),
    { label: name, description: type, detail: meaning },
  ]);
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Create Error Reply"),
    placeHolder: vscode.l10n.t("What went wrong?"),
    matchOnDetail: true,
  });
  return picked?.label;
}
