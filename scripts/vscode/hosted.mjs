// Runs the suite in the hosted VS Code: the server's own extension host runs it, and the workbench
// is open in headless Chromium.
import { join } from "node:path";
import { findChromium } from "./browser.mjs";
import { cache, verbose } from "./common.mjs";
import { installServer } from "./install.mjs";
import { runInPage } from "./page.mjs";
import { startServer } from "./server.mjs";

/** Why it can't run here, or undefined; gets what it needs from npm where that isn't there yet. */
export function noHostedReason(version) {
  if (process.platform === "win32") return "the hosted VS Code runs on Linux and macOS only";
  if (!findChromium()) {
    return "no Chromium or Chrome was found: install one, or set CHROMIUM to its program";
  }
  try {
    installServer(version);
  } catch (error) {
    return error.message;
  }
  return undefined;
}

/** Runs `tests` with `workspace` open, telling `report` each line; resolves to the exit code. */
export async function runHosted({ version, workspace, tests, report, timeout, shot }) {
  const server = await startServer({ version });
  try {
    const exitCode = await runInPage({
      url: server.url({ folder: workspace, tests }),
      report,
      timeout,
      shot,
      failureShot: join(cache, "failure.png"),
    });
    if (verbose || !report.result) console.error(`--- the server's log:\n${server.log()}`);
    return exitCode;
  } finally {
    await server.stop();
  }
}
