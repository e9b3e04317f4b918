// The text about a rule, inside the editor: by command, by the light bulb, by the address of a finding's code.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { finding, open, placeCursor, quickFix, staysWithoutFindings, until } from "./support";

const RULE = "error-type-missing";
const WEB = `https://github.com/xmpp-stanza/xmpp-stanza/blob/main/docs/rules/${RULE}.md`;

/** The rule whose text is shown, in the preview of Markdown. */
function shownRule(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom)) return undefined;
  assert.equal(input.viewType, "vscode.markdown.preview.editor");
  return /^xmpp-stanza:\/rules\/(.+)\.md$/.exec(input.uri.toString(true))?.[1];
}

const isShown = (rule: string) => until(`text about ${rule}`, () => shownRule() === rule);

afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

describe("the text about a rule", () => {
  it("opens beside the stanzas by Explain a Rule, which has that of the finding first", async () => {
    const editor = await open("missing-type.stanza");
    const { range } = await finding(editor.document.uri, RULE);
    placeCursor(editor, range.start);
    const chosen = vscode.commands.executeCommand<string>("xmppStanza.explainRule");
    let ended = false;
    chosen.then(() => {
      ended = true;
    });
    await until("choice", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return ended;
    });
    assert.equal(await chosen, RULE);
    await isShown(RULE);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  it("opens by the light bulb", async () => {
    const { document } = await open("missing-type.stanza");
    const { range } = await finding(document.uri, RULE);
    const { command } = await quickFix(document.uri, range, `Open the documentation of ${RULE}`);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await isShown(RULE);
  });

  it("opens by the address of the finding's code", async () => {
    const { document } = await open("missing-type.stanza");
    const { code } = await finding(document.uri, RULE);
    assert.ok(typeof code === "object");
    await vscode.commands.executeCommand("vscode.open", code.target);
    await isShown(RULE);
  });

  it("is read-only Markdown with the page on the web at its end, and its examples are not checked", async () => {
    await open("missing-type.stanza");
    const uri = vscode.Uri.parse(`xmpp-stanza:/rules/${RULE}.md`);
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.languageId, "markdown");
    assert.match(document.getText(), new RegExp(`^# ${RULE}\n`));
    assert.ok(document.getText().trimEnd().endsWith(`](${WEB})`));
    assert.equal(vscode.workspace.fs.isWritableFileSystem("xmpp-stanza"), false);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(uri, new Uint8Array()));
    await vscode.window.showTextDocument(document);
    await staysWithoutFindings(uri);
  });

  it("is there for rules only", async () => {
    for (const path of ["/rules/no-such-rule.md", "/rules/", "/elsewhere.md"]) {
      const uri = vscode.Uri.from({ scheme: "xmpp-stanza", path });
      await assert.rejects(async () => vscode.workspace.fs.readFile(uri), path);
    }
  });
});
