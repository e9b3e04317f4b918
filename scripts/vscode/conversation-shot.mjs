// Tries the conversation's view in the hosted VS Code by mouse and keyboard, takes pictures of it in a
// dark, a light and a high contrast theme, and measures how it scrolls with ten thousand stanzas.
// usage: node scripts/vscode/conversation-shot.mjs [FOLDER]     (.vscode-test/conversation)
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildExtension, cache, temporaryFolder } from "./common.mjs";
import { longConversation, sampleConversation } from "./conversations.mjs";
import { openWorkbench, themes, until } from "./ui.mjs";

const TRIED = "tried.stanza";
const SAMPLE = "sample.stanza";
const LONG = "long.stanza";
const COUNT = 10_000;
const SETTLE_MS = 5000;
const colorThemes = { ...themes, contrast: "Default High Contrast" };

/** Scrolls from top to bottom, now by some rows a frame and now by hundreds; resolves to times in ms. */
function measureScroll() {
  return new Promise((resolve) => {
    const scroller = document.querySelector(".scroller");
    let rowsInDom = 0;
    const frames = [];
    const long = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(Math.round(duration));
    }).observe({ entryTypes: ["longtask"] });
    let before;
    const step = (now) => {
      if (before !== undefined) frames.push(now - before);
      before = now;
      rowsInDom = Math.max(rowsInDom, document.querySelectorAll(".row").length);
      scroller.scrollTop += frames.length % 50 === 49 ? 40_000 : 180;
      const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
      if (frames.length < 400 && !isAtEnd) requestAnimationFrame(step);
      else {
        frames.sort((a, b) => a - b);
        const at = (part) => Math.round(frames[Math.floor((frames.length - 1) * part)] * 10) / 10;
        resolve({
          frames: frames.length,
          median: at(0.5),
          p95: at(0.95),
          p99: at(0.99),
          max: at(1),
          longTasks: long,
          rowsInDom,
          scrolledTo: scroller.scrollTop,
        });
      }
    };
    requestAnimationFrame(step);
  });
}

const images = resolve(process.argv[2] ?? join(cache, "conversation"));
const folder = join(temporaryFolder().folder, "xmpp");
mkdirSync(folder);
for (const name of [TRIED, SAMPLE]) writeFileSync(join(folder, name), sampleConversation);
writeFileSync(join(folder, LONG), longConversation(COUNT));

/** Opens the file's view in a workbench of its own. */
async function withView(file, theme, act) {
  const workbench = await openWorkbench({
    folder,
    settings: { "workbench.colorTheme": colorThemes[theme] },
    viewport: { width: 1600, height: 1000 },
  });
  try {
    const { page } = workbench;
    const refused = [];
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text());
    });
    await workbench.openFile(file);
    const frame = await workbench.openConversation();
    await page.keyboard.press("ControlOrMeta+KeyB"); // room for the view
    await act(workbench, frame);
    const ofView = refused.filter((message) => message.includes("dist/webview"));
    assert.deepEqual(ofView, [], "the content security policy lets the view's own files in");
  } finally {
    await workbench.close();
  }
}

/** Uses the view: what is chosen in it shows in the editor, and the other way round. */
async function tryView(workbench, frame) {
  const { page } = workbench;
  const rows = (selector) => frame.locator(`.row${selector}`);
  const cursorAt = (line) =>
    page.locator(".active-line-number").getByText(String(line), { exact: true }).waitFor();
  assert.equal(await frame.locator(".head").first().textContent(), "viola@illyria.example");
  await rows('[aria-setsize="30"][aria-posinset="1"]').waitFor();
  // A click shows the stanza and leaves the keyboard where it is.
  await rows('[data-index="3"]').click();
  await cursorAt(7);
  await rows('.current[data-index="3"]').waitFor();
  await page.keyboard.press("ArrowDown");
  await rows(':focus[data-index="4"]').waitFor();
  assert.equal(await rows('[tabindex="0"]').count(), 1);
  await page.keyboard.press("End");
  await rows(':focus[data-index="29"]').waitFor();
  // Enter goes to the editor; what the cursor is in, and what is typed there, shows in the view.
  await page.keyboard.press("Enter");
  await page.locator(".editor-instance .monaco-editor.focused").waitFor();
  await cursorAt(59);
  await rows('.current[data-index="29"]').waitFor();
  await page.keyboard.press("ControlOrMeta+Home");
  await rows('.current[data-index="0"]').waitFor();
  await page.keyboard.type("<message from='new@illyria.example' to='viola@illyria.example'/>");
  await rows('[aria-setsize="31"][aria-posinset="1"]').waitFor();
  // The row is there while the stanza is still being typed.
  const firstHead = frame.locator(".head").first();
  await until("head of the new sender", async () =>
    (await firstHead.textContent()) === "new@illyria.example" ? true : undefined,
  );
  await workbench.command("File: Revert File");
  await rows('[aria-setsize="30"][aria-posinset="1"]').waitFor();
}

buildExtension();
await withView(TRIED, "dark", tryView); // what it types may be saved
console.log("The view does what it should.");
for (const theme of Object.keys(colorThemes)) {
  await withView(SAMPLE, theme, async (workbench, frame) => {
    await frame.locator('.row[data-index="3"]').click();
    await frame.locator('.row.current[data-index="3"]').waitFor();
    await workbench.screenshot(join(images, `${theme}.png`));
    for (const key of ["End", "ArrowUp"]) await workbench.page.keyboard.press(key);
    await workbench.screenshot(join(images, `${theme}-end.png`));
  });
}
await withView(LONG, "dark", async (workbench, frame) => {
  await frame.locator(`.row[aria-setsize="${COUNT}"]`).first().waitFor();
  await workbench.page.waitForTimeout(SETTLE_MS); // the editor has its own to do with such a file
  console.log(`${COUNT} stanzas: ${JSON.stringify(await measured(workbench.page, frame))}`);
  await workbench.screenshot(join(images, "long.png"));
});
console.log(`Pictures: ${images}`);

/** The times of frames, and what the page's own thread worked for each of them on average. */
async function measured(page, frame) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const metrics = async () => {
    const found = (await session.send("Performance.getMetrics")).metrics;
    return Object.fromEntries(found.map(({ name, value }) => [name, value * 1000]));
  };
  const before = await metrics();
  const times = await frame.evaluate(measureScroll);
  const after = await metrics();
  const perFrame = {};
  for (const name of ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration", "TaskDuration"]) {
    perFrame[name] = Math.round(((after[name] - before[name]) / times.frames) * 100) / 100;
  }
  return { ...times, perFrame };
}
