// Requests and replies as VS Code sees them: navigation, rename, code lens, error replies.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { QuickInputs } from "./quickInputs";
import { diagnostics, insert, noFindings, open, placeCursor, until } from "./support";

const requestId = new vscode.Position(0, 20);
const replyId = new vscode.Position(3, 22);

const lines = (found: readonly { range: vscode.Range }[]) =>
  found.map(({ range }) => range.start.line);

/** The titles of the code lenses, once the server has the document. */
const lensTitles = (uri: vscode.Uri) =>
  until("code lenses", async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      uri,
      10,
    );
    return lenses.length === 3 && lenses.map(({ command }) => command?.title);
  });

describe("requests and replies", () => {
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = (await open("exchange.stanza")).document;
    // Renaming is refused where no server has the document yet.
    await lensTitles(document.uri);
  });

  it("lead from the id of a reply to its request", async () => {
    const found = await until("definition", async () => {
      const [location] = await vscode.commands.executeCommand<vscode.Location[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        replyId,
      );
      return location;
    });
    assert.equal(found.range.start.line, 0);
  });

  it("are the references of the id of a request", async () => {
    const found = await until("references", async () => {
      const locations = await vscode.commands.executeCommand<vscode.Location[]>(
        "vscode.executeReferenceProvider",
        document.uri,
        requestId,
      );
      return locations.length > 0 && locations;
    });
    assert.deepEqual(lines(found).sort(), [0, 3]);
  });

  it("say above them what belongs together", async () => {
    const titles = await lensTitles(document.uri);
    assert.deepEqual(titles.sort(), [
      "answered: item-not-found (cancel)",
      "in reply to iq get, line 1",
      "no reply in this file",
    ]);
  });

  it("are renamed together", async () => {
    const edit = await until("edit", () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        requestId,
        "version-1",
      ),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText().match(/id='version-1'/g)?.length, 2);
    await noFindings(document.uri);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("are answered by an error of the user's choice", async () => {
    const editor = await vscode.window.showTextDocument(document);
    placeCursor(editor, new vscode.Position(8, 5));
    const command = vscode.commands.executeCommand("xmppStanza.createErrorReply");
    // The list of conditions is open when its first entry can be taken.
    await until("reply", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return document.getText().split("type='error'").length === 3;
    });
    await command;
    const after = document.getText();
    assert.match(
      after,
      /id='q2' from='illyria\.example' to='viola@illyria\.example\/boat'>\s*<error/,
    );
    const condition = "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";
    const at = after.indexOf(condition) + condition.length;
    assert.deepEqual(
      editor.selection.active,
      document.positionAt(at),
      "one writes on in the reply",
    );
    await until("no findings", () => diagnostics(document.uri).length === 0);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("are answered as a real server answers", async () => {
    const answer = await answerToStranger(async (inputs) => {
      const title = "As Prosody 0.12.3 sends it";
      const offered = await inputs.take(title);
      assert.equal(offered.description, "remote-server-not-found");
    });
    // What `xmpp-stanza reply --as prosody` prints.
    assert.equal(
      answer,
      "<iq id='q9' to='viola@illyria.example/boat' from='sebastian@messaline.example' type='error'>" +
        "<error by='illyria.example' type='cancel'>" +
        "<remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>" +
        "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>" +
        "Server-to-server connection failed: unable to resolve service</text></error></iq>",
    );
  });

  it("are answered with an option of the user's choice", async () => {
    const answer = await answerToStranger(async (inputs) => {
      await inputs.take("Options…");
      await inputs.check("Who reports the error", "orsino.example");
      await inputs.take("remote-server-not-found");
    });
    assert.equal(
      answer,
      "<iq type='error' id='q9' from='sebastian@messaline.example' to='viola@illyria.example/boat'>" +
        "<error by='orsino.example' type='cancel'>" +
        "<remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>",
    );
  });

  /**
   * The reply that *Create Error Reply* writes to a request for another server, without the space between its tags.
   * @param choose makes the user's choices
   */
  async function answerToStranger(choose: (inputs: QuickInputs) => Promise<void>): Promise<string> {
    const editor = await vscode.window.showTextDocument(document);
    const request =
      "<iq type='get' id='q9' from='viola@illyria.example/boat' to='sebastian@messaline.example'>\n" +
      "  <query xmlns='jabber:iq:version'/>\n</iq>\n";
    const before = document.getText();
    await insert(editor, request);
    placeCursor(editor, new vscode.Position(1, 5));
    const inputs = new QuickInputs();
    try {
      const command = vscode.commands.executeCommand("xmppStanza.createErrorReply");
      await choose(inputs);
      await command;
    } finally {
      inputs.dispose();
    }
    const after = document.getText();
    assert.ok(after.startsWith(request), "the request stays as it was");
    assert.ok(after.endsWith(before), "the reply follows its request");
    await vscode.commands.executeCommand("workbench.action.files.revert");
    return after.slice(request.length, -before.length).replace(/>\s+</g, "><").trim();
  }
});
