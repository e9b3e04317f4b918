// Reads what the suite prints inside VS Code (test/vscode/index.ts): each of its lines begins with a
// mark that tells it from VS Code's own log, and its last line holds the numbers.
import { stripVTControlCharacters } from "node:util";
import { verbose } from "./common.mjs";

const MARK = "[stanza test] ";
const RESULT = "RESULT ";

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
