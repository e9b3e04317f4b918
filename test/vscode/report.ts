// Each line of the report gets a mark, by which scripts/vscode/report.mjs tells it from VS Code's own
// log; the last one, RESULT, is the proof that tests ran.

const MARK = "[stanza test] ";

export function print(text: string): void {
  for (const line of text.split("\n")) console.log(`${MARK}${line}`);
}

export function printResult(result: { passed: number; failed: number; skipped: number }): void {
  print(`RESULT ${JSON.stringify(result)}`);
}
