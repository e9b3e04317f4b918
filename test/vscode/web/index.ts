// Entry that VS Code loads in a browser to run the tests: the same tests, in a worker, on files of a file system that
// exists in memory only.
import { mocha } from "./mocha";
import "../tests";
import "./ruleTexts.test";
import "./trace.test";
import * as vscode from "vscode";
import { print, printResult } from "../report";

/** Name → text of the files of test/vscode/workspace; put here by scripts/vscode/web.mjs. */
declare const WORKSPACE_FILES: Readonly<Record<string, string>>;
declare const MOCHA_GREP: string;

export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("no folder is open");
  print(`VS Code ${vscode.version}, ${vscode.env.appHost}, ${folder.uri}`);
  for (const [name, text] of Object.entries(WORKSPACE_FILES)) {
    const uri = vscode.Uri.joinPath(folder.uri, name);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, ".."));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }
  if (MOCHA_GREP) mocha.grep(new RegExp(MOCHA_GREP));
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run();
    runner.once("end", () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      printResult({ passed: passes, failed: failures, skipped: pending });
      if (failures) reject(new Error(`${failures} failed`));
      else resolve();
    });
  });
}
