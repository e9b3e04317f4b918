// XMPP Stanza: Fix All, and what happens where there is nothing to fix.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { configure, diagnostics, finding, open, ruleOf, until } from "./support";

const fixAll = () => vscode.commands.executeCommand("xmppStanza.fixAll");

afterEach(async () => {
  await vscode.commands.executeCommand("workbench.action.files.revert");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
});

describe("Fix All", () => {
  it("applies the fixes that have one right answer, no others, in one step to undo", async () => {
    const { document } = await open("fix-all.stanza");
    const before = document.getText();
    await finding(document.uri, "error-type-missing");
    await fixAll();
    assert.ok(document.getText().includes("<error type='cancel'>"));
    // An unusual type may be meant: it is reported, and left.
    assert.ok(document.getText().includes("<error type='modify'>"));
    await until("the one finding that is left", () => {
      const rules = diagnostics(document.uri).map(ruleOf);
      return rules.length === 1 && rules[0] === "error-type-unusual";
    });
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), before);
  });

  it("leaves a document as it is in which nothing is to be fixed", async () => {
    await configure("sources", { python: false });
    for (const name of ["clean.stanza", "harbour.md", "Pier.java", "tide.py"]) {
      const { document } = await open(name);
      await fixAll();
      assert.equal(document.isDirty, false, name);
    }
    await configure("sources", undefined);
  });

  it("needs an open document", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await fixAll();
  });
});
