// The view of a conversation: that it opens, closes with its tab, and what is exported from it.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { extension, finding, insert, open, until } from "./support";

const show = () => vscode.commands.executeCommand("xmppStanza.showConversation");

function tabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview &&
        input.viewType.includes("xmppStanza.conversation"),
    );
}

afterEach(async () => {
  await vscode.workspace.saveAll();
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
});

describe("Show Conversation", () => {
  it("opens a view beside the editor, which keeps the keyboard", async () => {
    const editor = await open("missing-type.stanza");
    await show();
    const [tab] = await until("view", () => tabs().length > 0 && tabs());
    assert.match(tab?.label ?? "", /missing-type\.stanza/);
    assert.ok(tab?.group.viewColumn !== editor.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it("opens one panel, which follows the editor", async () => {
    await open("missing-type.stanza");
    await show();
    const [first] = await until("view", () => tabs().length === 1 && tabs());
    assert.match(first?.label ?? "", /missing-type\.stanza/);
    await open("clean.stanza");
    const shows = (name: string) =>
      until(`conversation of ${name}`, () => tabs().some(({ label }) => label.includes(name)));
    await shows("clean.stanza");
    // A document without stanzas leaves the last conversation in the panel.
    await open("plain.xml");
    await open("missing-type.stanza");
    await shows("missing-type.stanza");
    await show();
    assert.equal(tabs().length, 1);
  });

  it("opens none for XML without stanzas", async () => {
    const { document } = await open("plain.xml");
    assert.equal(document.languageId, "xml");
    await show();
    assert.deepEqual(tabs(), []);
  });

  it("opens none where no editor is open", async () => {
    await show();
    assert.deepEqual(tabs(), []);
  });

  it("stands edits and the end of its document", async () => {
    const editor = await open("typing.stanza");
    await show();
    await until("view", () => tabs().length === 1);
    await insert(editor, "<iq type='error'><error/></iq>\n<iq ");
    await finding(editor.document.uri, "xml-not-well-formed");
    await vscode.commands.executeCommand("undo");
    await vscode.workspace.saveAll();
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all.flatMap((group) =>
        group.tabs.filter(({ input }) => input instanceof vscode.TabInputText),
      ),
    );
    assert.equal(tabs().length, 1);
  });
});

describe("Export Conversation", () => {
  it("writes the SVG to the given file", async () => {
    const { document } = await open("missing-type.stanza");
    const target = document.uri.with({ path: `${document.uri.path}.svg` });
    const written = await vscode.commands.executeCommand<vscode.Uri>(
      "xmppStanza.exportConversation",
      document.uri,
      target,
    );
    assert.equal(written?.toString(), target.toString());
    const svg = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    await vscode.workspace.fs.delete(target);
    assert.match(svg, /^<svg [^>]*aria-label="/);
    assert.match(svg, /class="finding error"/);
    assert.ok(svg.endsWith("</svg>\n"));
  });

  it("writes Mermaid where the name says so", async () => {
    const { document } = await open("missing-type.stanza");
    const target = document.uri.with({ path: `${document.uri.path}.mmd` });
    await vscode.commands.executeCommand("xmppStanza.exportConversation", document.uri, target);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    await vscode.workspace.fs.delete(target);
    assert.match(text, /^sequenceDiagram\n/);
  });

  it("stands in the menus with its title", () => {
    const { commands, menus } = extension().packageJSON.contributes;
    const titles = new Map(
      commands.map(({ command, title }: { command: string; title: string }) => [command, title]),
    );
    const inTitle = menus["editor/title"].map(({ command }: { command: string }) => command);
    for (const name of ["showConversation", "exportConversation"]) {
      assert.ok(inTitle.includes(`xmppStanza.${name}`), name);
      assert.match(String(titles.get(`xmppStanza.${name}`)), /Conversation/);
    }
  });
});
