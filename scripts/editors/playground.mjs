// Opens the page of playground/ from disk in headless Chromium, and uses it as a stranger would.
// usage: node scripts/editors/playground.mjs [--shot FILE]
//   CHROMIUM=FILE  the browser's program     CHROMIUM_TESTS=required  having none is a failure
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { option, root, temporaryFolder } from "../vscode/common.mjs";
import {
  completesConditions,
  editorText,
  endsWithPage,
  requireChromium,
  runInBrowser,
  untilEqual,
  writeText,
} from "./browserTests.mjs";
import { runAll } from "./editor.mjs";

requireChromium();
const { folder } = temporaryFolder();
const page = join(folder, "playground.html");
execFileSync(process.execPath, ["scripts/run.mjs", "scripts/playground.ts", page], {
  cwd: root,
  stdio: "inherit",
});
const reply = readFileSync(join(root, "test/editors/reply.stanza"), "utf8").trimEnd();

const rules = () => [...document.querySelectorAll("#findings a")].map((one) => one.textContent);

const tests = [
  [
    "the first example has its findings, in the list and in the text",
    async (page) => {
      await untilEqual(page, () => document.querySelectorAll("#findings li").length > 3, true);
      await untilEqual(page, () => document.querySelectorAll(".cm-lintRange").length > 3, true);
    },
  ],
  [
    "another text is checked, by the settings",
    async (page) => {
      await writeText(page, reply);
      await untilEqual(page, rules, ["error-type-missing"]);
    },
  ],
  [
    "changed settings take effect at once; a mistake in them is shown",
    async (page) => {
      await page.click("#settings-label");
      await page.fill("#settings", '{ "rules": { "error-type-missing": "off" } }');
      await untilEqual(page, rules, ["text-lang-missing"]);
      await page.fill("#settings", "{ rules");
      await untilEqual(
        page,
        () => /JSON/.test(document.getElementById("settings-mistake").textContent),
        true,
      );
      await page.fill("#settings", '{ "rules": { "text-lang-missing": "off" } }');
      await untilEqual(page, rules, ["error-type-missing"]);
    },
  ],
  [
    "the preferred fix inserts the error type, and the finding is gone",
    async (page) => {
      await page.click("#findings details summary");
      await page.click("#findings .fixes button >> nth=0");
      await untilEqual(page, editorText, reply.replace("<error>", "<error type='cancel'>"));
      await untilEqual(page, rules, []);
    },
  ],
  completesConditions,
  ["the worker ends with its page", endsWithPage],
];

await runAll([
  [
    "The page, opened from disk",
    async () => {
      const shot = option("--shot");
      const before = shot ? [["a picture", (page) => takePicture(page, shot)]] : [];
      return runInBrowser(pathToFileURL(page).href, [...before, ...tests]);
    },
  ],
]);

async function takePicture(page, file) {
  await untilEqual(page, () => document.querySelectorAll("#findings li").length > 3, true);
  await page.click("#findings details summary");
  await page.waitForSelector("#findings .fixes button");
  await page.screenshot({ path: file });
}
