// The task, where processes can be started. The hosted VS Code has no native module for terminals, so
// no task can run in it: the test starts the task's process itself, in the same extension host.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as vscode from "vscode";
import { extension } from "./support";

const TYPE = "xmpp-stanza";

describe("the task check workspace", () => {
  it("is offered for the folder, with the problem matcher", async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: TYPE });
    assert.deepEqual(
      tasks.map(({ name, source, problemMatchers }) => [`${source}: ${name}`, problemMatchers]),
      [["xmpp-stanza: check workspace", ["$xmpp-stanza"]]],
    );
  });

  it("is a process that this extension host can start, and prints what the matcher reads", async () => {
    const [task] = await vscode.tasks.fetchTasks({ type: TYPE });
    const { execution, scope } = task!;
    assert.ok(execution instanceof vscode.ProcessExecution);
    assert.ok(typeof scope === "object");
    const { stdout, stderr, status } = spawnSync(execution.process, execution.args, {
      cwd: scope.uri.fsPath,
      env: { ...process.env, ...execution.options?.env },
      encoding: "utf8",
    });
    assert.deepEqual([status, stderr], [1, ""]);
    const [{ pattern }] = extension().packageJSON.contributes.problemMatchers;
    const found = stdout
      .trim()
      .split("\n")
      .map((line) => {
        const groups = new RegExp(pattern.regexp).exec(line);
        assert.ok(groups, line);
        return `${groups[pattern.file]} ${groups[pattern.severity]} ${groups[pattern.code]}`;
      });
    assert.ok(found.includes("missing-type.stanza error error-type-missing"), stdout);
  });
});
