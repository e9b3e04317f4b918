// A document in which nothing is checked: the editor says so, and switches the check on where a person asks for it.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { temporaryFolder } from "../../scripts/vscode/common.mjs";
import { openWorkbench } from "../../scripts/vscode/ui.mjs";

const REPLY =
  "<iq type='error' id='tide-1'><error><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
const CHECK = "XMPP Stanza: Check This File";
const FIX = "XMPP Stanza: Fix All";
const OFF = "Stanzas in Python are not checked: the setting xmppStanza.sources has python off.";

const files = {
  "notes.md": "# Harbour\n\nNothing here is a stanza.\n",
  "reply.stanza": `${REPLY}\n`,
  "tide.py": `reply = """${REPLY}"""\n`,
};

/** A workbench on a folder with these files, for the tests around; `more` has further files. */
function useWorkbench(more = {}) {
  const { folder } = temporaryFolder();
  let workbench;
  before(async () => {
    for (const [name, text] of Object.entries({ ...files, ...more })) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    workbench = await openWorkbench({ folder });
  });
  after(() => workbench.close());
  return { folder, opened: () => workbench };
}

describe("a document whose source is off", () => {
  const off = `${JSON.stringify({ "xmppStanza.sources": { python: false } })}\n`;
  const { folder, opened } = useWorkbench({ ".vscode/settings.json": off });
  const settings = join(folder, ".vscode/settings.json");

  it("shows the reason in the language status", async () => {
    await opened().openFile("tide.py");
    const shown = await opened().languageStatus(OFF);
    assert.match(shown, /Turn On for This Workspace/);
    await opened().page.keyboard.press("Escape");
  });

  it("shows the reason after Check This File, which changes no settings", async () => {
    await opened().command(CHECK);
    await opened().notification(OFF);
    assert.equal(readFileSync(settings, "utf8"), off);
  });

  it("is checked after a person turns its source on, and only that is set", async () => {
    const message = await opened().notification(OFF);
    await message.getByRole("button", { name: "Turn On for This Workspace" }).click();
    await opened().squiggles();
    assert.deepEqual(JSON.parse(readFileSync(settings, "utf8")), {
      "xmppStanza.sources": { python: true },
    });
  });
});

describe("a document that a configuration file leaves out", () => {
  const { folder, opened } = useWorkbench({
    "xmpp-stanza.json": '{ "ignore": ["reply.stanza"], "sources": { "python": false } }\n',
  });

  it("names the file that has its source off, and opens that", async () => {
    const { page } = opened();
    await opened().openFile("tide.py");
    await opened().command(CHECK);
    const message = await opened().notification("xmpp-stanza.json has python off");
    await message.getByRole("button", { name: "Open xmpp-stanza.json" }).click();
    await page.getByRole("tab", { name: "xmpp-stanza.json" }).waitFor();
    assert.equal(existsSync(join(folder, ".vscode/settings.json")), false);
  });

  it("names the file that ignores it", async () => {
    await opened().openFile("reply.stanza");
    await opened().command(CHECK);
    await opened().notification("xmpp-stanza.json ignores it");
  });
});

describe("a document without a stanza", () => {
  const { opened } = useWorkbench();

  it("shows the reason after Check This File, and after Fix All", async () => {
    await opened().openFile("notes.md");
    await opened().command(CHECK);
    await opened().notification("No stanzas were found in this document.");
    await opened().command("Notifications: Clear All Notifications");
    await opened().command(FIX);
    await opened().notification("No stanzas were found in this document.");
  });

  it("has no Fix All in its menu, unlike a document with stanzas", async () => {
    assert.deepEqual(
      (await opened().contextMenu("Nothing here")).filter((entry) => entry.includes("XMPP")),
      [],
    );
    await opened().page.keyboard.press("Escape");
    await opened().openFile("reply.stanza");
    await opened().contextMenu("tide-1", FIX);
    await opened().page.getByRole("menuitem", { name: FIX }).click();
    await opened().page.locator(".view-line", { hasText: "<error type='cancel'>" }).waitFor();
  });
});
