// Stanzas in programs of several languages, as the editor shows and mends them.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { finding, noFindings, open, quickFix, until, workspaceFile } from "./support";

const MISSING = "error-type-missing";

const request = `<iq type="get" id="t1" to="a@b"><query xmlns="jabber:iq:version"/></iq>`;
const reply =
  `<iq type="error" id="t1" from="a@b"><error>` +
  `<gone xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`;

const backslashes = (text: string) => text.replaceAll('"', '\\"');
const twice = (text: string) => text.replaceAll('"', '""');
const same = (text: string) => text;

/** How each language writes the two stanzas, and a quote in them. */
const programs = [
  ["go", "pier.go", same, `package pier\n\nvar s = \`${request}\n${reply}\`\n`],
  [
    ...(["rust", "pier.rs", backslashes] as const),
    `const S: &str = "${backslashes(request)}\\\n    ${backslashes(reply)}";\n`,
  ],
  [
    ...(["cpp", "pier.cpp", backslashes] as const),
    `auto s = "${backslashes(request)}\\n"\n  "${backslashes(reply)}";\n`,
  ],
  [
    ...(["csharp", "Pier.cs", twice] as const),
    `class Pier { string s = @"${twice(request)}\n${twice(reply)}"; }\n`,
  ],
  ["ruby", "pier.rb", same, `s = <<~STANZA\n  ${request}\n  ${reply}\nSTANZA\n`],
  [
    ...(["php", "pier.php", backslashes] as const),
    `<?php\n$s = "${backslashes(request)}" .\n  "${backslashes(reply)}";\n`,
  ],
] as const;

/** The answer of a provider, asked for again until there is one. */
const ask = <T>(command: string, ...parameters: unknown[]) =>
  until(command, async () => {
    const answer = await vscode.commands.executeCommand<T[] | undefined>(command, ...parameters);
    return answer !== undefined && answer.length > 0 && answer;
  });

for (const [language, name, quoted, text] of programs) {
  describe(`a program in ${language}`, () => {
    let document: vscode.TextDocument;

    before(() =>
      vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text)),
    );

    beforeEach(async () => {
      ({ document } = await open(name));
      assert.equal(document.languageId, language);
    });

    after(async () => {
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await vscode.workspace.fs.delete(workspaceFile(name));
    });

    /** The place behind the last such text. */
    const behind = (part: string) => {
      const at = document.getText().lastIndexOf(quoted(part));
      assert.ok(at >= 0, part);
      return document.positionAt(at + quoted(part).length);
    };

    it("has its finding in the literal, and what the stanzas are about", async () => {
      const found = await finding(document.uri, MISSING);
      assert.equal(document.getText(found.range), "error");
      const hovers = await ask<vscode.Hover>(
        "vscode.executeHoverProvider",
        document.uri,
        behind("<go"),
      );
      const texts = hovers.flatMap(({ contents }) =>
        contents.map((one) => (typeof one === "string" ? one : one.value)),
      );
      assert.match(texts.join("\n"), /no longer/);
    });

    it("is completed in its stanzas", async () => {
      const position = behind('<iq type="');
      const labels = await until("completion", async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          "vscode.executeCompletionItemProvider",
          document.uri,
          position,
        );
        const names = items.map(({ label }) => (typeof label === "string" ? label : label.label));
        return names.includes("error") && names;
      });
      assert.equal(labels[0], "error");
    });

    it("has its stanzas in the outline, and says above them what belongs together", async () => {
      const symbols = await ask<vscode.DocumentSymbol>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      const names = symbols.map((one) => one.name);
      assert.ok(names.includes("iq get t1") && names.includes("iq error t1"), names.join());
      const lenses = await ask<vscode.CodeLens>("vscode.executeCodeLensProvider", document.uri, 10);
      const titles = lenses.map(({ command }) => command?.title ?? "");
      assert.ok(
        titles.some((one) => one.startsWith("in reply to iq get")),
        titles.join(),
      );
    });

    it("is mended as the literal is written", async () => {
      const found = await finding(document.uri, MISSING);
      const fix = await quickFix(document.uri, found.range, "Insert type='cancel'");
      assert.ok(fix.isPreferred && fix.edit);
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      await noFindings(document.uri);
      assert.ok(document.getText().includes(quoted(`<error type="cancel">`)), document.getText());
      await vscode.commands.executeCommand("undo");
    });
  });
}
