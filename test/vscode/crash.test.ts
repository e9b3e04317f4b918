// The server's process is killed, as a crash would end it. On the desktop and on remote machines only:
// nothing but its own mistakes ends a browser's worker.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as vscode from "vscode";
import { diagnostics, extension, finding, insert, open, ruleOf, until } from "./support";

const WRONG_TYPE = "stanza-type-invalid";

/** The server's process: a child of this one that runs dist/server.js. */
function serverProcess(): number | undefined {
  const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  for (const line of processes.split("\n")) {
    const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === process.pid && args.includes("dist/server.js")) return Number(pid);
  }
  return undefined;
}

describe("a server that crashes", () => {
  const { now } = Date;

  before(function () {
    if (process.platform === "win32") this.skip();
    // The extension counts crashes within a few minutes: by its clock, the machine restarts servers at once.
    const start = now();
    Date.now = () => start;
  });

  after(() => {
    Date.now = now;
    return vscode.commands.executeCommand("notifications.clearAll");
  });

  it("comes back by itself four times, then by a command", async () => {
    const editor = await open("missing-type.stanza");
    const { document } = editor;
    await finding(document.uri, "error-type-missing");
    const mistakes = () => diagnostics(document.uri).filter((one) => ruleOf(one) === WRONG_TYPE);
    const before = mistakes().length;
    for (let crash = 1; crash <= 5; crash++) {
      const victim = await until("server process", serverProcess);
      process.kill(victim, "SIGKILL");
      await until("other process", () => serverProcess() !== victim);
      if (crash === 5) break;
      await until(`server after crash ${crash}`, () => extension().exports.serverRunning());
      // One that was not there before: what the last server said may still be shown.
      await insert(editor, "<message type='bogus'/>\n");
      await until(`findings after crash ${crash}`, () => mistakes().length === before + crash);
    }
    await until("end of restarts", () => !extension().exports.serverRunning());
    await vscode.commands.executeCommand("xmppStanza.restartServer");
    assert.ok(extension().exports.serverRunning());
    await insert(editor, "<message type='bogus'/>\n");
    await until("findings after the command", () => mistakes().length === before + 5);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
