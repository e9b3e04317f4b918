/** What desktop and browser share: the server, and all that people see of the extension. */

import * as vscode from "vscode";
import { registerCloseTag } from "./closeTag";
import { registerCommands } from "./commands";
import { registerConversation } from "./conversation";
import { registerCreateReply } from "./createReply";
import { registerCheckTool } from "./languageModelTool";
import { offerStanzaLanguage } from "./offerLanguage";
import { type ClientHost, ServerConnection } from "./serverConnection";
import { createStatus } from "./status";
import { CheckSwitches } from "./switches";
import { WorkspaceCheck } from "./workspaceCheck";

/** What other extensions, and the tests, can ask this one. */
export interface Api {
  serverRunning(): boolean;
}

/** Starts the server when the first document with stanzas is open, and not before. */
export function startExtension(context: vscode.ExtensionContext, host: ClientHost): Api {
  const output = vscode.window.createOutputChannel("XMPP Stanza", { log: true });
  const switches = new CheckSwitches(context.workspaceState);
  const server = new ServerConnection(host, output, switches);
  const workspaceCheck = new WorkspaceCheck(server, switches);
  context.subscriptions.push(
    output,
    switches,
    server,
    workspaceCheck,
    createStatus(server, switches),
    registerCommands(server, switches, workspaceCheck),
    registerCloseTag(() => server.client),
    registerCreateReply(() => server.client),
    registerConversation(context.extensionUri, server),
    registerCheckTool(server),
    offerStanzaLanguage(context.globalState),
  );
  return { serverRunning: () => server.isRunning };
}
