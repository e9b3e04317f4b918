// Tests in headless Chromium, in the words of the other editors' tests: `ok NAME`, or `not ok NAME: REASON`.
import { findChromium, openPage } from "../vscode/browser.mjs";
import { finishWithoutEditor } from "./editor.mjs";

/** The browser's program; without one, the process ends as a skipped test. */
export function requireChromium() {
  const program = findChromium();
  if (program) return program;
  return finishWithoutEditor(
    "CHROMIUM_TESTS",
    "no Chromium; on Debian there is the package chromium",
  );
}

/** Milliseconds to wait for what has to come; a slow machine is no failure. */
const TIMEOUT_MS = 200_000;

/**
 * Opens an address in a page of its own and runs the tests in their order.
 * @param url its address, of a file or on this machine
 * @param tests pairs of a name and a function that gets the page and throws to fail
 * @returns how many passed and failed
 */
export async function runInBrowser(url, tests) {
  const window = await openPage(requireChromium());
  const { page } = window;
  page.setDefaultTimeout(TIMEOUT_MS);
  const errors = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  const counts = { passed: 0, failed: 0 };
  try {
    await page.goto(url);
    for (const [name, test] of tests) {
      try {
        await test(page);
        if (errors.length > 0) throw new Error(errors.splice(0).join("; "));
        counts.passed++;
        console.log(`  ok ${name}`);
      } catch (error) {
        counts.failed++;
        console.log(`  not ok ${name}: ${error.message.replaceAll("\n", " ")}`);
      }
    }
  } finally {
    await window.close();
  }
  return counts;
}

/** The text in CodeMirror, of which a short one is wholly in the page. */
export const editorText = () =>
  [...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n");

/** Replaces the text in CodeMirror as a paste does, and leaves the cursor at its end. */
export async function writeText(page, text) {
  await page.focus(".cm-content");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

/** Waits until the function, called in the page with the argument, gives the expected value. */
export async function untilEqual(page, ask, expected, argument) {
  const wanted = JSON.stringify(expected);
  let found;
  for (const end = Date.now() + TIMEOUT_MS; Date.now() < end; await page.waitForTimeout(50)) {
    found = JSON.stringify(await page.evaluate(ask, argument));
    if (found === wanted) return;
  }
  throw new Error(`expected ${wanted}, found ${found}`);
}

/** Completion of a condition, as one of the tests. */
export const completesConditions = [
  "completion in an error offers conditions, and inserts one with its namespace",
  async (page) => {
    await writeText(page, "<iq type='error' id='a'><error type='cancel'></error></iq>");
    for (const _ of "</error></iq>") await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("<item");
    await page.click(".cm-tooltip-autocomplete li:has-text('item-not-found')");
    await untilEqual(
      page,
      editorText,
      "<iq type='error' id='a'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>",
    );
  },
];

/** The worker of the page is closed with it. */
export async function endsWithPage(page) {
  const [worker] = page.workers();
  if (!worker) throw new Error("there is no worker");
  const ended = worker.waitForEvent("close");
  await page.goto("about:blank");
  await ended;
}
