// The configuration file: what holds, help while it is written, and what is wrong in it.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnostics, extension, finding, open, ruleOf, until, workspaceFile } from "./support";

const FILE = "configured/xmpp-stanza.json";
const STANZAS = "configured/harbour.stanza";
const MISSING = "error-type-missing";

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  assert.ok(start >= 0, `${from} is in the file`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + from.length),
  );
  edit.replace(document.uri, range, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe("xmpp-stanza.json", () => {
  it("holds for the stanzas below it, and at once when it changes", async () => {
    await open(STANZAS);
    const uri = workspaceFile(STANZAS);
    const severityIs = (severity: vscode.DiagnosticSeverity) =>
      until(`severity ${severity}`, () =>
        diagnostics(uri).some((one) => ruleOf(one) === MISSING && one.severity === severity),
      );
    await severityIs(vscode.DiagnosticSeverity.Warning);
    const { document } = await open(FILE);
    await replace(document, '"warning"', '"information"');
    await document.save();
    await open(STANZAS);
    await severityIs(vscode.DiagnosticSeverity.Information);
    await replace(document, '"information"', '"warning"');
    await document.save();
    await finding(uri, MISSING);
  });

  it("has its mistakes reported at their places", async () => {
    const { document } = await open(FILE);
    await replace(document, MISSING, "error-type-misssing");
    const wrong = await until("mistake", () => diagnostics(document.uri)[0]);
    assert.equal(
      wrong.message,
      "Unknown rule error-type-misssing. Did you mean error-type-missing?",
    );
    assert.equal(document.getText(wrong.range), '"error-type-misssing"');
    await replace(document, "error-type-misssing", MISSING);
    await until("file without mistakes", () => diagnostics(document.uri).length === 0);
    await document.save();
  });

  it("is completed and explained by its schema", async function () {
    // In the web suite a web server gives the extension's files, and from there VS Code's own support
    // of JSON reads no schema.
    if (extension().extensionUri.scheme === "http") this.skip();
    const { document } = await open(FILE);
    const at = document.positionAt(document.getText().indexOf(MISSING) + 3);
    const hover = await until("explanation of the rule", async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        at,
      );
      const [content] = hovers[0]?.contents ?? [];
      return typeof content === "string" ? content : content?.value;
    });
    assert.match(hover, /must have a type/);
    const inside = document.positionAt(document.getText().indexOf(": { ") + 4);
    const items = await until("completion of rules", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        inside,
      );
      return list.items.length > 10 && list.items;
    });
    const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
    assert.ok(labels.includes("iq-id-missing"), labels.join());
  });
});
