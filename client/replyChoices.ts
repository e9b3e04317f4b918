/** What an error reply says besides its condition, as the user chooses it. */

import * as vscode from "vscode";
import type { ReplyChoices } from "../server/protocol/protocol";

/** Choices with a value that the user writes. */
type WrittenChoice = Exclude<keyof ReplyChoices, "payload" | "omitId">;

interface ChoiceItem extends vscode.QuickPickItem {
  /** The choice whose value is asked for. */
  readonly asks?: WrittenChoice;
  /** Choices that the item makes by itself. */
  readonly sets?: ReplyChoices;
}

/**
 * Lets the user choose what the reply says, then asks for the values, one by one. An empty value is as if it were not
 * chosen.
 * @returns undefined if the user cancels
 */
export async function pickReplyChoices(present: ReplyChoices): Promise<ReplyChoices | undefined> {
  const items = choiceItems().map((item) => ({ ...item, picked: isMade(item, present) }));
  const title = vscode.l10n.t("Create Error Reply");
  const picked = await vscode.window.showQuickPick<ChoiceItem>(items, {
    title,
    placeHolder: vscode.l10n.t("What else does the reply say?"),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (!picked) return undefined;
  let choices: ReplyChoices = {};
  for (const { label, asks, sets } of picked) {
    choices = { ...choices, ...sets };
    if (!asks) continue;
    const value = await vscode.window.showInputBox({
      title,
      prompt: label,
      value: present[asks] ?? "",
    });
    if (value === undefined) return undefined;
    if (value !== "") choices = { ...choices, [asks]: value };
  }
  return choices;
}

function isMade({ asks, sets }: ChoiceItem, present: ReplyChoices): boolean {
  if (asks) return present[asks] !== undefined;
  return Object.entries(sets ?? {}).every(([name, value]) => {
    return present[name as keyof ReplyChoices] === value;
  });
}

function choiceItems(): ChoiceItem[] {
  return [
    { label: vscode.l10n.t("Error type"), description: "type", asks: "type" },
    { label: vscode.l10n.t("Text for people"), description: "<text/>", asks: "text" },
    { label: vscode.l10n.t("Sender of the reply"), description: "from", asks: "from" },
    { label: vscode.l10n.t("Addressee of the reply: who asked"), description: "to", asks: "to" },
    { label: vscode.l10n.t("Who reports the error"), description: "by", asks: "by" },
    {
      label: vscode.l10n.t("New address, for gone and redirect"),
      description: "xmpp:…",
      asks: "address",
    },
    {
      label: vscode.l10n.t("Application-specific condition"),
      description: vscode.l10n.t("{0}, in a namespace of its own", "{namespace}name"),
      asks: "app",
    },
    { label: vscode.l10n.t("Legacy code"), description: "code", asks: "code" },
    {
      label: vscode.l10n.t("Language of the reply"),
      description: "xml:lang",
      asks: "stanzaLanguage",
    },
    {
      label: vscode.l10n.t("Children of the stanza before the error"),
      sets: { payload: "before" },
    },
    { label: vscode.l10n.t("Children of the stanza after the error"), sets: { payload: "after" } },
    { label: vscode.l10n.t("No id"), sets: { omitId: true } },
  ];
}
