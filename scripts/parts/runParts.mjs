// Runs the parts of a test one after the other, each to its end, also after one that fails.
import { spawnSync } from "node:child_process";

/** The status with which a command says that it has skipped its work. */
const SKIPPED = 77;

/**
 * Prints what each part runs, and at the end which passed, which failed and which could not be run here.
 * @param {Record<string, readonly string[]>} parts commands by the name of their part
 * @returns the status for the process: 0 if none failed
 */
export function runParts(parts) {
  const results = Object.entries(parts).map(([name, commands]) => {
    const started = performance.now();
    const result = runAll(commands);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    return { name, result, seconds };
  });
  console.log();
  for (const { name, result, seconds } of results) {
    console.log(`${name.padEnd(12)}${result.padEnd(8)}${seconds.padStart(7)} s`);
  }
  return results.some(({ result }) => result === "FAILED") ? 1 : 0;
}

/** The worst result of the commands; all of them are run. */
function runAll(commands) {
  let result = "passed";
  for (const command of commands) {
    console.log(`\n+ ${command}`);
    // Through npx for what npm has installed here, and a shell for its names on Windows.
    const line = /^(?:node|npm) /.test(command) ? command : `npx --no-install ${command}`;
    const env = { ...process.env, SKIPPED_STATUS: String(SKIPPED) };
    const { status } = spawnSync(line, { shell: true, stdio: "inherit", env });
    if (status === SKIPPED) result = result === "passed" ? "SKIPPED" : result;
    else if (status !== 0) result = "FAILED";
  }
  return result;
}
