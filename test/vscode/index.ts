// What VS Code loads to run the tests: Mocha inside the extension host. Each line of its report gets
// a mark, by which scripts/vscode/report.mjs tells it from VS Code's own log; the last one, RESULT,
// is the proof that tests ran.
import { format } from "node:util";
import Mocha from "mocha";
import * as vscode from "vscode";

const MARK = "[stanza test] ";

function print(...args: unknown[]): void {
  for (const line of format(...args).split("\n")) console.log(`${MARK}${line}`);
}

export async function run(): Promise<void> {
  const grep = process.env.MOCHA_GREP;
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ reporter: "spec", color: false, timeout: 30_000, slow: 5000 });
  if (grep) mocha.grep(new RegExp(grep));
  print(`VS Code ${vscode.version}, ${vscode.env.appHost}, Node.js ${process.versions.node}`);
  // Mocha's own loading of files wants paths; the tests are part of this bundle.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./extension.test");
  await import("./repair.test");
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const { passes: passed = 0, pending: skipped = 0 } = runner.stats ?? {};
      print(`RESULT ${JSON.stringify({ passed, failed, skipped })}`);
      if (failed) reject(new Error(`${failed} failed`));
      else resolve();
    });
  });
}
