// Repairing a file as a whole, and keeping findings that are wanted.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnostics, finding, noFindings, open, quickFix, ruleOf, until } from "./support";

const MISSING = "error-type-missing";

async function setActionsOnSave(actions: Record<string, string> | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration("editor")
    .update("codeActionsOnSave", actions, vscode.ConfigurationTarget.Workspace);
}

describe("source.fixAll.xmppStanza on save", () => {
  after(() => setActionsOnSave(undefined));

  it("applies the fixes that have one right answer, and no others", async () => {
    const { document } = await open("fix-on-save.stanza");
    await finding(document.uri, MISSING);
    await setActionsOnSave({ "source.fixAll.xmppStanza": "explicit" });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), " ");
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await document.save());
    assert.ok(document.getText().includes("<error type='cancel'>"), "saved and repaired");
    assert.match(document.getText(), /<item-not-found xmlns='[^']*'\/>\s*<\/error>\s*<\/iq>\s*$/);
    // An unusual type may be meant: it is reported, and kept.
    assert.ok(document.getText().includes("<error type='modify'>"));
    await until("the one finding that is left", () => {
      const rules = diagnostics(document.uri).map(ruleOf);
      return rules.length === 1 && rules[0] === "error-type-unusual";
    });
  });
});

describe("a finding that is wanted", () => {
  it("is kept by a comment on the line above", async () => {
    const { document } = await open("suppress.stanza");
    const found = await finding(document.uri, MISSING);
    const fix = await quickFix(document.uri, found.range, `Suppress ${MISSING} here`);
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    const comment = `  <!-- xmpp-stanza-disable-next-line ${MISSING} -->`;
    assert.ok(document.getText().includes(`suppress-1'>\n${comment}\n  <error>`));
    await noFindings(document.uri);
  });
});
