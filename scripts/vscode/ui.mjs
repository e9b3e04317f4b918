// Drives the hosted VS Code like a person: opens files, waits until something shows, presses keys. Each action is done
// once, when the state that makes it safe shows on the screen.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { findChromium, HANGS, openPage } from "./browser.mjs";
import { startServer } from "./server.mjs";

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
  let window;
  try {
    window = await openPage(executable, viewport);
    await window.page.goto(server.url({ folder }));
    // Keys go nowhere before the workbench is put together.
    await window.page.waitForFunction(() => window.driver !== undefined);
    await window.page.evaluate(() => window.driver.whenWorkbenchRestored());
    return new Workbench(window, server);
  } catch (error) {
    await window?.close();
    await server.stop();
    throw error;
  }
}

/** Resolves to the first value of `look` that is not undefined; `what` names that for the error of one that hangs. */
export async function until(what, look) {
  const end = Date.now() + HANGS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`there was no ${what} within ${HANGS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

class Workbench {
  #window;
  #server;
  #hasDetails = false;

  constructor(window, server) {
    this.#window = window;
    this.#server = server;
    /** Playwright's page, for what has no method here. */
    this.page = window.page;
  }

  /** Opens a file by its name; resolves when its editor has the focus, and VS Code knows its language. */
  async openFile(name) {
    const { page } = this;
    await this.#quickOpen(name, name);
    // The file's tab begins with its name; tabs of views of the file have it further on.
    const start = new RegExp(`^${name.replaceAll(".", "\\.")}`);
    await page.getByRole("tab", { name: start, selected: true }).first().waitFor();
    await this.#editorFocus();
    const mode = page.locator('[id="status.editor.mode"]');
    await mode.filter({ hasNotText: "Plain Text" }).waitFor();
  }

  /** Types into the palette, and chooses its first entry when that has the title. */
  async #quickOpen(typed, title) {
    await this.page.keyboard.press("F1");
    await this.#pickTyped(typed, title);
  }

  /** Chooses an entry of a list that a command has opened. */
  async pick(title) {
    await this.#pickTyped(title, title);
  }

  async #pickTyped(typed, title) {
    const palette = this.page.locator(".quick-input-widget");
    await palette.locator("input").first().fill(typed);
    // By the keyboard: a click is lost where the list is drawn anew for results that come later.
    await palette.locator(".monaco-list-row.focused", { hasText: title }).waitFor();
    await this.page.keyboard.press("Enter");
  }

  async #editorFocus() {
    await this.page.locator(".editor-instance .monaco-editor.focused").first().waitFor();
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

  /** Waits until the Problems panel, which is open, has a row for the file; or none, with the state `detached`. */
  async problemsFile(name, state = "visible") {
    const rows = this.page.locator(".markers-panel .monaco-list-row", { hasText: name });
    await rows.first().waitFor({ state });
  }

  #problem(text) {
    const rows = this.page.locator(".markers-panel .monaco-list-row", { hasText: text });
    // The first row is the file.
    return rows.filter({ has: this.page.locator(".marker-icon") }).first();
  }

  /** Goes from the problem with `text`, its rule, to its place, and opens the light bulb there. */
  async openLightBulb(text) {
    const { page } = this;
    await this.openProblems(text);
    await this.#problem(text).click();
    const row = page.locator(".markers-panel .monaco-list-row.focused", { hasText: text });
    await row.first().waitFor();
    await page.keyboard.press("Enter");
    await this.#editorFocus();
    const entries = page.locator(MENU).locator(".monaco-list-row.action");
    const shown = entries.or(page.locator(".monaco-editor-overlaymessage")).first();
    return until(`light bulb for ${text}`, async () => {
      await page.keyboard.press("ControlOrMeta+Period");
      await shown.waitFor();
      const titles = await entries.allInnerTexts();
      if (titles.some((title) => title.includes(text))) return titles.map((one) => one.trim());
      // VS Code's own request, which it makes for each new place, has cancelled this one before its answer.
      await page.keyboard.press("Escape");
      await shown.waitFor({ state: "hidden" });
      return undefined;
    });
  }

  /** Chooses an entry of the open light bulb; the first one where none is named. */
  async choose(title) {
    if (title) await this.page.locator(MENU).getByText(title).first().click();
    else await this.page.keyboard.press("Enter");
    await this.page.locator(MENU).waitFor({ state: "hidden" });
  }

  /** Points at the first place that is underlined; resolves when the editor shows what it knows of the place. */
  async hoverSquiggle(severity = "error") {
    const hover = this.page.locator(".monaco-hover:visible").first();
    await this.pointAt(this.page.locator(`.cdr.squiggly-${severity}`).first(), hover);
  }

  /** Points at a word of the editor; resolves to the text that is shown for it, once it has `text`. */
  async hover(word, text = "") {
    const exactly = new RegExp(`^${word}$`);
    const hover = this.page.locator(".monaco-hover:visible", { hasText: text }).first();
    await this.pointAt(this.page.locator(".view-line span", { hasText: exactly }).first(), hover);
    return (await hover.allInnerTexts()).join("\n");
  }

  /** Points at the middle of an element until `shown` is there; again where the element moves, or is drawn anew. */
  async pointAt(element, shown) {
    const { mouse } = this.page;
    await element.waitFor();
    let place;
    await until("text for the place under the mouse", async () => {
      if (await shown.isVisible()) return true;
      const isNew = await element.evaluate((drawn) => {
        const isSeen = drawn.hasAttribute("data-pointed-at");
        drawn.setAttribute("data-pointed-at", "");
        return !isSeen;
      });
      // A line may move while a code lens is inserted above it.
      const box = await element.boundingBox();
      if (box === null || (!isNew && JSON.stringify(box) === place)) return undefined;
      place = JSON.stringify(box);
      await mouse.move(2, 2);
      await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      return undefined;
    });
  }

  /** Types at the end of the line with `line`, in a file that is checked; resolves to the proposals, once one has `text`. */
  async complete(line, typed, text) {
    await this.page.locator(".view-line", { hasText: line }).first().click();
    await this.#editorFocus();
    await this.page.keyboard.press("End");
    await this.page.keyboard.type(typed, { delay: 50 });
    const rows = this.page.locator(".suggest-widget .monaco-list-row");
    await rows.filter({ hasText: text }).first().waitFor();
    // Beside the list stands what the chosen proposal means. The key opens that for all lists to come.
    if (!this.#hasDetails) await this.page.keyboard.press("Control+Space");
    this.#hasDetails = true;
    await this.page.locator(".suggest-details-container").waitFor();
    return rows.allInnerTexts();
  }

  /** Runs a command of the palette by the title that it has there. */
  async command(title) {
    await this.#quickOpen(`>${title}`, title);
  }

  /** Waits for a message that has the text, in the list of messages: VS Code shows no toasts to a driver. */
  async notification(text) {
    const list = this.page.locator(".notifications-center");
    const message = list.locator(".notification-list-item", { hasText: text }).first();
    await until(`message "${text}"`, async () => {
      if (await message.isVisible()) return true;
      // The list closes itself when another message, the last one in it, goes.
      if (!(await list.isVisible())) await this.command("Notifications: Show Notifications");
      return undefined;
    });
    return message;
  }

  /**
   * Opens the menu of the line that has the text; resolves to its entries.
   * @param entry is waited for: a menu that is open does not change, so that it is opened anew until it has the entry
   */
  async contextMenu(text, entry) {
    const entries = this.page.locator(".monaco-menu .action-label:not(.separator)");
    return until(`menu with ${entry}`, async () => {
      await this.page.locator(".view-line", { hasText: text }).first().click({ button: "right" });
      await entries.first().waitFor();
      const titles = (await entries.allInnerTexts()).map((title) => title.trim());
      if (entry === undefined || titles.includes(entry)) return titles;
      await this.page.keyboard.press("Escape");
      await entries.first().waitFor({ state: "hidden" });
      return undefined;
    });
  }

  /** Shows the language status of the file; resolves to the row that has the text, once there is one. */
  async languageStatus(text) {
    const row = this.page.locator(".hover-language-status", { hasText: text });
    const rows = this.page.locator(".hover-language-status");
    return until(`language status with "${text}"`, async () => {
      await this.page.locator('[id="status.languageStatus"]').click();
      await rows.first().waitFor();
      if (await row.isVisible()) return row.innerText();
      // Rows that are shown do not change.
      await this.page.keyboard.press("Escape");
      await rows.first().waitFor({ state: "hidden" });
      return undefined;
    });
  }

  /** The first frame, of those inside webviews, in which the selector finds something. */
  frameWith(selector) {
    return until(`frame with ${selector}`, async () => {
      for (const frame of this.page.frames()) {
        if (frame !== this.page.mainFrame() && (await frame.$(selector).catch(() => null))) {
          return frame;
        }
      }
      return undefined;
    });
  }

  /** Opens the view of the conversation; resolves to the frame that its page runs in. */
  async openConversation() {
    // Not by the lens of that name: lenses are drawn anew while the file is checked, and a click on them may be lost.
    const actions = this.page.locator(".editor-group-container .editor-actions");
    await actions.getByRole("button", { name: "Show Conversation" }).click();
    return this.frameWith(".scroller .row");
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
