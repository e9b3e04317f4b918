import assert from "node:assert/strict";
import * as vscode from "vscode";
import { print } from "./report";
import {
  configure,
  diagnostics,
  extension,
  finding,
  fixAt,
  insert,
  noFindings,
  open,
  quickFix,
  staysWithoutFindings,
  until,
  untilText,
} from "./support";

const MISSING = "error-type-missing";
const FIX = "Insert type='cancel'";
const FIXED = "<error type='cancel'>";
/** A stanza with one finding, as one would type it. */
const BAD_STANZA = `<iq type='error' id='typed'><error>
  <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
</error></iq>
`;

afterEach(async () => {
  await vscode.workspace.saveAll(); // else closing asks; the workspace is a copy
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await configure("run", undefined);
  await configure("rules", undefined);
});

describe("starting", () => {
  const withoutStanzas = { xml: "plain.xml", java: "Pier.java" };
  for (const [language, name] of Object.entries(withoutStanzas)) {
    it(`starts no server for a document without stanzas in the language ${language}`, async () => {
      const { document } = await open(name);
      assert.equal(document.languageId, language);
      // It looks at all open documents when it is activated, which this document does as well.
      const { serverRunning, startTimes } = await extension().activate();
      assert.equal(serverRunning(), false);
      // Nor has the extension loaded what it needs for one.
      assert.equal(startTimes().wanted, undefined);
      assert.deepEqual(diagnostics(document.uri), []);
    });
  }

  it("starts the server for a stanza file", async () => {
    await open("clean.stanza");
    await until("active extension", () => extension().isActive);
    // It runs a moment before the start has ended, and all three times are known.
    await until("end of the start", () => extension().exports.startTimes().running !== undefined);
    assert.ok(extension().exports.serverRunning());
    const { wanted = NaN, loaded = NaN, running = NaN } = extension().exports.startTimes();
    assert.ok(wanted <= loaded && loaded <= running);
    // The duration depends on the load of the machine as much as on the extension; so it is only logged.
    const told = [loaded - wanted, running - loaded].map((time) => `${Math.round(time)} ms`);
    print(`the library was loaded in ${told[0]}, and the server has answered ${told[1]} later`);
  });

  it("gives stanza files their language", async () => {
    for (const name of ["clean.stanza", "a.xmpp", "b.stanza.xml", "c.xmpp.xml"]) {
      const { document } = await open(name);
      assert.equal(document.languageId, "xmpp-stanza", name);
    }
  });
});

describe("findings", () => {
  it("appear when a file is opened, with the rule and its page", async () => {
    const { document } = await open("missing-type.stanza");
    const found = await finding(document.uri, MISSING);
    assert.equal(diagnostics(document.uri).length, 1);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found.range.start.line, 1);
    assert.match(document.getText(found.range), /error/);
    assert.ok(typeof found.code === "object" && found.code.target.toString().includes(MISSING));
  });

  it("are none in a correct file", async () => {
    const { document } = await open("clean.stanza");
    await staysWithoutFindings(document.uri);
  });

  it("come and go while typing", async () => {
    const editor = await open("typing.stanza");
    const { uri } = editor.document;
    await noFindings(uri);
    await insert(editor, BAD_STANZA);
    await finding(uri, MISSING);
    await vscode.commands.executeCommand("undo");
    await noFindings(uri);
  });

  it("wait for saving when xmppStanza.run is onSave", async () => {
    await configure("run", "onSave");
    const editor = await open("saving.stanza");
    await insert(editor, BAD_STANZA);
    await staysWithoutFindings(editor.document.uri);
    assert.ok(await editor.document.save());
    await finding(editor.document.uri, MISSING);
  });

  it("are none when xmppStanza.run is off, and return with onType", async () => {
    await configure("run", "off");
    const { document } = await open("missing-type.stanza");
    await staysWithoutFindings(document.uri);
    await configure("run", "onType");
    await finding(document.uri, MISSING);
    await configure("run", "off");
    await noFindings(document.uri);
  });

  it("follow xmppStanza.rules at once", async () => {
    const { document } = await open("missing-type.stanza");
    await finding(document.uri, MISSING);
    await configure("rules", { [MISSING]: "off" });
    await noFindings(document.uri);
    await configure("rules", { [MISSING]: "information" });
    const found = await finding(document.uri, MISSING);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Information);
  });

  it("appear in an .xml file that holds stanzas, and not in one that doesn't", async () => {
    const log = await open("stanza-log.xml");
    assert.equal(log.document.languageId, "xml");
    await finding(log.document.uri, MISSING);
    const plain = await open("plain.xml");
    await staysWithoutFindings(plain.document.uri);
  });
});

describe("quick fixes", () => {
  it("offer every condition for an unknown one, and the meant one first", async () => {
    const { document } = await open("unknown-condition.stanza");
    const found = await finding(document.uri, "condition-unknown");
    const fix = await quickFix(document.uri, found.range, "Change to feature-not-implemented");
    assert.equal(fix.isPreferred, true);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      found.range,
    );
    const changes = actions.filter(({ title }) => title.startsWith("Change to "));
    assert.equal(changes.length, 22);
    assert.equal(changes[0]?.title, fix.title);
    assert.equal(changes.at(-1)?.title, "Change to undefined-condition");
    assert.ok(fix.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await noFindings(document.uri);
  });

  it("insert the missing error type, as the preferred one", async () => {
    const { document } = await open("fix-by-provider.stanza");
    const found = await finding(document.uri, MISSING);
    const fix = await quickFix(document.uri, found.range, FIX);
    assert.equal(fix.isPreferred, true);
    assert.ok(fix.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.ok(document.getText().includes(FIXED));
    await noFindings(document.uri);
  });

  it("work by Auto Fix with the cursor on the finding", async () => {
    const editor = await open("fix-by-command.stanza");
    const found = await finding(editor.document.uri, MISSING);
    await fixAt(editor, found, "editor.action.autoFix");
    assert.ok(editor.document.getText().includes(FIXED));
    await noFindings(editor.document.uri);
  });

  it("come first among the actions", async () => {
    const editor = await open("fix-by-menu.stanza");
    const found = await finding(editor.document.uri, MISSING);
    const first = { kind: vscode.CodeActionKind.QuickFix.value, apply: "first" };
    await fixAt(editor, found, "editor.action.codeAction", first);
    assert.ok(editor.document.getText().includes(FIXED));
    await noFindings(editor.document.uri);
  });
});

describe("snippets", () => {
  const PREFIX = "xmpp-item-not-found";

  it("are among the completions", async () => {
    const { document } = await open("empty.stanza");
    await until("snippet among the completions", async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new vscode.Position(0, 0),
      );
      return items.some(
        ({ kind, label }) =>
          kind === vscode.CompletionItemKind.Snippet &&
          (typeof label === "string" ? label : label.label) === PREFIX,
      );
    });
  });

  it("expand", async () => {
    const { extensionUri } = extension();
    const file = vscode.Uri.joinPath(extensionUri, "snippets/xmpp-stanza.code-snippets");
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const snippets: Record<string, { prefix: string }> = JSON.parse(text);
    const name = Object.keys(snippets).find((key) => snippets[key]?.prefix === PREFIX);
    assert.ok(name, `a snippet has the prefix ${PREFIX}`);
    const editor = await open("empty.stanza");
    await vscode.commands.executeCommand("editor.action.insertSnippet", {
      langId: "xmpp-stanza",
      name,
    });
    await untilText(editor, "<item-not-found");
  });
});
