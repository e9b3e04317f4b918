// Pipes, devices and files that are far too large in the workspace, where links can be made: nothing waits for them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { finding, open, workspaceFile } from "./support";

interface ToolHost {
  readonly lm?: {
    invokeTool?(name: string, options: object): Thenable<{ content: { value: string }[] }>;
  };
}

const traps: Readonly<Record<string, [make: (path: string) => void, reason: string]>> = {
  "a link to a device": [(path) => symlinkSync("/dev/zero", path), "it is not a regular file"],
  "a pipe": [(path) => execFileSync("mkfifo", [path]), "it is not a regular file"],
  "a file of 4 GB": [
    (path) => {
      writeFileSync(path, "");
      truncateSync(path, 4_000_000_000);
    },
    "it is too large",
  ],
};

describe("what cannot be read to its end", () => {
  before(function () {
    if (process.platform === "win32") this.skip();
  });

  for (const [name, [make, reason]] of Object.entries(traps)) {
    it(`is not read by the tool for agents: ${name}`, async function () {
      const { lm } = vscode as ToolHost;
      if (!lm?.invokeTool) this.skip();
      const { fsPath } = workspaceFile("trap.xmpp");
      make(fsPath);
      try {
        const options = { input: { file: "trap.xmpp" }, toolInvocationToken: undefined };
        await assert.rejects(
          Promise.resolve(lm!.invokeTool!("xmpp-stanza_check", options)),
          new RegExp(reason),
        );
      } finally {
        rmSync(fsPath);
      }
    });

    it(`is no configuration, and stanzas are checked beside it: ${name}`, async () => {
      const { fsPath } = workspaceFile("xmpp-stanza.json");
      make(fsPath);
      try {
        await open("missing-type.stanza");
        await vscode.commands.executeCommand("xmppStanza.checkFile");
        await finding(workspaceFile("missing-type.stanza"), "error-type-missing");
      } finally {
        rmSync(fsPath);
      }
    });
  }
});
