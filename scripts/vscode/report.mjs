// Reads what the suite prints inside VS Code (test/vscode/index.ts): each of its lines begins with a
// mark that tells it from VS Code's own log, and its last line holds the numbers.
import { stripVTControlCharacters } from "node:util";
import { verbose } from "./common.mjs";

const MARK = "[stanza test] ";
const RESULT = "RESULT ";

/**
 * Runs the suite.
 * @param run gets the report; resolves to the exit code
 */
export async function runReported(run) {
  const report = new Report();
  const exitCode = await Promise.resolve()
    .then(() => run(report))
    .catch((error) => error.stack);
  return { report, exitCode };
}

/** Prints the numbers of the run, last, and ends the process. */
export function finish({ report, exitCode }) {
  const problem = report.problem(exitCode);
  if (problem) console.error(`FAILED: ${problem}`);
  const { result } = report;
  // A run can fail although no test did; its last line must not read like a success.
  end(problem ? { ...result, failed: result?.failed || 1 } : result, !problem);
}

/** Ends the process because the suite has no host, which is a failure where it must have one. */
export function finishWithoutHost(why) {
  const required = process.env.VSCODE_HOST === "required";
  console.log(`${required ? "FAILED" : "SKIPPED"}: ${why}`);
  console.log("0 passed, 0 failed, 1 skipped");
  // A caller that runs several parts distinguishes a skipped part from one that passed.
  process.exit(required ? 1 : Number(process.env.SKIPPED_STATUS ?? 0));
}

/** Prints the numbers, last, and ends the process. */
export function end({ passed = 0, failed = 0, skipped = 0 }, ok) {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(ok ? 0 : 1);
}

export class Report {
  /** {passed, failed, skipped}, once the suite has printed it. */
  result;

  line(text) {
    const at = text.indexOf(MARK);
    if (at < 0) {
      if (verbose && text.trim()) console.log(`  | ${text}`);
      return;
    }
    const line = stripVTControlCharacters(text.slice(at + MARK.length));
    if (!line.startsWith(RESULT)) console.log(line);
    else this.result = JSON.parse(line.slice(RESULT.length, line.indexOf("}") + 1));
  }

  /**
   * Why the run isn't a success, or undefined. An extension host that crashes, and a suite without
   * tests, end with code 0 too: only a printed result in which something passed counts.
   */
  problem(exitCode) {
    if (!this.result) return `the suite printed no result (it ended with: ${exitCode})`;
    if (this.result.failed) return `${this.result.failed} failed`;
    if (!this.result.passed) return "no test passed, so nothing was tested";
    return exitCode === 0 ? undefined : `the run ended with: ${exitCode}`;
  }
}
