/** The commands that show the conversation of a document, and export it. */

import * as vscode from "vscode";
import type { ConversationCommands } from "./conversationCommands";
import type { ServerConnection } from "./serverConnection";

export function registerConversation(
  extensionUri: vscode.Uri,
  server: ServerConnection,
): vscode.Disposable {
  let commands: ConversationCommands | undefined;
  const loaded = async () => {
    const { ConversationCommands } = await server.loaded();
    commands ??= new ConversationCommands(extensionUri, server);
    return commands;
  };
  return vscode.Disposable.from(
    new vscode.Disposable(() => commands?.dispose()),
    vscode.commands.registerCommand("xmppStanza.showConversation", async (uri?: unknown) =>
      (await loaded()).show(uri),
    ),
    vscode.commands.registerCommand(
      "xmppStanza.exportConversation",
      async (uri?: unknown, target?: unknown) => (await loaded()).export(uri, target),
    ),
  );
}
