// Opens docs/answers.html from disk in headless Chromium, and uses it as a reader would.
// usage: node scripts/editors/answers.mjs [--shot FILE]     (FILE-dark.png and FILE-narrow.png are made beside it)
//   CHROMIUM=FILE  the browser's program     CHROMIUM_TESTS=required  having none is a failure
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { option, root } from "../vscode/common.mjs";
import { requireChromium, runInBrowser, untilEqual } from "./browserTests.mjs";
import { runAll } from "./editor.mjs";

requireChromium();
const url = pathToFileURL(join(root, "docs/answers.html")).href;
const shot = option("--shot");

const shownSections = () => document.querySelectorAll("main section:not([hidden])").length;
const shownRows = () =>
  [...document.querySelectorAll("tbody tr:not(.rfc)")].filter((row) => row.offsetParent).length;
const background = () => getComputedStyle(document.documentElement).backgroundColor;
const isWithin = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;

function expectEqual(actual, expected) {
  if (actual !== expected) throw new Error(`${actual} and not ${expected}`);
}

const tests = [
  [
    "all situations are shown, the answer of the RFC first",
    async (page) => {
      const count = await page.evaluate(() => document.querySelectorAll("main section").length);
      await untilEqual(page, shownSections, count);
      const first = () =>
        [...document.querySelectorAll("tbody")].every((body) => body.rows[0].className === "rfc");
      expectEqual(await page.evaluate(first), true);
    },
  ],
  [
    "words filter; situations without a row are hidden",
    async (page) => {
      await page.fill("#words", "nobody ejabberd headline");
      await untilEqual(page, shownSections, 1);
      await untilEqual(
        page,
        () => document.getElementById("count").value.startsWith("1 of "),
        true,
      );
    },
  ],
  [
    "software, answer and breaches filter together; the button shows all again",
    async (page) => {
      await page.fill("#words", "");
      await page.selectOption("#software", "Prosody");
      await page.check("#breaches");
      await untilEqual(
        page,
        () =>
          [...document.querySelectorAll("main section:not([hidden])")].map(({ id }) => id).join(),
        "private-no-child,private-two-children",
      );
      await page.selectOption("#condition", "conflict");
      await untilEqual(page, shownRows, 0);
      await page.click("button[type=reset]");
      await untilEqual(
        page,
        shownSections,
        await page.evaluate(() => document.querySelectorAll("main section").length),
      );
    },
  ],
  [
    "the exchange is one click away",
    async (page) => {
      const details = page.locator("#unknown-namespace-server tbody tr >> nth=1 >> details");
      await details.locator("summary").click();
      const text = await details.locator("pre").innerText();
      if (!/^C: <iq.*\nS: <iq/s.test(text)) throw new Error(text);
    },
  ],
  [
    "a link to a situation shows it, though the filter hides it",
    async (page) => {
      await page.fill("#words", "jingle");
      await page.evaluate(() => {
        location.hash = "#muc-owner";
      });
      await untilEqual(page, () => document.getElementById("muc-owner").hidden, false);
      await untilEqual(
        page,
        () => Math.abs(document.getElementById("muc-owner").getBoundingClientRect().top) < 200,
        true,
      );
    },
  ],
  [
    "everything can be reached with the keyboard",
    async (page) => {
      await page.evaluate(() => scrollTo(0, 0));
      await page.focus("#words");
      for (const id of ["software", "condition", "breaches"]) {
        await page.keyboard.press("Tab");
        expectEqual(await page.evaluate(() => document.activeElement.id), id);
      }
      await page.keyboard.press("Space");
      await untilEqual(page, () => document.getElementById("breaches").checked, true);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await untilEqual(page, () => document.getElementById("breaches").checked, false);
      await page.keyboard.press("Tab");
      expectEqual(await page.evaluate(() => document.activeElement.tagName), "A");
      await page.keyboard.press("Tab");
      expectEqual(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
      await page.keyboard.press("Enter");
      await untilEqual(page, () => document.activeElement.parentElement.open, true);
    },
  ],
  [
    "it is light and dark as the reader has it",
    async (page) => {
      await page.emulateMedia({ colorScheme: "light" });
      if (shot) await page.screenshot({ path: shot });
      const light = await page.evaluate(
        () => getComputedStyle(document.querySelector("pre")).backgroundColor,
      );
      await page.emulateMedia({ colorScheme: "dark" });
      if (shot) await page.screenshot({ path: shot.replace(/\.png$/, "-dark.png") });
      const dark = await page.evaluate(
        () => getComputedStyle(document.querySelector("pre")).backgroundColor,
      );
      if (light === dark) throw new Error(`both are ${light}, ${await page.evaluate(background)}`);
    },
  ],
  [
    "nothing is cut off at a width of 360 pixels",
    async (page) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.evaluate(() => {
        for (const one of document.querySelectorAll(
          "#to-too-long details, #pubsub-configure details",
        ))
          one.open = true;
      });
      await untilEqual(page, isWithin, true);
      if (shot) await page.screenshot({ path: shot.replace(/\.png$/, "-narrow.png") });
    },
  ],
];

await runAll([["The page of answers, opened from disk", () => runInBrowser(url, tests)]]);
