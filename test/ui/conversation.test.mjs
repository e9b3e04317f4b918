// The panel of conversations: its lanes in half a window, how it follows the editor, where its button is.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { temporaryFolder } from "../../scripts/vscode/common.mjs";
import { openWorkbench, until } from "../../scripts/vscode/ui.mjs";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const error = (type, condition) =>
  `<error type='${type}'><${condition} xmlns='${STANZAS}'/></error>`;
const files = {
  "four.stanza": `<iq type='get' id='d1' from='romeo@montague.example/garden' to='capulet.example'><query xmlns='urn:x'/></iq>
<iq type='error' id='d1' from='capulet.example' to='romeo@montague.example/garden'>${error("cancel", "service-unavailable")}</iq>
<presence id='p1' from='romeo@montague.example/garden' to='balcony@rooms.capulet.example/Romeo'/>
<presence type='error' id='p1' from='balcony@rooms.capulet.example/Romeo' to='romeo@montague.example/garden'>${error("auth", "registration-required")}</presence>
<message type='error' id='m1' from='juliet@capulet.example' to='romeo@montague.example/garden'><error><recipient-unavailable xmlns='${STANZAS}'/></error></message>
`,
  "other.stanza":
    "<iq type='get' id='o1' from='a@b.example' to='c.example'><q xmlns='urn:x'/></iq>\n",
  "empty.stanza": "\n",
  "page.md":
    "# Page\n\n```xml\n<iq type='get' id='md1' to='md.example'><q xmlns='urn:x'/></iq>\n```\n",
  "none.md": "# Page\n",
  "script.scs":
    "[Client] Romeo\n\tjid: romeo@localhost\n---------\nRomeo sends:\n\t<iq type='get' id='s1' to='localhost'/>\n",
};

/**
 * Measures the chart when it is laid out for its width: the words of heads, labels and ids that are cut off, the number of
 * heads, and the width of the chart beyond that of its view.
 */
async function measureChart() {
  // The chart is laid out by an observer of its size, which is called before the next frame is painted.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const cutOff = [...document.querySelectorAll(".local, .domain, .label, .id")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.textContent);
  const { scrollWidth, clientWidth } = document.querySelector(".scroller");
  const heads = document.querySelectorAll(".head").length;
  return { cutOff, beyond: scrollWidth - clientWidth, heads, width: clientWidth };
}

/** The chart as it is measured once its view has such a width, twice the same: while VS Code lays out its parts, it changes. */
function chartWhere(frame, isSuch) {
  let before;
  return until("chart of that width", async () => {
    const measured = await frame.evaluate(measureChart);
    const isStill = JSON.stringify(measured) === JSON.stringify(before);
    before = measured;
    return isStill && isSuch(measured.width) ? measured : undefined;
  });
}

describe("the panel of conversations", () => {
  let workbench;
  let page;
  let button;

  before(async () => {
    const { folder } = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    workbench = await openWorkbench({ folder, viewport: { width: 1280, height: 800 } });
    page = workbench.page;
    button = page.getByRole("button", { name: "Show Conversation" }).first();
  });

  after(() => workbench.close());

  it("has a button for stanzas, scansion, and Markdown that holds stanzas", async () => {
    for (const name of ["four.stanza", "script.scs", "page.md"]) {
      await workbench.openFile(name);
      await button.waitFor();
      // Without it the button of one file could be taken for that of the next.
      await workbench.openFile("none.md");
      await button.waitFor({ state: "detached" });
    }
  });

  it("has room for four lanes in half a window, with all words whole", async () => {
    await workbench.openFile("four.stanza");
    await button.click();
    const frame = await workbench.frameWith('.scroller .row[aria-setsize="5"]');
    await page.keyboard.press("ControlOrMeta+KeyB"); // without the side bar
    const { width, ...found } = await chartWhere(frame, (width) => width > 600);
    assert.ok(width < 640, `${width} pixels are half a window`);
    assert.deepEqual(found, { cutOff: [], beyond: 0, heads: 4 });
    await page.keyboard.press("ControlOrMeta+KeyB");
  });

  it("needs no scrolling beside the side bar", async () => {
    const frame = await workbench.frameWith('.scroller .row[aria-setsize="5"]');
    const { beyond } = await chartWhere(frame, (width) => width < 600);
    assert.equal(beyond, 0);
  });

  it("follows the editor in a single panel", async () => {
    for (const [name, id] of [
      ["other.stanza", "o1"],
      ["page.md", "md1"],
      ["script.scs", "s1"],
    ]) {
      await workbench.openFile(name);
      const frame = await workbench.frameWith('.scroller .row[aria-setsize="1"]');
      await frame.locator(".id", { hasText: id }).waitFor();
      assert.equal(await page.getByRole("tab", { name: "Conversation" }).count(), 1);
      await page.getByRole("tab", { name: `Conversation: ${name}` }).waitFor();
    }
  });

  it("shows nothing but a sentence for a file without stanzas", async () => {
    await workbench.openFile("empty.stanza");
    const frame = await workbench.frameWith(".scroller .empty:not([hidden])");
    await frame.locator(".empty").waitFor();
    await page.getByRole("tab", { name: "Conversation: empty.stanza" }).waitFor();
    await frame.locator(".row").first().waitFor({ state: "detached" });
    await frame.locator(".heads").waitFor({ state: "hidden" });
  });
});
