// The desktop VS Code: an installed or a downloaded one, and running the suite in it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron";
import { atExit, cache, cleanEnvironment, killGroup, root, temporaryFolder } from "./common.mjs";

/** Without data for this long a download has failed; the hosted VS Code is the better choice then. */
const DOWNLOAD_IDLE_MS = 10_000;

/** Why no window can open here, or undefined. */
export const noDisplayReason = () =>
  process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
    ? "there is no display (xvfb-run -a gives one)"
    : undefined;

/**
 * `{ executable }`, or `{ reason }` why there is none. VSCODE_PATH names an installed program (not
 * the `code` script, which doesn't pass on what the tests print).
 */
export async function findDesktop(version = "stable") {
  const display = noDisplayReason();
  if (display) return { reason: display };
  const installed = process.env.VSCODE_PATH;
  if (installed) {
    return existsSync(installed)
      ? { executable: installed }
      : { reason: `VSCODE_PATH names no file: ${installed}` };
  }
  try {
    const executable = await downloadAndUnzipVSCode({
      version,
      cachePath: cache,
      extensionDevelopmentPath: root,
      reporter: new SilentReporter(),
      timeout: DOWNLOAD_IDLE_MS,
    });
    return { executable };
  } catch (error) {
    return { reason: `VS Code ${version} couldn't be downloaded (${error.message})` };
  }
}

/** Runs `tests` with `workspace` open, telling `report` each line; resolves to the exit code. */
export async function runDesktop({ executable, workspace, tests, report, timeout }) {
  const data = temporaryFolder();
  const args = [
    workspace,
    `--extensionDevelopmentPath=${root}`,
    `--extensionTestsPath=${tests}`,
    `--user-data-dir=${join(data.folder, "user")}`,
    `--extensions-dir=${join(data.folder, "extensions")}`,
    ...["--disable-extensions", "--disable-updates", "--disable-workspace-trust"],
    ...["--skip-welcome", "--skip-release-notes", "--password-store=basic"],
    ...["--no-sandbox", "--disable-gpu", "--disable-gpu-sandbox"],
  ];
  // Not test-electron's runTests: it passes the output on, and here the result is read from it.
  const code = spawn(executable, args, {
    detached: process.platform !== "win32",
    env: cleanEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = atExit(() => killGroup(code));
  for (const stream of [code.stdout, code.stderr]) {
    createInterface({ input: stream }).on("line", (line) => report.line(line));
  }
  let timer;
  try {
    return await new Promise((resolve) => {
      timer = setTimeout(() => resolve("timeout"), timeout);
      code.once("error", (error) => resolve(error.message));
      code.once("close", (status, signal) => resolve(status ?? signal));
    });
  } finally {
    clearTimeout(timer);
    kill();
    data.remove();
  }
}
