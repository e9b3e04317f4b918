// Headless Chromium for the hosted VS Code.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** A program of the PATH by one of its names. */
export function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** The browser's program: the variable CHROMIUM, or an installed one. */
export const findChromium = () =>
  process.env.CHROMIUM ?? onPath(NAMES) ?? PLACES.find(existsSync) ?? undefined;

/** In milliseconds; longer than anything takes on a busy machine: a limit that only ends what hangs. */
export const HANGS = 200_000;

/** A page that reaches this machine only: a test must not depend on anybody's server. */
export async function openPage(executablePath, viewport = { width: 1280, height: 800 }) {
  const browser = await chromium.launch({
    executablePath,
    args: ["--disable-gpu", "--disable-quic", "--disable-sync"],
    timeout: HANGS,
  });
  const page = await browser.newPage({ viewport });
  // Playwright's own is 30 seconds, which a busy machine may need to load the workbench.
  page.setDefaultTimeout(HANGS);
  const here = new Set(["127.0.0.1", "localhost"]);
  const elsewhere = (url) => url.protocol.startsWith("http") && !here.has(url.hostname);
  await page.route(elsewhere, (route) => route.abort());
  return { page, close: () => browser.close().catch(() => {}) };
}
