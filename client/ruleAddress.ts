/** Addresses of the texts about rules inside the editor. */

import * as vscode from "vscode";

/** Scheme of the documents. */
export const RULE_SCHEME = "xmpp-stanza";

/** Address of a rule's document, with `{rule}` for its id. */
export const RULE_PAGES = `${RULE_SCHEME}:/rules/{rule}.md`;

export function ruleUri(id: string): vscode.Uri {
  return vscode.Uri.parse(RULE_PAGES.replace("{rule}", id), true);
}
