// Settings that are objects, changed in VS Code's Settings UI: untouched properties stay as they are.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readJson, root, temporaryFolder } from "../../scripts/vscode/common.mjs";
import { openWorkbench, until } from "../../scripts/vscode/ui.mjs";

const { properties } = readJson(join(root, "package.json")).contributes.configuration;
const texts = readJson(join(root, "package.nls.json"));
const STANZA =
  "<iq type='error' id='tide-1'><error><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
const files = {
  "fence.md": `\`\`\`xml\n${STANZA}\n\`\`\`\n`,
  "script.scs": `[Client] Ann\n  jid: ann@quay.example\n  password: tide\n\n-----\n\nAnn sends:\n  ${STANZA}\n`,
  "tide.py": `reply = """${STANZA}"""\n`,
};

describe("the Settings UI", () => {
  const { folder } = temporaryFolder();
  const settingsFile = join(folder, ".vscode/settings.json");
  let workbench;

  before(async () => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    // Wide and high enough for the Problems panel below the longest setting.
    workbench = await openWorkbench({ folder, viewport: { width: 1280, height: 1400 } });
  });

  after(() => workbench.close());

  /** Shows one setting for the workspace, and gives its rows. */
  async function show(name) {
    const { page } = workbench;
    await workbench.command("Preferences: Open Workspace Settings");
    // The search is cleared when the settings are first listed.
    await page.locator(".settings-editor .setting-item-contents").first().waitFor();
    const setting = page.locator(`.setting-item-contents[data-key="xmppStanza.${name}"]`);
    await page.locator(".settings-editor .suggest-input-container").click();
    await page.keyboard.press("ControlOrMeta+KeyA");
    await page.keyboard.type(`@id:xmppStanza.${name}`);
    await setting.waitFor();
    return setting.getByRole("listitem");
  }

  /** The value that the workspace has of the setting, once one is written. */
  function written(name) {
    return until("setting in the workspace's file", () => settings()?.[`xmppStanza.${name}`]);
  }

  /** The settings of the workspace; undefined where there are none, or while the file is being written. */
  function settings() {
    if (!existsSync(settingsFile)) return undefined;
    try {
      return JSON.parse(readFileSync(settingsFile, "utf8"));
    } catch {
      return undefined;
    }
  }

  it("ticks the sources that are looked into, and writes only the box that is clicked", async () => {
    for (const name of Object.keys(files)) await workbench.openFile(name);
    await workbench.openProblems("error-type-missing");
    for (const name of Object.keys(files)) await workbench.problemsFile(name);
    const rows = await show("sources");
    for (const [name, { default: isOn }] of Object.entries(
      properties["xmppStanza.sources"].properties,
    )) {
      const row = rows.filter({ hasText: `(${name})` });
      const box = row.getByRole("checkbox");
      assert.equal(await box.getAttribute("aria-checked"), String(isOn), name);
      const label = await row.innerText();
      assert.equal(label.trim(), `${texts[`setting.sources.${name}`]} (${name})`);
    }
    await rows.filter({ hasText: "(python)" }).getByRole("checkbox").click();
    assert.deepEqual(await written("sources"), { python: false });
    assert.deepEqual(Object.keys(settings()), ["xmppStanza.sources"]);
    await workbench.problemsFile("tide.py", "detached");
    await workbench.problemsFile("fence.md");
    await workbench.problemsFile("script.scs");
  });

  it("shows each rule with its severity, and writes only the changed rule", async () => {
    const { page } = workbench;
    const rows = await show("rules");
    const shown = (await rows.allInnerTexts()).map((text) => text.trim().split(/\s+/));
    const wanted = Object.entries(properties["xmppStanza.rules"].properties);
    assert.deepEqual(
      shown.filter(([name]) => name !== "Item"),
      wanted.map(([name, one]) => [name, one.default]),
    );
    const row = rows.filter({ hasText: /^xml-comment/ });
    const description = page.getByText(texts["setting.rules.xml-comment"]);
    await workbench.pointAt(row.locator(".setting-list-object-key"), description);
    await row.getByRole("button", { name: "Edit Item" }).click();
    await page.locator(".setting-list-object-widget select").selectOption("warning");
    await page.locator(".setting-list-ok-button").click();
    assert.deepEqual(await written("rules"), { "xml-comment": "warning" });
  });

  it("shows each limit, and changes only the edited limit", async () => {
    const { page } = workbench;
    const limits = properties["xmppStanza.limits"].default;
    const rows = await show("limits");
    const row = rows.filter({ hasText: /^depth/ });
    assert.match(await row.innerText(), new RegExp(`\\b${limits.depth}\\b`));
    await row.hover();
    await row.getByRole("button", { name: "Edit Item" }).click();
    await page.locator(".setting-list-object-widget input").last().fill("100");
    await page.locator(".setting-list-ok-button").click();
    // VS Code writes all numbers of an object, here with the values that they had.
    assert.deepEqual(await written("limits"), { ...limits, depth: 100 });
  });

  it("has a link to the texts about rules, inside the editor", async () => {
    const { page } = workbench;
    const setting = page.locator('.setting-item-contents[data-key="xmppStanza.rules"]');
    // After the shorter list of limits, the list of rules begins at its top again.
    await show("rules");
    await setting.getByText(texts["command.explainRule"], { exact: true }).click();
    await workbench.pick("iq-payload");
    await workbench.frameWith('.markdown-body h1:text-is("iq-payload")');
  });
});
