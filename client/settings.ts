/** Settings that the client itself acts on; settings about rules go to the server. */

import { type TextDocument, workspace } from "vscode";

export const SECTION = "xmppStanza";

/** When a document is checked. */
export type Run = "onType" | "onSave" | "off";

export function runOf(document: TextDocument): Run {
  return workspace.getConfiguration(SECTION, document).get<Run>("run", "onType");
}

/** The setting `sources` of a document: where stanzas are looked for. */
export function sourcesOf(document: TextDocument): Readonly<Record<string, unknown>> {
  return workspace.getConfiguration(SECTION, document).get("sources", {});
}

/** True if the messages to and from the server are written to the output channel. */
export function isTraced(): boolean {
  return workspace.getConfiguration(SECTION).get("trace.server", "off") !== "off";
}
