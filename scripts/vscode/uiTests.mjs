// Runs test/ui: the extension by mouse and keyboard in the hosted VS Code, its workbench in headless Chromium.
// usage: node scripts/vscode/uiTests.mjs [NAME…]     (walkthrough: test/ui/walkthrough.test.mjs alone)
//   CHROMIUM=FILE         the browser's program       VSCODE_HOST=required  having no VS Code is a failure
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { buildExtension, root } from "./common.mjs";
import { noHostedReason } from "./hosted.mjs";
import { end, finishWithoutHost } from "./report.mjs";

const ENDING = ".test.mjs";
const folder = join(root, "test/ui");
const names = process.argv.slice(2);
const there = readdirSync(folder).filter((name) => name.endsWith(ENDING));
const unknown = names.filter((name) => !there.includes(name + ENDING));
if (unknown.length > 0) throw new Error(`test/ui has no ${unknown.join(", ")}`);

const reason = noHostedReason();
if (reason) finishWithoutHost(`no VS Code to use by mouse and keyboard: ${reason}`);

buildExtension();
const chosen = there.filter(
  (name) => names.length === 0 || names.includes(name.replace(ENDING, "")),
);
const files = chosen.sort().map((name) => join(folder, name));
const counts = { passed: 0, failed: 0, skipped: 0 };
let isGood = true;
// One after the other: each has a whole VS Code to itself.
const events = run({ files, concurrency: 1 });
const isTest = ({ name, file, details }) => details.type !== "suite" && name !== file;
events.on("test:pass", (test) => {
  if (isTest(test)) counts[test.skip === undefined ? "passed" : "skipped"]++;
});
events.on("test:fail", (test) => {
  isGood = false;
  if (isTest(test)) counts.failed++;
});
events.on("end", () => end(counts, isGood && counts.passed > 0));
events.compose(spec).pipe(process.stdout);
