// Outline, folding, formatting and what happens to tags while one types.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { configure, finding, noFindings, open, placeCursor, until } from "./support";

const FORMATTED = `<!-- two
lines -->
<iq type='error' id='s1'>
  <query xmlns='jabber:iq:roster'/>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>

<presence/>
`;

afterEach(async () => {
  await vscode.workspace.saveAll();
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
});

/** The answer of a provider, asked for again until there is one. */
const ask = <T>(command: string, ...parameters: unknown[]) =>
  until(command, async () => {
    const answer = await vscode.commands.executeCommand<T[] | undefined>(command, ...parameters);
    return answer !== undefined && answer.length > 0 && answer;
  });

describe("the structure of a stanza file", () => {
  it("is the outline", async () => {
    const { document } = await open("structure.stanza");
    const symbols = await ask<vscode.DocumentSymbol>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ["iq error s1", "item-not-found"],
        ["presence", ""],
      ],
    );
    const [error] = symbols[0]?.children ?? [];
    assert.equal(error?.name, "error cancel");
    assert.equal(error.kind, vscode.SymbolKind.Event);
  });

  it("folds by elements", async () => {
    const { document } = await open("structure.stanza");
    const ranges = await ask<vscode.FoldingRange>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    assert.deepEqual(
      ranges.map(({ start, end, kind }) => [start, end, kind]),
      [
        [0, 1, vscode.FoldingRangeKind.Comment],
        [2, 5, undefined],
        [3, 4, undefined],
      ],
    );
  });

  it("leads to the RFC", async () => {
    const { document } = await open("structure.stanza");
    const links = await ask<vscode.DocumentLink>("vscode.executeLinkProvider", document.uri);
    const [roster] = links;
    assert.equal(document.getText(roster?.range), "jabber:iq:roster");
    assert.match(String(roster?.target), /rfc6121#section-2\.1$/);
  });

  it("is selected step by step", async () => {
    const { document } = await open("structure.stanza");
    const at = document.positionAt(document.getText().indexOf("roster"));
    const [range] = await ask<vscode.SelectionRange>(
      "vscode.executeSelectionRangeProvider",
      document.uri,
      [at],
    );
    const selected: string[] = [];
    for (let one = range; one; one = one.parent!) selected.push(document.getText(one.range));
    assert.ok(selected.includes("xmlns='jabber:iq:roster'"));
    assert.ok(selected.includes("<query xmlns='jabber:iq:roster'/>"));
  });

  it("is what formatting shows, and nothing else changes", async () => {
    const { document } = await open("structure.stanza");
    const edits = await ask<vscode.TextEdit>("vscode.executeFormatDocumentProvider", document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), FORMATTED);
    await noFindings(document.uri);
  });

  it("is formatted by the command, as wide as the editor indents", async () => {
    const editor = await open("structure.stanza");
    const options = { tabSize: 3, insertSpaces: true };
    editor.options = options;
    // The command does nothing before there is a formatter.
    await ask("vscode.executeFormatDocumentProvider", editor.document.uri, options);
    await vscode.commands.executeCommand("editor.action.formatDocument");
    await until("formatted text", () => editor.document.getText().includes("\n   <query"));
  });
});

describe("typing", () => {
  // Nothing is closed without a running server, which then gets each document before what is typed in it, and nothing
  // is indented before VS Code has read the file with the rules of the language. That gives the words too.
  before(async () => {
    const { document } = await open("missing-type.stanza");
    await finding(document.uri, "error-type-missing");
    const word = "item-not-found";
    const start = document.positionAt(document.getText().indexOf(word));
    await until(
      "rules of the language",
      () => document.getText(document.getWordRangeAtPosition(start)) === word,
    );
  });

  /** An empty editor of the language, with the text and the cursor at its `|`. */
  async function start(marked: string): Promise<vscode.TextEditor> {
    const at = marked.indexOf("|");
    const document = await vscode.workspace.openTextDocument({
      language: "xmpp-stanza",
      content: marked.replace("|", ""),
    });
    const editor = await vscode.window.showTextDocument(document);
    placeCursor(editor, document.positionAt(at));
    return editor;
  }

  async function type(text: string): Promise<void> {
    for (const character of text) {
      await vscode.commands.executeCommand("type", { text: character });
    }
  }

  async function becomes({ document }: vscode.TextEditor, expected: string): Promise<void> {
    const text = () => document.getText().replaceAll("\r\n", "\n");
    const arrived = until("text", () => text() === expected);
    await arrived.catch(() => assert.equal(text(), expected));
  }

  afterEach(async () => {
    await configure("autoClosingTags", undefined);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("> of a start tag inserts the end tag after the cursor", async () => {
    const editor = await start("|");
    await type("<iq>");
    await becomes(editor, "<iq></iq>");
    await type("<query>");
    await becomes(editor, "<iq><query></query></iq>");
  });

  it("</ completes the end tag, outdented", async () => {
    const editor = await start("<iq>\n  <query>\n    |");
    await type("</");
    await becomes(editor, "<iq>\n  <query>\n  </query>");
    await type("\n</");
    await becomes(editor, "<iq>\n  <query>\n  </query>\n</iq>");
  });

  it("closes nothing if xmppStanza.autoClosingTags is off", async () => {
    await configure("autoClosingTags", false);
    const editor = await start("|");
    await type("<iq>");
    await configure("autoClosingTags", true);
    // Text typed after it is closed, so that the first request had its time.
    await type("<a>");
    await becomes(editor, "<iq><a></a>");
  });

  it("Enter between the tags opens a line, indented", async () => {
    const editor = await start("<iq>|</iq>");
    editor.options = { tabSize: 2, insertSpaces: true };
    await type("\nx");
    await becomes(editor, "<iq>\n  x\n</iq>");
  });

  it("edits both names of an element with editor.linkedEditing", async () => {
    const settings = vscode.workspace.getConfiguration("editor");
    await settings.update("linkedEditing", true, vscode.ConfigurationTarget.Workspace);
    const content = "<iq><quer|></quer></iq>";
    let observer: vscode.Disposable | undefined;
    // VS Code asks for the names at a time of its own, and the command for it does nothing while that request has no
    // answer. The provider that is registered last is asked first.
    const asked = new Promise<void>((resolve) => {
      observer = vscode.languages.registerLinkedEditingRangeProvider("xmpp-stanza", {
        provideLinkedEditingRanges(_document, { character }) {
          if (character === content.indexOf("|")) resolve();
          return undefined;
        },
      });
    });
    try {
      const editor = await start(content);
      await asked;
      // The server answers one after another: with this answer, VS Code has had that to the earlier request.
      const names = await vscode.commands.executeCommand<{ ranges: unknown[] } | undefined>(
        "_executeLinkedEditingProvider",
        editor.document.uri,
        editor.selection.active,
      );
      assert.equal(names?.ranges.length, 2);
      await type("y");
      await becomes(editor, "<iq><query></query></iq>");
    } finally {
      observer?.dispose();
      await settings.update("linkedEditing", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
