// The text about a rule, opened by the links that VS Code shows and read as it shows on the screen.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { root, temporaryFolder } from "../../scripts/vscode/common.mjs";
import { openWorkbench } from "../../scripts/vscode/ui.mjs";

const FILE = "reply.stanza";
const RULE = "error-type-missing";
const STANZA = `<iq type='error' id='tide-1'>
  <error>
    <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>
`;

describe("the text about a rule", () => {
  let workbench;

  before(async () => {
    const { folder } = temporaryFolder();
    writeFileSync(join(folder, FILE), STANZA);
    workbench = await openWorkbench({ folder });
    await workbench.openFile(FILE);
    await workbench.squiggles();
  });

  after(() => workbench.close());

  /** The page of the preview that is on top, once it is about the rule. */
  async function textAbout(rule) {
    const page = await workbench.frameWith(`.markdown-body h1:text-is("${rule}")`);
    assert.equal(await page.locator("h1").innerText(), rule);
    return page;
  }

  it("opens by the link in the Problems panel", async () => {
    const [, row] = await workbench.openProblems(RULE);
    assert.match(row, new RegExp(RULE));
    await workbench.page.locator(".markers-panel a", { hasText: RULE }).click();
    const page = await textAbout(RULE);
    const written = readFileSync(join(root, `docs/rules/${RULE}.md`), "utf8");
    const headings = [...written.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    assert.ok(headings.length > 0);
    assert.deepEqual(await page.locator("h2").allInnerTexts(), headings);
    const last = page.locator(".markdown-body a").last();
    assert.match(
      await last.getAttribute("href"),
      new RegExp(`^https://.*/docs/rules/${RULE}\\.md$`),
    );
  });

  it("leads on to the texts about other rules", async () => {
    const page = await textAbout(RULE);
    await page.locator("a", { hasText: "condition-missing" }).click();
    await textAbout("condition-missing");
  });

  it("opens by the link in the hover of a finding", async () => {
    await workbench.openFile(FILE);
    await workbench.hoverSquiggle();
    await workbench.page.locator(".monaco-hover:visible a", { hasText: RULE }).click();
    await textAbout(RULE);
  });

  it("opens by the light bulb, beside the stanzas", async () => {
    await workbench.openLightBulb(RULE);
    await workbench.choose(`Open the documentation of ${RULE}`);
    await textAbout(RULE);
    assert.equal(await workbench.page.locator(".editor-group-container").count(), 2);
    await workbench.page.locator(".view-line", { hasText: "tide-1" }).waitFor();
  });
});
