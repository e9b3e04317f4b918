/** Entry point of the extension, on the desktop as in a browser; small, because the editor loads it at first. */

import * as vscode from "vscode";
import { CheckState } from "./checkState";
import { registerCheckTask } from "./checkTask";
import { registerCloseTag } from "./closeTag";
import { registerCommands } from "./commands";
import { registerConversation } from "./conversation";
import { registerCreateReply } from "./createReply";
import { ExampleFiles } from "./exampleFiles";
import { registerCheckTool } from "./languageModelTool";
import { loadInBrowser } from "./loadInBrowser";
import { offerStanzaLanguage } from "./offerLanguage";
import { registerRuleDocuments } from "./ruleDocuments";
import { type LoadLibrary, ServerConnection, type StartTimes } from "./serverConnection";
import { SourceChoices } from "./sourceChoices";
import { createStatus } from "./status";
import { WorkspaceCheck } from "./workspaceCheck";

/** Interface for other extensions, and for the tests. */
export interface Api {
  serverRunning(): boolean;
  startTimes(): StartTimes;
}

/** False in a browser: a global `process` of some extension there has no version of Node's. */
const isInNode = typeof globalThis.process?.versions?.node === "string";

/** Starts the server when the first document with stanzas is open, and not before. */
export function activate(context: vscode.ExtensionContext): Api {
  const output = vscode.window.createOutputChannel("XMPP Stanza", { log: true });
  const switches = new CheckState(context.workspaceState);
  const choices = new SourceChoices(context.workspaceState);
  const server = new ServerConnection(context, loadLibrary(context), output, switches, choices);
  const workspaceCheck = new WorkspaceCheck(server, switches);
  const exampleFiles = new ExampleFiles();
  context.subscriptions.push(
    output,
    exampleFiles,
    switches,
    choices,
    server,
    workspaceCheck,
    createStatus(server, switches),
    registerCommands(server, switches, workspaceCheck, exampleFiles),
    registerCloseTag(() => server.client),
    registerCreateReply(server),
    registerConversation(context.extensionUri, server),
    registerCheckTool(server),
    registerRuleDocuments(server),
    offerStanzaLanguage(context.globalState),
  );
  // A browser has no processes that a task could be.
  if (isInNode)
    context.subscriptions.push(registerCheckTask(context.asAbsolutePath("dist/cli.js")));
  return { serverRunning: () => server.isRunning, startTimes: () => server.startTimes };
}

function loadLibrary({ extensionUri }: vscode.ExtensionContext): LoadLibrary {
  if (isInNode) return () => import("./nodeClient");
  return () => loadInBrowser<typeof import("./browserClient")>(extensionUri, "browserClient");
}
