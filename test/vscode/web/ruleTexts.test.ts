// The text about a rule where there is no preview of Markdown: the VS Code that is tested here has none in a browser.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { finding, open, quickFix, until } from "../support";

const RULE = "error-type-missing";
const ADDRESS = `xmpp-stanza:/rules/${RULE}.md`;

/** The text about the rule, shown as what it is, Markdown. */
function isShown(): Promise<vscode.TextDocument> {
  return until("text about the rule", () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.toString(true) === ADDRESS && document;
  });
}

afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

describe("the text about a rule, without a preview of Markdown", () => {
  it("opens as Markdown beside the stanzas by the light bulb", async () => {
    const { document } = await open("missing-type.stanza");
    const { range } = await finding(document.uri, RULE);
    const { command } = await quickFix(document.uri, range, `Open the documentation of ${RULE}`);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const { languageId, getText } = await isShown();
    assert.equal(languageId, "markdown");
    assert.match(getText(), /^# error-type-missing\n/);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  it("opens by the address of the finding's code", async () => {
    const { document } = await open("missing-type.stanza");
    const { code } = await finding(document.uri, RULE);
    assert.ok(typeof code === "object");
    await vscode.commands.executeCommand("vscode.open", code.target);
    await isShown();
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.deepEqual(
      tabs.filter(({ input }) => input instanceof vscode.TabInputCustom).map(({ label }) => label),
      [],
    );
  });
});
