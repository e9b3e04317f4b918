// Entry point of the tests in VS Code: Mocha inside the extension host.
import { format } from "node:util";
import Mocha from "mocha";
import * as vscode from "vscode";
import { print, printResult } from "./report";

export async function run(): Promise<void> {
  const grep = process.env.MOCHA_GREP;
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => print(format(...args));
  // The timeout ends what hangs. Nothing is tried twice: what fails now and then has a race to be found.
  const options = { timeout: 240_000, slow: 5000 };
  const mocha = new Mocha({ reporter: "spec", color: false, ...options });
  if (grep) mocha.grep(new RegExp(grep));
  print(`VS Code ${vscode.version}, ${vscode.env.appHost}, Node.js ${process.versions.node}`);
  // Mocha's own loading of files wants paths; the tests are part of this bundle.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./tests");
  // These open the preview of Markdown; web/ruleTexts.test.ts is about the web build, which has no browser half of it.
  await import("./ruleTexts.test");
  await import("./checkTask.test");
  await import("./specialFiles.test");
  await import("./crash.test");
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const { passes: passed = 0, pending: skipped = 0 } = runner.stats ?? {};
      printResult({ passed, failed, skipped });
      if (failed) reject(new Error(`${failed} failed`));
      else resolve();
    });
  });
}
