// A switched-off check shows: turned off from the command palette, and on again from the status bar.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readJson, root, temporaryFolder } from "../../scripts/vscode/common.mjs";
import { openWorkbench } from "../../scripts/vscode/ui.mjs";

const texts = readJson(join(root, "package.nls.json"));
const STANZA = "<iq type='error' id='a'><error/></iq>\n";

describe("a file whose findings are turned off", () => {
  let workbench;
  let off;

  before(async () => {
    const { folder } = temporaryFolder();
    writeFileSync(join(folder, "a.stanza"), STANZA);
    workbench = await openWorkbench({ folder });
    off = workbench.page.locator(".statusbar-item:visible", { hasText: "XMPP Stanza: Off" });
    await workbench.openFile("a.stanza");
    await workbench.squiggles();
  });

  after(() => workbench.close());

  it("shows that in the status bar, where a click turns the findings on", async () => {
    assert.equal(await off.count(), 0);
    await workbench.command(texts["command.toggleFile"]);
    await off.waitFor();
    await workbench.page.locator(".cdr.squiggly-error").first().waitFor({ state: "detached" });
    await off.locator("a").click();
    await workbench.squiggles();
    await off.waitFor({ state: "detached" });
  });

  it("is not turned off by the palette's search for the check command", async () => {
    const { page } = workbench;
    await page.keyboard.press("F1");
    const palette = page.locator(".quick-input-widget");
    await palette.locator("input").fill(">check this file");
    const rows = palette.locator(".monaco-list-row");
    await rows.filter({ hasText: texts["command.checkFile"] }).first().waitFor();
    assert.equal(await rows.filter({ hasText: texts["command.toggleFile"] }).count(), 0);
    await page.keyboard.press("Escape");
  });
});
