/** The source of a document: which reader looks for stanzas in it. Shown in the language status, and chosen by a command. */

import * as vscode from "vscode";
import { type ChosenSource, chosenSources } from "../server/core/sources/names";
import { programTitles } from "../server/core/sources/programTitles";
import type { DocumentState } from "../server/protocol/protocol";
import type { SourceChoices } from "./sourceChoices";

/**
 * Lets the user choose the source of a document.
 * @param wanted the source, where the caller knows it; `automatic` for what the document looks like
 */
export async function chooseSource(
  document: vscode.TextDocument,
  choices: SourceChoices,
  wanted: unknown,
): Promise<void> {
  const known = chosenSources.find((source) => source === wanted);
  const isKnown = known !== undefined || wanted === "automatic";
  const chosen = isKnown ? { source: known } : await ask(choices.of(document.uri));
  if (chosen) await choices.choose(document, chosen.source);
}

interface SourceItem extends vscode.QuickPickItem {
  /** Undefined for what the document looks like. */
  readonly source: ChosenSource | undefined;
}

async function ask(current: ChosenSource | undefined): Promise<SourceItem | undefined> {
  const description = vscode.l10n.t("current choice");
  const itemOf = (source: ChosenSource | undefined, label: string): SourceItem => ({
    source,
    label,
    ...(source === current ? { description } : {}),
  });
  const automatic = {
    ...itemOf(undefined, vscode.l10n.t("Automatic")),
    detail: vscode.l10n.t("By the language, the name and the text of the document"),
  };
  const items = chosenSources.map((source) => itemOf(source, labelOf(source)));
  return vscode.window.showQuickPick([automatic, ...items], {
    title: vscode.l10n.t("Source of this document"),
    placeHolder: vscode.l10n.t("How are its stanzas found?"),
  });
}

/** Shows in the language status how the document is read. */
export function showSource(
  item: vscode.LanguageStatusItem,
  document: vscode.TextDocument,
  state: DocumentState,
  choices: SourceChoices,
): void {
  item.selector = { language: document.languageId };
  item.text = labelOf(state.source as ChosenSource);
  item.detail =
    choices.of(document.uri) === undefined
      ? vscode.l10n.t("XMPP Stanza, source of the stanzas")
      : vscode.l10n.t("XMPP Stanza, source chosen for this document");
  item.command = { title: vscode.l10n.t("Change"), command: "xmppStanza.chooseSource" };
}

function labelOf(source: ChosenSource): string {
  switch (source) {
    case "plain":
      return vscode.l10n.t("Plain stanzas");
    case "xep":
      return "XEP";
    case "markdown":
      return vscode.l10n.t("Markdown or reStructuredText");
    case "scansion":
      return vscode.l10n.t("Scansion script");
    case "transcript":
      return vscode.l10n.t("Transcript or log");
    case "javascript":
      return vscode.l10n.t("JavaScript or TypeScript");
    case "python":
      return "Python";
    case "none":
      return vscode.l10n.t("Nothing is read");
    default:
      return programTitles[source];
  }
}
