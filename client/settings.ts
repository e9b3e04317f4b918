/** The settings that the client itself acts on; those about rules go to the server. */

import { type TextDocument, workspace } from "vscode";

export const SECTION = "xmppStanza";

/** When a document is checked. */
export type Run = "onType" | "onSave" | "off";

export function runOf(document: TextDocument): Run {
  return workspace.getConfiguration(SECTION, document).get<Run>("run", "onType");
}

/** Where stanzas are looked for, as far as it is set. */
export function sourcesOf(document: TextDocument): Readonly<Record<string, unknown>> {
  return workspace.getConfiguration(SECTION, document).get("sources", {});
}

/** How much of the talk with the server is written to the output channel. */
export function isTraced(): boolean {
  return workspace.getConfiguration(SECTION).get("trace.server", "off") !== "off";
}
