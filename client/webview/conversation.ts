/**
 * The view of a conversation, virtualized: rows and lifelines are created in the DOM when they are scrolled into sight,
 * so that ten thousand stanzas cost no more than fifty.
 */

import {
  type Conversation,
  emptyLabel,
  type Tie,
  tiesOf,
} from "../../server/core/conversation/conversationChart";
import { inEnglish, type Translate } from "../../server/core/text/translate";
import { type Columns, placeColumns } from "./columns";
import { add } from "./dom";
import { addHead, HeadMeasure } from "./heads";
import type { FromView, ToView } from "./messages";
import { addLine, createRow, ROW_HEIGHT } from "./rows";
import { createTies } from "./ties";

declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** Rows beyond the edges that are created in advance. */
const OVERSCAN = 6;
const HEAD_HEIGHT = 52;
/** Milliseconds without scrolling after which the scroll position is saved. */
const SETTLED = 200;

class ConversationView {
  readonly #api = acquireVsCodeApi();
  readonly #scroller = add(document.body, "main", "scroller");
  readonly #heads = add(this.#scroller, "div", "heads");
  readonly #canvas = add(this.#scroller, "div", "canvas");
  readonly #lines = add(this.#canvas, "div", "lines");
  readonly #ties = add(this.#canvas, "div", "ties");
  readonly #list = add(this.#canvas, "div", "rows");
  readonly #empty = add(this.#scroller, "p", "empty");
  /** Rows in the DOM, by their index. */
  readonly #drawn = new Map<number, HTMLElement>();
  #drawnColumns = "";
  #conversation: Conversation = { lifelines: [], rows: [] };
  #allTies: readonly Tie[] = [];
  #columns: Columns = placeColumns([], 0);
  readonly #measure = new HeadMeasure();
  /** The document whose conversation is shown. */
  #document = "";
  #translate: Translate = inEnglish;
  /** The row with the keyboard focus; it stays in the DOM when it is scrolled out of sight. */
  #active = 0;
  /** The row of the stanza with the cursor. */
  #current = -1;
  #frame = 0;
  #saving: ReturnType<typeof setTimeout> | undefined;
  /** Saved scroll position of an earlier instance of this view, until the rows are there. */
  #restored: unknown = this.#api.getState();

  constructor() {
    this.#heads.setAttribute("aria-hidden", "true");
    this.#lines.setAttribute("aria-hidden", "true");
    this.#ties.setAttribute("aria-hidden", "true");
    this.#list.setAttribute("role", "list");
    this.#empty.hidden = true;
    this.#scroller.tabIndex = -1;
    this.#scroller.addEventListener("scroll", () => this.#requestDraw(), { passive: true });
    this.#list.addEventListener("click", (event) => this.#choose(event, false));
    this.#list.addEventListener("keydown", (event) => this.#press(event));
    this.#list.addEventListener("focusin", (event) => {
      const index = indexOf(event.target);
      if (index !== undefined) this.#activate(index);
    });
    new ResizeObserver(() => this.#layOut()).observe(this.#scroller);
    window.addEventListener("message", ({ data }) => this.#receive(data as ToView));
    this.#api.postMessage({ type: "ready" });
  }

  #receive(message: ToView): void {
    switch (message.type) {
      case "texts": {
        const { bundle } = message;
        this.#translate = (template, values) => inEnglish(bundle[template] ?? template, values);
        this.#list.setAttribute("aria-label", this.#translate("Conversation"));
        break;
      }
      case "conversation":
        this.#conversation = message.conversation;
        this.#allTies = tiesOf(message.conversation);
        this.#layOut();
        this.#restore(message.document);
        break;
      case "select":
        this.#select(message.index);
        break;
    }
  }

  /** Lays everything out anew: after an edit, or in another width. */
  #layOut(): void {
    const { lifelines, rows } = this.#conversation;
    const hadFocus = this.#list.contains(document.activeElement);
    const { fontFamily } = getComputedStyle(this.#scroller);
    const needed = lifelines.map(({ name }) => this.#measure.widthOf(name, fontFamily));
    this.#columns = placeColumns(needed, this.#scroller.clientWidth);
    const total = `${this.#columns.total}px`;
    this.#heads.style.width = total;
    this.#heads.hidden = lifelines.length === 0;
    this.#canvas.style.width = total;
    this.#canvas.style.height = `${rows.length * ROW_HEIGHT}px`;
    this.#active = Math.max(0, Math.min(this.#active, rows.length - 1));
    this.#empty.hidden = rows.length > 0;
    this.#empty.textContent = emptyLabel(this.#translate);
    for (const element of this.#drawn.values()) element.remove();
    this.#drawn.clear();
    this.#drawnColumns = "";
    this.#draw();
    if (hadFocus) this.#drawn.get(this.#active)?.focus({ preventScroll: true });
  }

  #requestDraw(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => {
      const { scrollTop, scrollLeft } = this.#scroller;
      this.#api.setState({ document: this.#document, scrollTop, scrollLeft });
    }, SETTLED);
  }

  #draw(): void {
    // All measuring comes before all changes, so that layout runs once a frame.
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.#scroller;
    const count = this.#conversation.rows.length;
    const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - OVERSCAN);
    const last = Math.min(count - 1, Math.ceil((scrollTop + clientHeight) / ROW_HEIGHT) + OVERSCAN);
    for (const [index, element] of this.#drawn) {
      if ((index >= first && index <= last) || index === this.#active) continue;
      element.remove();
      this.#drawn.delete(index);
    }
    for (let index = first; index <= last; index++) this.#rowAt(index);
    if (this.#active < count) this.#rowAt(this.#active).tabIndex = 0;
    const reach = { first, last };
    this.#ties.replaceChildren(createTies(this.#allTies, reach, this.#columns, ROW_HEIGHT));
    this.#drawColumns(scrollLeft, clientWidth);
  }

  /** The element of the row, created if there is none; rows stand in the DOM in their order. */
  #rowAt(index: number): HTMLElement {
    const known = this.#drawn.get(index);
    if (known) return known;
    const element = createRow(index, {
      conversation: this.#conversation,
      columns: this.#columns,
      translate: this.#translate,
    });
    if (index === this.#current) mark(element, true);
    let next: Element | null = null;
    for (let one = this.#list.lastElementChild; one; one = one.previousElementSibling) {
      if (Number((one as HTMLElement).dataset.index) < index) break;
      next = one;
    }
    this.#list.insertBefore(element, next);
    this.#drawn.set(index, element);
    return element;
  }

  /** Draws the lifelines in sight with their heads. */
  #drawColumns(scrollLeft: number, clientWidth: number): void {
    const { x, width, laneAt } = this.#columns;
    const { lifelines } = this.#conversation;
    const first = Math.max(0, laneAt(scrollLeft) - 1);
    const last = Math.min(lifelines.length - 1, laneAt(scrollLeft + clientWidth) + 1);
    const key = `${first} ${last}`;
    if (key === this.#drawnColumns) return;
    this.#drawnColumns = key;
    this.#heads.replaceChildren();
    this.#lines.replaceChildren();
    for (let index = first; index <= last; index++) {
      const lifeline = lifelines[index]!;
      addHead(this.#heads, lifeline, x(index), width(index));
      addLine(this.#lines, lifeline, x(index));
    }
  }

  #choose(event: Event, focus: boolean): void {
    const index = indexOf(event.target);
    if (index !== undefined) this.#api.postMessage({ type: "reveal", index, focus });
  }

  #press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.#scroller.clientHeight / ROW_HEIGHT) - 2);
    const last = this.#conversation.rows.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowUp: this.#active - 1,
      ArrowDown: this.#active + 1,
      PageUp: this.#active - page,
      PageDown: this.#active + page,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      const index = Math.max(0, Math.min(target, last));
      this.#activate(index);
      this.#show(index);
      this.#rowAt(index).focus({ preventScroll: true });
    } else if (event.key === "Enter" || event.key === " ") {
      this.#choose(event, event.key === "Enter");
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Makes the row the only tab stop (roving tabindex). */
  #activate(index: number): void {
    const before = this.#drawn.get(this.#active);
    if (before) before.tabIndex = -1;
    this.#active = index;
    this.#rowAt(index).tabIndex = 0;
  }

  #select(index: number): void {
    const before = this.#drawn.get(this.#current);
    if (before) mark(before, false);
    this.#current = index;
    if (index < 0 || index >= this.#conversation.rows.length) return;
    mark(this.#rowAt(index), true);
    if (!this.#list.contains(document.activeElement)) {
      this.#activate(index);
      this.#show(index);
    }
  }

  /** Scrolls by the smallest distance that shows the row. */
  #show(index: number): void {
    const { scrollTop, clientHeight } = this.#scroller;
    const top = index * ROW_HEIGHT;
    const bottom = top + ROW_HEIGHT + HEAD_HEIGHT;
    const isFar = bottom < scrollTop - clientHeight || top > scrollTop + 2 * clientHeight;
    if (isFar) this.#scroller.scrollTop = top - clientHeight / 2;
    else if (top < scrollTop) this.#scroller.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.#scroller.scrollTop = bottom - clientHeight;
    this.#draw();
  }

  /** Restores the saved scroll position; in another document, scrolls to its beginning. */
  #restore(document: string): void {
    const isOther = document !== this.#document;
    this.#document = document;
    const state = this.#restored;
    this.#restored = undefined;
    const known = typeof state === "object" && state !== null ? state : {};
    const { scrollTop, scrollLeft, ...of } = known as Readonly<Record<string, unknown>>;
    if (
      of.document !== document ||
      typeof scrollTop !== "number" ||
      typeof scrollLeft !== "number"
    ) {
      if (isOther) this.#scroller.scrollTo(0, 0);
      return;
    }
    this.#scroller.scrollTo(scrollLeft, scrollTop);
  }
}

function mark(element: HTMLElement, isCurrent: boolean): void {
  element.classList.toggle("current", isCurrent);
  if (isCurrent) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
}

/** Index of the row that the element is in. */
function indexOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>(".row") : null;
  return row?.dataset.index === undefined ? undefined : Number(row.dataset.index);
}

new ConversationView();
