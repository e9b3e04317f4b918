// Runs a suite in a workbench that is open in headless Chromium, and listens to what it prints.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { findChromium, openPage } from "./browser.mjs";
import { verbose } from "./common.mjs";

/**
 * Opens `url`, telling `report` each line of the suite; resolves to the exit code, or to words if the
 * page ended without one. The picture goes to `shot`, or to `failureShot` if the suite failed.
 * @param timeout in milliseconds
 */
export async function runInPage({ url, report, timeout, shot, failureShot }) {
  const window = await openPage(findChromium());
  try {
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
    if (verbose) {
      page.on("pageerror", (error) => report.line(error.message));
      page.on("response", (answer) => {
        if (answer.status() >= 400) report.line(`${answer.status()} ${answer.url()}`);
      });
    }
    await page.goto(url);
    const exitCode = await ended;
    clearTimeout(timer);
    if (shot || report.problem(exitCode)) {
      const file = shot ?? failureShot;
      mkdirSync(dirname(file), { recursive: true });
      const saved = await page.screenshot({ path: file }).catch(() => undefined);
      if (saved) console.log(`Screenshot: ${file}`);
    }
    return exitCode;
  } finally {
    await window.close();
  }
}
