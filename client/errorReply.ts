/** Answers a stanza with an error of the user's choice. */

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  CONDITIONS_REQUEST,
  type ConditionChoice,
  type ConditionsParams,
  REPLY_REQUEST,
  type ReplyAnswer,
  type ReplyChoices,
  type ReplyParams,
} from "../server/protocol/protocol";
import { pickReplyChoices } from "./replyChoices";

export const CREATE_REPLY_COMMAND = "xmppStanza.createErrorReply";

export async function createReply(
  client: BaseLanguageClient,
  target: Pick<ReplyParams, "uri" | "position">,
): Promise<void> {
  // The server refuses stanzas that must not be answered, before the user is asked anything.
  const possible = await ask(client, target);
  if (!possible) return;
  const chosen = await pickReply(client, target);
  if (!chosen) return;
  const answer = await ask(client, { ...target, ...chosen });
  if (!answer?.edit) return;
  for (const note of answer.notes ?? []) void vscode.window.showInformationMessage(note);
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

/** The condition and what else the reply says; undefined if the user cancels. */
async function pickReply(
  client: BaseLanguageClient,
  { uri, position }: ConditionsParams,
): Promise<Omit<ReplyParams, "uri" | "position"> | undefined> {
  const params: ConditionsParams = { uri, position };
  const choices = await client.sendRequest<ConditionChoice[]>(CONDITIONS_REQUEST, params);
  let others: ReplyChoices = {};
  for (;;) {
    const picked = await pickCondition(choices);
    if (picked?.as !== undefined) return { ...others, as: picked.as };
    if (!picked?.asksForMore) return picked && { ...others, condition: picked.label };
    others = (await pickReplyChoices(others)) ?? others;
  }
}

interface ConditionItem extends vscode.QuickPickItem {
  /** True for the item that leads to the other choices. */
  readonly asksForMore?: boolean;
  /** Software whose answer is written. */
  readonly as?: string | undefined;
}

async function pickCondition(
  choices: readonly ConditionChoice[],
): Promise<ConditionItem | undefined> {
  const items: ConditionItem[] = choices.flatMap(({ name, meaning, type, group, as }, index) => [
    ...(group === choices[index - 1]?.group ? [] : [separator(group)]),
    { label: name, description: type, detail: meaning, as },
  ]);
  const more = { label: vscode.l10n.t("Options…"), asksForMore: true, alwaysShow: true };
  return vscode.window.showQuickPick([...items, separator(""), more], {
    title: vscode.l10n.t("Create Error Reply"),
    placeHolder: vscode.l10n.t("What went wrong?"),
    matchOnDetail: true,
  });
}

function separator(label: string): ConditionItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
