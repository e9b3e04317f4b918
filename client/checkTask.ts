/**
 * The task "xmpp-stanza: check workspace": the command line that comes with the extension, as a
 * pipeline runs it. Its problem matcher, in package.json, puts what it prints into the Problems panel.
 */

import * as vscode from "vscode";

const TYPE = "xmpp-stanza";

/** Properties of the task in tasks.json, see `taskDefinitions` in package.json. */
interface CheckDefinition extends vscode.TaskDefinition {
  /** Files, folders and globs, within the folder of the workspace; all of it by default. */
  readonly paths?: readonly string[];
  /** Further options of `xmpp-stanza check`. */
  readonly args?: readonly string[];
}

/** @param cli path of the command line, dist/cli.js */
export function registerCheckTask(cli: string): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === "file" || uri.scheme === "vscode-remote")
        .map((folder) => checkTask({ type: TYPE }, folder, cli)),
    // VS Code compares by identity: the definition has to stay the object that it asks about.
    resolveTask: ({ definition, scope }) =>
      checkTask(definition as CheckDefinition, scope ?? vscode.TaskScope.Workspace, cli),
  });
}

function checkTask(
  definition: CheckDefinition,
  scope: vscode.WorkspaceFolder | vscode.TaskScope,
  cli: string,
): vscode.Task {
  const { paths = ["."], args = [] } = definition;
  // The problem matcher reads this format, whatever format the task asks for.
  const command = [cli, "check", ...args, "--format", "compact", "--lang", language(), ...paths];
  const execution = new vscode.ProcessExecution(process.execPath, command, {
    // On the desktop this program is the editor itself; with this variable it is the Node.js inside.
    env: { ELECTRON_RUN_AS_NODE: "1" },
  });
  // Not translated: tasks.json of people with different languages name the task by this.
  const name = "check workspace";
  const task = new vscode.Task(definition, scope, name, TYPE, execution, "$xmpp-stanza");
  task.detail = vscode.l10n.t("Check all stanzas of the workspace by the command line");
  return task;
}

/** The editor's language as far as the command line has it. */
function language(): string {
  return /^zh(?:-cn|-hans.*)?$/i.test(vscode.env.language) ? "zh-cn" : "en";
}
