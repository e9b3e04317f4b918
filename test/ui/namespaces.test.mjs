// The list of namespaces while one types into xmlns='…': it is there for a number, a short name and an address.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { temporaryFolder } from "../../scripts/vscode/common.mjs";
import { openWorkbench } from "../../scripts/vscode/ui.mjs";

const FILE = "typed.stanza";

describe("the list of namespaces", () => {
  let workbench;

  before(async () => {
    const { folder } = temporaryFolder();
    writeFileSync(join(folder, FILE), "<message><x xmlns=");
    workbench = await openWorkbench({ folder });
    await workbench.openFile(FILE);
    // The element is not closed: with this finding the server is there.
    await workbench.squiggles();
  });

  after(() => workbench.close());

  for (const [typed, namespace, extension] of [
    ["0045", "http://jabber.org/protocol/muc", "XEP-0045 Multi-User Chat"],
    ["pubsub", "http://jabber.org/protocol/pubsub", "XEP-0060 Publish-Subscribe"],
    ["http://jabber.org/protocol/pubs", "http://jabber.org/protocol/pubsub", "XEP-0060"],
  ]) {
    it(`has ${namespace} first when ${typed} is typed`, async () => {
      const { page } = workbench;
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.type(`'${typed}`);
      const first = page.locator(".suggest-widget:visible .monaco-list-row.focused");
      await first.locator(".label-name", { hasText: new RegExp(`^${namespace}$`) }).waitFor();
      assert.ok((await first.innerText()).includes(extension), await first.innerText());
      await page.keyboard.press("Enter");
      await page.locator(".view-line", { hasText: `xmlns='${namespace}'` }).waitFor();
      await workbench.command("File: Revert File");
      await page.locator(".view-line", { hasText: namespace }).waitFor({ state: "detached" });
    });
  }
});
