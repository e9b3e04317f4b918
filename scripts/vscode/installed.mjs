// Packs the extension, installs the package in the hosted VS Code, and looks with headless Chromium
// whether it finds and mends a mistake there; nothing of this folder is loaded.
// usage: node scripts/vscode/installed.mjs
//   VSCODE_HOST=required  having no VS Code is a failure       CHROMIUM=FILE  the browser's program
import { cpSync } from "node:fs";
import { join } from "node:path";
import { packageExtension } from "../package/package.mjs";
import { buildExtension, cache, root, temporaryFolder } from "./common.mjs";
import { noHostedReason } from "./hosted.mjs";
import { finishWithoutHost } from "./report.mjs";
import { openWorkbench } from "./ui.mjs";

const FILE = "fix-by-menu.stanza";
const RULE = "error-type-missing";
const FIX = "Insert type='cancel'";

const reason = noHostedReason();
if (reason) {
  console.log(`No hosted VS Code: ${reason}`);
  finishWithoutHost("no VS Code to install the package in");
}

buildExtension();
const { folder } = temporaryFolder();
const vsix = await packageExtension(folder);
const workspace = join(folder, "workspace");
cpSync(join(root, "test/vscode/workspace", FILE), join(workspace, FILE));

const workbench = await openWorkbench({ folder: workspace, vsix });
/** The visible results, each as its name and whether it is there. */
const checks = [
  [
    "the installed extension underlines a mistake",
    async () => {
      await workbench.openFile(FILE);
      return (await workbench.squiggles()) > 0;
    },
  ],
  [
    "the Problems panel names the rule",
    async () => (await workbench.openProblems(RULE)).some((row) => row.includes(RULE)),
  ],
  [
    "the light bulb offers the fix, which mends it",
    async () => {
      const offered = await workbench.openLightBulb(RULE);
      await workbench.choose(FIX);
      await workbench.page.locator(".cdr.squiggly-error").first().waitFor({ state: "hidden" });
      const mended = workbench.page.locator(".view-line", { hasText: /<error\stype='cancel'>/ });
      await mended.waitFor();
      return offered.some((title) => title.startsWith(FIX));
    },
  ],
];

let passed = 0;
try {
  for (const [name, isSo] of checks) {
    if (!(await isSo())) throw new Error(`not so: ${name}`);
    console.log(`✓ ${name}`);
    passed++;
  }
} catch (error) {
  console.error(`FAILED: ${error.message}`);
  await workbench.screenshot(join(cache, "failure-installed.png")).catch(() => {});
} finally {
  await workbench.close();
}
const failed = checks.length - passed;
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
