// Drives the hosted VS Code like a person: opens files, waits until something shows, presses keys.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { findChromium, openPage } from "./browser.mjs";
import { startServer } from "./server.mjs";

const PATIENCE_MS = 30_000;
/** Positions of VS Code's animations and hovers are final after this. */
const SETTLE_MS = 500;
/** The light bulb's menu, without its submenu. */
const MENU = ".action-widget:not(.action-list-submenu-panel)";

/** Leaves only the explorer, the editor and what a script opens. */
const plainLayout = {
  "editor.fontSize": 15,
  "editor.minimap.enabled": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
};

export const themes = { dark: "Default Dark Modern", light: "Default Light Modern" };

/**
 * Opens `folder` with the extension of this folder, or of a package; close the workbench in the end.
 * @param {{ folder: string, vsix?: string, theme?: keyof typeof themes, settings?: object,
 *   viewport?: { width: number, height: number } }} options
 */
export async function openWorkbench({ folder, vsix, theme = "dark", settings = {}, viewport }) {
  const executable = findChromium();
  if (!executable) throw new Error("no Chromium or Chrome was found (CHROMIUM names its program)");
  const server = await startServer({
    installed: vsix ?? true,
    settings: { ...plainLayout, "workbench.colorTheme": themes[theme], ...settings },
  });
  try {
    const window = await openPage(executable, viewport);
    window.page.setDefaultTimeout(PATIENCE_MS);
    await window.page.goto(server.url({ folder }));
    return new Workbench(window, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

class Workbench {
  #window;
  #server;

  constructor(window, server) {
    this.#window = window;
    this.#server = server;
    /** Playwright's page, for what has no method here. */
    this.page = window.page;
  }

  /** Opens a file of the explorer's top level by a double click. */
  async openFile(name) {
    const row = this.page.locator(".explorer-folders-view").getByRole("treeitem", { name });
    // Its tab begins with the name; those of views of the file have it further on.
    const start = new RegExp(`^${name.replaceAll(".", "\\.")}`);
    const selected = this.page.getByRole("tab", { name: start, selected: true }).first();
    // Both clicks go nowhere where the tree draws its rows anew between them.
    for (let attempt = 0; attempt < 10 && !(await selected.isVisible()); attempt++) {
      await row.dblclick();
      await selected.waitFor({ timeout: 3000 }).catch(() => {});
    }
  }

  /** Waits until `count` or more places are underlined; resolves to how many are. */
  async squiggles(severity = "error", count = 1) {
    const squiggles = this.page.locator(`.cdr.squiggly-${severity}`);
    await squiggles.nth(count - 1).waitFor();
    return squiggles.count();
  }

  /** Opens the Problems panel; resolves to its rows' texts, once there is one with `text`. */
  async openProblems(text = "") {
    if (!(await this.page.locator(".markers-panel").isVisible())) {
      await this.page.keyboard.press("ControlOrMeta+Shift+KeyM");
    }
    await this.#problem(text).waitFor();
    const rows = await this.page.locator(".markers-panel .monaco-list-row").allInnerTexts();
    return rows.map((row) => row.replace(/\s+/g, " ").trim());
  }

  /** Waits until the Problems panel, which is open, has a row for the file. */
  async problemsFile(name) {
    await this.page.locator(".markers-panel .monaco-list-row", { hasText: name }).first().waitFor();
  }

  #problem(text) {
    const rows = this.page.locator(".markers-panel .monaco-list-row", { hasText: text });
    // The first row is the file.
    return rows.filter({ has: this.page.locator(".marker-icon") }).first();
  }

  /** Goes from the problem with `text` to its place, and opens the light bulb there. */
  async openLightBulb(text) {
    await this.openProblems(text);
    const menu = this.page.locator(MENU);
    const focused = this.page.locator(".editor-instance .monaco-editor.focused");
    for (let attempt = 0; attempt < 10 && !(await menu.isVisible()); attempt++) {
      await this.#problem(text).dblclick();
      // The key goes nowhere while the focus is on its way, or before the server has answered.
      await focused.waitFor({ timeout: 2000 }).catch(() => {});
      await this.page.keyboard.press("ControlOrMeta+Period");
      await menu.waitFor({ timeout: 2000 }).catch(() => {});
    }
    const entries = await menu.locator(".monaco-list-row.action").allInnerTexts();
    return entries.map((entry) => entry.trim());
  }

  /** Chooses an entry of the open light bulb; the first one where none is named. */
  async choose(title) {
    if (title) await this.page.locator(MENU).getByText(title).first().click();
    else await this.page.keyboard.press("Enter");
    await this.page.locator(MENU).waitFor({ state: "hidden" });
  }

  /** Points at the first place that is underlined, until the editor shows what it knows of the place. */
  async hoverSquiggle(severity = "error") {
    const { page } = this;
    const hover = page.locator(".monaco-hover:visible").first();
    const squiggle = page.locator(`.cdr.squiggly-${severity}`).first();
    for (let attempt = 0; attempt < 10 && !(await hover.isVisible()); attempt++) {
      const { x, y, width, height } = await squiggle.boundingBox();
      await page.mouse.move(2, 2);
      await page.mouse.move(x + width / 2, y + height / 2);
      await hover.waitFor({ timeout: 3000 }).catch(() => {});
    }
  }

  /** Points at a word of the editor; resolves to the text that is shown for it, once it has `text`. */
  async hover(word, text = "") {
    const hover = this.page.locator(".monaco-hover:visible", { hasText: text }).first();
    const token = this.page
      .locator(".view-line span", { hasText: new RegExp(`^${word}$`) })
      .first();
    for (let attempt = 0; attempt < 10 && !(await hover.isVisible()); attempt++) {
      await this.page.mouse.move(2, 2);
      await token.hover({ force: true });
      await hover.waitFor({ timeout: 3000 }).catch(() => {});
    }
    return (await hover.allInnerTexts()).join("\n");
  }

  /** Types at the end of the line with `line`; resolves to the proposals, once there is one with `text`. */
  async complete(line, typed, text) {
    await this.page.locator(".view-line", { hasText: line }).first().click();
    await this.page.keyboard.press("End");
    await this.page.keyboard.type(typed, { delay: 50 });
    const rows = this.page.locator(".suggest-widget .monaco-list-row");
    const wanted = rows.filter({ hasText: text }).first();
    for (let attempt = 0; attempt < 10 && !(await wanted.isVisible()); attempt++) {
      await this.page.keyboard.press("Control+Space");
      await wanted.waitFor({ timeout: 2000 }).catch(() => {});
    }
    // Beside the list stands what the chosen proposal means.
    const details = this.page.locator(".suggest-details-container");
    if (!(await details.isVisible())) await this.page.keyboard.press("Control+Space");
    await details.waitFor();
    return rows.allInnerTexts();
  }

  /** Runs a command of the palette by the title that it has there. */
  async command(title) {
    const { page } = this;
    const palette = page.locator(".quick-input-widget");
    const row = palette.locator(".monaco-list-row", { hasText: title }).first();
    // The key goes nowhere while the workbench is still being put together.
    for (let attempt = 0; attempt < 10 && !(await row.isVisible()); attempt++) {
      // What is listed is decided when the palette opens, and the editor may not have had the focus then.
      if (await palette.isVisible()) await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await palette.waitFor({ timeout: 2000 }).catch(() => {});
      if (!(await palette.isVisible())) continue;
      await palette.locator("input").fill(`>${title}`);
      await row.waitFor({ timeout: 2000 }).catch(() => {});
    }
    await row.click();
  }

  /** Waits for a message that has the text, in the list of messages: VS Code shows no toasts to a driver. */
  async notification(text) {
    const list = this.page.locator(".notifications-center");
    const message = list.locator(".notification-list-item", { hasText: text }).first();
    const bell = this.page.locator('[id="status.notifications"]');
    for (let attempt = 0; attempt < 10 && !(await message.isVisible()); attempt++) {
      if (!(await list.isVisible())) await bell.click();
      await this.page.mouse.move(2, 2); // the bell's hover would cover the buttons of a message
      await message.waitFor({ timeout: 2000 }).catch(() => {});
    }
    await message.waitFor();
    return message;
  }

  /** Opens the menu of the line that has the text; resolves to its entries. */
  async contextMenu(text) {
    await this.page.locator(".view-line", { hasText: text }).first().click({ button: "right" });
    const entries = this.page.locator(".monaco-menu .action-label:not(.separator)");
    await entries.first().waitFor();
    return (await entries.allInnerTexts()).map((entry) => entry.trim());
  }

  /** The first frame, of those inside webviews, in which the selector finds something. */
  async frameWith(selector) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      for (const frame of this.page.frames()) {
        if (frame !== this.page.mainFrame() && (await frame.$(selector).catch(() => null))) {
          return frame;
        }
      }
      if (Date.now() > end) throw new Error(`no frame has ${selector}`);
      await this.page.waitForTimeout(100);
    }
  }

  /**
   * Opens the view of the conversation by the editor's button; resolves to the frame that its page runs in. A click is
   * lost where the editor draws its lenses anew just then, so whoever sees nothing clicks again.
   */
  async openConversation() {
    const button = this.page.getByRole("button", { name: "Show Conversation" }).first();
    for (let attempt = 0; attempt < 4; attempt++) {
      await button.click();
      for (const end = Date.now() + 15_000; Date.now() < end; await this.page.waitForTimeout(100)) {
        for (const frame of this.page.frames()) {
          if (await frame.$(".scroller .row").catch(() => null)) return frame;
        }
      }
    }
    throw new Error("the view of the conversation didn't show");
  }

  async screenshot(file) {
    await this.page.waitForTimeout(SETTLE_MS);
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }

  async close() {
    await this.#window.close();
    await this.#server.stop();
  }
}
