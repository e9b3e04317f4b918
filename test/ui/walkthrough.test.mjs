// The walkthrough, opened from the command palette: its pictures have the colours of the theme.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readJson, root, temporaryFolder } from "../../scripts/vscode/common.mjs";
import { openWorkbench, until } from "../../scripts/vscode/ui.mjs";

const texts = readJson(join(root, "package.nls.json"));
const [{ steps }] = readJson(join(root, "package.json")).contributes.walkthroughs;
const text = (key) => texts[key.replaceAll("%", "")];
const titleOf = (svg) => /<title>(.*?)<\/title>/.exec(readFileSync(join(root, svg), "utf8"))[1];

/** Fills as the browser paints them, of the picture's ground and of its first word. */
function paintedFills(svg) {
  const fillOf = (name) => getComputedStyle(svg.querySelector(name)).fill;
  return { ground: fillOf("rect"), word: fillOf("text"), name: fillOf("tspan") };
}

function hasTheme() {
  const { documentElement } = document;
  return getComputedStyle(documentElement).getPropertyValue("--vscode-editor-background") !== "";
}

/** The theme's colours, as the browser writes them. */
function themeColors() {
  const probe = document.body.appendChild(document.createElement("span"));
  const colorOf = (variable) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  return {
    ground: colorOf("--vscode-editor-background"),
    word: colorOf("--vscode-editor-foreground"),
    name: colorOf("--vscode-symbolIcon-classForeground"),
  };
}

for (const theme of ["dark", "light"]) {
  describe(`the walkthrough in a ${theme} theme`, () => {
    let workbench;

    before(async () => {
      workbench = await openWorkbench({ folder: temporaryFolder().folder, theme });
      await workbench.command("Welcome: Open Walkthrough...");
      await workbench.pick(text("%walkthrough.title%"));
    });

    after(() => workbench.close());

    for (const { id, title, media } of steps) {
      it(`paints the picture of the step "${text(title)}" in the theme's colours`, async () => {
        await workbench.page.locator(`[data-step-id$="#${id}"]`).click();
        // A step's picture is a page of its own, in a frame that VS Code makes around it.
        const page = workbench.page
          .frameLocator(".getting-started-media iframe")
          .frameLocator("iframe#active-frame");
        const svg = page.locator("svg").filter({ has: page.getByText(titleOf(media.svg)) });
        await svg.waitFor();
        // The frame gets the colours of the theme after its page.
        await until("theme in the picture's frame", async () =>
          (await svg.evaluate(hasTheme)) ? true : undefined,
        );
        assert.deepEqual(await svg.evaluate(paintedFills), await svg.evaluate(themeColors));
      });
    }
  });
}
