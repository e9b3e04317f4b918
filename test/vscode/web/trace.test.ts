// Content of the output channel. In a browser only: the hosted VS Code, which the tests of the other
// host usually run in, comes without the module that writes logs.
import * as vscode from "vscode";
import { configure, finding, open, quickFix, until } from "../support";

const outputWith = (text: string) =>
  vscode.workspace.textDocuments.some(
    ({ uri, getText }) => uri.scheme === "output" && getText().includes(text),
  );

describe("xmppStanza.trace.server", () => {
  afterEach(async () => {
    await configure("trace.server", undefined);
    await vscode.commands.executeCommand("workbench.action.closePanel");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("writes the talk with the server to the output channel", async () => {
    await configure("trace.server", "messages");
    const { document } = await open("missing-type.stanza");
    const { range } = await finding(document.uri, "error-type-missing");
    await quickFix(document.uri, range, "Insert type=");
    await vscode.commands.executeCommand("xmppStanza.showOutput");
    await until("request in the output", () => outputWith("'textDocument/codeAction"));
  });
});
