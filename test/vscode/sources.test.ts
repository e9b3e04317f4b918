// Stanzas that stand in other documents: found in place, and mended there.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  configure,
  finding,
  noFindings,
  open,
  quickFix,
  staysWithoutFindings,
  until,
} from "./support";

const MISSING = "error-type-missing";

/** Applies the preferred fix of the missing error type, and gives the text. */
async function mended(name: string): Promise<{ found: vscode.Diagnostic; text: string }> {
  const { document } = await open(name);
  const found = await finding(document.uri, MISSING);
  const fix = await quickFix(document.uri, found.range, "Insert type='cancel'");
  assert.ok(fix.isPreferred && fix.edit);
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  await noFindings(document.uri);
  return { found, text: document.getText() };
}

/** What the editor says with the mouse on the first `part` of the document. */
async function hoverText(document: vscode.TextDocument, part: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(part) + 2);
  const hovers = await until("hover", async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    return found.length > 0 && found;
  });
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((one) => (typeof one === "string" ? one : one.value)),
  );
  return texts.join("\n");
}

describe("a XEP", () => {
  it("shows the finding inside the CDATA, and the fix lands there", async () => {
    const { found, text } = await mended("xep-example.xml");
    assert.deepEqual([found.range.start.line, found.range.start.character], [9, 3]);
    assert.ok(text.includes("\n  <error type='cancel'>\n"));
    assert.ok(text.includes("<query xmlns=']]>&ns;<![CDATA['/>"));
  });

  it("explains the words of its stanzas", async () => {
    const { document } = await open("xep-example.xml");
    assert.match(await hoverText(document, "item-not-found"), /no such JID or item/);
  });
});

describe("a fence in Markdown", () => {
  it("shows the finding, and the fix keeps the quotation", async () => {
    const { found, text } = await mended("fence.md");
    assert.deepEqual([found.range.start.line, found.range.start.character], [6, 5]);
    assert.ok(text.includes("\n>   <error type='cancel'>\n>     <item-not-found"));
  });
});

describe("the source of a document", () => {
  const choose = (source: string) =>
    vscode.commands.executeCommand("xmppStanza.chooseSource", source);

  afterEach(() => choose("automatic"));

  it("is chosen by a command, and holds for that document", async () => {
    const { document } = await open("harbour.notes");
    await finding(document.uri, "iq-payload");
    await choose("none");
    await noFindings(document.uri);
    await staysWithoutFindings(document.uri);
    await choose("transcript");
    await finding(document.uri, "iq-payload");
  });

  it("gives a document in another language one that is checked", async () => {
    const { document } = await open("harbour.yaml");
    assert.equal(document.languageId, "yaml");
    await staysWithoutFindings(document.uri);
    await choose("transcript");
    await finding(document.uri, "iq-payload");
  });

  it("may be of a language that no extension gives to the editor", async () => {
    assert.equal((await vscode.languages.getLanguages()).includes("kotlin"), false);
    const { document } = await open("harbour.yaml");
    await choose("kotlin");
    await finding(document.uri, "iq-payload");
  });

  it("is remembered when the document is opened again", async () => {
    const { document } = await open("harbour.notes");
    await finding(document.uri, "iq-payload");
    await choose("none");
    await noFindings(document.uri);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await open("harbour.notes");
    await staysWithoutFindings(document.uri);
  });
});

describe("code", () => {
  afterEach(() => configure("sources", undefined));

  it("is looked into, unless somebody switches that off", async () => {
    const { document } = await open("tide.test.js");
    const found = await finding(document.uri, "condition-missing");
    assert.ok(document.getText(found.range).length > 0);
    await configure("sources", { javascript: false });
    await noFindings(document.uri);
    await staysWithoutFindings(document.uri);
    await configure("sources", undefined);
    await finding(document.uri, "condition-missing");
  });

  it("in Java has its findings in the literal, and the fix writes the literal's escapes", async () => {
    const { document } = await open("Reply.java");
    assert.equal(document.languageId, "java");
    const found = await finding(document.uri, MISSING);
    assert.deepEqual([found.range.start.line, found.range.start.character], [3, 41]);
    assert.equal(document.getText(found.range), "error");
    const fix = await quickFix(document.uri, found.range, "Insert type='cancel'");
    assert.ok(fix.isPreferred && fix.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await noFindings(document.uri);
    assert.ok(
      document
        .getText()
        .includes('id=\\"tide-1\\"><error type=\\"cancel\\">\\n"\n          + "<gone'),
    );
    await vscode.commands.executeCommand("undo");
  });

  it("in Java is kept from a finding by a comment of Java", async () => {
    const { document } = await open("Reply.java");
    const found = await finding(document.uri, MISSING);
    const fix = await quickFix(document.uri, found.range, `Suppress ${MISSING} here`);
    assert.ok(fix.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await noFindings(document.uri);
    const comment = `      // xmpp-stanza-disable-next-line ${MISSING}`;
    assert.equal(document.lineAt(found.range.start.line).text, comment);
    await vscode.commands.executeCommand("undo");
  });

  it("in Java explains the words of its stanzas", async () => {
    const { document } = await open("Reply.java");
    assert.match(await hoverText(document, "gone xmlns"), /no longer/);
  });
});
