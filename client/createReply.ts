/** The command that answers the stanza at the cursor with an error of the user's choice. */

import * as vscode from "vscode";
import type { ReplyParams } from "../server/protocol/protocol";
import { CREATE_REPLY_COMMAND } from "./errorReply";
import type { ServerConnection } from "./serverConnection";

export function registerCreateReply(server: ServerConnection): vscode.Disposable {
  return vscode.commands.registerCommand(
    CREATE_REPLY_COMMAND,
    async (uri?: unknown, position?: ReplyParams["position"]) => {
      const running = server.client;
      const editor = vscode.window.activeTextEditor;
      const target =
        typeof uri === "string" && position ? { uri, position } : editor && targetAt(editor);
      if (!running || !target) {
        const message = vscode.l10n.t("Put the cursor into the stanza that is to be answered.");
        void vscode.window.showInformationMessage(message);
        return;
      }
      await server.library.createReply(running, target);
    },
  );
}

/** Position as plain data: a worker gets a copy of the message, without the methods of its class. */
function targetAt({ document, selection }: vscode.TextEditor) {
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), position: { line, character } };
}
