// Writing a stanza with completion, and reading one with the mouse on its words.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { finding, noFindings, open, placeCursor, until, untilText } from "./support";

const DEFINED = "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";

afterEach(async () => {
  await vscode.workspace.saveAll();
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
});

/** Takes what the list of suggestions has chosen; does nothing until the list is there. */
const acceptSuggestion = () => vscode.commands.executeCommand("acceptSelectedSuggestion");

/** Opens the list of suggestions for the text as it is: one that opened while it was typed may be older. */
async function suggest(): Promise<void> {
  await vscode.commands.executeCommand("hideSuggestWidget");
  await vscode.commands.executeCommand("editor.action.triggerSuggest");
}

const positionOf = (document: vscode.TextDocument, part: string, behind = 0) =>
  document.positionAt(document.getText().indexOf(part) + behind);

describe("completion", () => {
  it("finishes a half-typed error, and nothing is left to report", async () => {
    const editor = await open("completion.stanza");
    const { document } = editor;
    await finding(document.uri, "condition-missing");
    const end = document.lineAt(2).range.end;
    placeCursor(editor, end);
    for (const text of "<ite") await vscode.commands.executeCommand("type", { text });
    await suggest();
    await untilText(editor, DEFINED, acceptSuggestion);
    assert.equal(document.lineAt(2).text.trim(), DEFINED);
    await noFindings(document.uri);
  });

  it("offers the types that the condition expects first, and says what they mean", async () => {
    const { document } = await open("clean.stanza");
    const position = positionOf(document, "error type='", "error type='".length);
    const item = await until("error type", async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        position,
        undefined,
        5,
      );
      return items.find(({ label }) => label === "cancel" || labelOf(label) === "cancel");
    });
    assert.equal(item.preselect, true);
    const { documentation } = item;
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.match(documentation.value, /Conditions that expect it:.*`service-unavailable`/);
  });
});

describe("completion of namespaces", () => {
  for (const [typed, namespace] of [
    ["0045", "http://jabber.org/protocol/muc"],
    ["pubsub", "http://jabber.org/protocol/pubsub"],
    ["http://jabber.org/protocol/pubs", "http://jabber.org/protocol/pubsub"],
  ] as const) {
    it(`takes ${typed} for ${namespace}`, async () => {
      const editor = await open("completion.stanza");
      const { document } = editor;
      const before = document.getText();
      const start = "<message><x xmlns='";
      try {
        const end = document.lineAt(document.lineCount - 1).range.end;
        await editor.edit((edit) => edit.insert(end, `${start}${typed}'`));
        placeCursor(editor, end.translate(0, start.length + typed.length));
        await suggest();
        await untilText(editor, `${start}${namespace}'`, acceptSuggestion);
      } finally {
        const all = new vscode.Range(
          new vscode.Position(0, 0),
          document.lineAt(document.lineCount - 1).range.end,
        );
        await editor.edit((edit) => edit.replace(all, before));
      }
    });
  }
});

describe("hover", () => {
  it("shows what a condition means, with its section", async () => {
    const { document } = await open("clean.stanza");
    const hover = await until("hover", async () => {
      const [first] = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        positionOf(document, "service-unavailable", 3),
      );
      return first;
    });
    assert.ok(hover.range);
    assert.equal(document.getText(hover.range), "service-unavailable");
    const [content] = hover.contents;
    assert.ok(content instanceof vscode.MarkdownString);
    assert.match(content.value, /does not offer this service/);
    assert.match(content.value, /rfc6120#section-8\.3\.3\.19/);
  });
});

function labelOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === "string" ? label : label.label;
}
