// Runs the suite in the hosted VS Code: the server's own extension host runs it, and the workbench
// is open in headless Chromium.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { findChromium, openPage } from "./browser.mjs";
import { cache, verbose } from "./common.mjs";
import { installServer } from "./install.mjs";
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
  let window;
  try {
    window = await openPage(findChromium());
    const { page } = window;
    let timer;
    const ended = new Promise((resolve) => {
      timer = setTimeout(() => resolve("timeout"), timeout);
      page.on("crash", () => resolve("the page crashed"));
      page.on("close", () => resolve("the browser ended"));
      page.exposeFunction("codeAutomationExit", resolve);
    });
    // Both functions are there before the page, so that not even its first line gets lost.
    await page.exposeFunction("codeAutomationLog", (_type, args) => {
      const words = args.map((word) => (typeof word === "string" ? word : JSON.stringify(word)));
      report.line(words.join(" "));
    });
    if (verbose) page.on("pageerror", (error) => report.line(error.message));
    await page.goto(server.url({ folder: workspace, tests }));
    const exitCode = await ended;
    clearTimeout(timer);
    const failed = report.problem(exitCode);
    if (failed || shot) {
      const file = shot ?? join(cache, "failure.png");
      mkdirSync(dirname(file), { recursive: true });
      const saved = await page.screenshot({ path: file }).catch(() => undefined);
      if (saved) console.log(`Screenshot: ${file}`);
    }
    if (verbose || !report.result) console.error(`--- the server's log:\n${server.log()}`);
    return exitCode;
  } finally {
    await window?.close();
    await server.stop();
  }
}
