// The lists and the input boxes that the extension shows, operated by the commands of their keys.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "./support";

type Item = vscode.QuickPickItem;

interface List {
  /** The items that got the focus, in this order: none before VS Code shows the list. */
  readonly focused: Item[];
  readonly closed: Thenable<unknown>;
}

interface Box {
  isOpen: boolean;
  closed?: Thenable<unknown>;
}

const run = (command: string) => vscode.commands.executeCommand(command);

const accept = () => run("workbench.action.acceptSelectedQuickOpenItem");

/**
 * Observes lists and boxes until it is disposed. They are the real ones: VS Code tells which item has the focus and
 * when a box is open, so that no key comes too early or twice. As no command writes into a box, it opens with the text.
 */
export class QuickInputs implements vscode.Disposable {
  readonly #original = {
    showQuickPick: vscode.window.showQuickPick,
    showInputBox: vscode.window.showInputBox,
  };
  readonly #lists: List[] = [];
  readonly #boxes: Box[] = [];
  #text = "";

  constructor() {
    const { showQuickPick, showInputBox } = this.#original;
    const observed = {
      showQuickPick: (items: readonly Item[], options: vscode.QuickPickOptions) => {
        const focused: Item[] = [];
        const onDidSelectItem = (item: Item) => focused.push(item);
        const closed = showQuickPick(items, { ...options, onDidSelectItem });
        this.#lists.push({ focused, closed });
        return closed;
      },
      showInputBox: (options: vscode.InputBoxOptions) => {
        const box: Box = { isOpen: false };
        const validateInput = () => {
          box.isOpen = true;
          return undefined;
        };
        this.#boxes.push(box);
        box.closed = showInputBox({ ...options, value: this.#text, validateInput });
        return box.closed;
      },
    };
    Object.assign(vscode.window, observed);
  }

  /** Takes the item of the next list, and returns it. */
  async take(label: string): Promise<Item> {
    const list = await until("list", () => this.#lists.shift());
    const item = await focus(list, label);
    await accept();
    await list.closed;
    return item;
  }

  /** Checks the item of the next list, which lets one check many, and writes the text into the box that follows. */
  async check(label: string, text: string): Promise<void> {
    this.#text = text;
    const list = await until("list", () => this.#lists.shift());
    await focus(list, label);
    await run("workbench.action.quickPickManyToggle");
    await accept();
    await list.closed;
    const box = await until("input box", () => this.#boxes.find(({ isOpen }) => isOpen));
    this.#boxes.splice(this.#boxes.indexOf(box), 1);
    await accept();
    await box.closed;
  }

  dispose(): void {
    Object.assign(vscode.window, this.#original);
  }
}

async function focus({ focused }: List, label: string): Promise<Item> {
  await until("item with the focus", async () => {
    await run("quickInput.first");
    return focused.length > 0;
  });
  for (;;) {
    const item = focused.at(-1);
    if (item?.label === label) return item;
    const offered = focused.map((one) => one.label);
    assert.equal(new Set(offered).size, offered.length, `"${label}" is not in ${offered.join()}`);
    const { length } = focused;
    await run("quickInput.next");
    await until("next item", () => focused.length > length);
  }
}
