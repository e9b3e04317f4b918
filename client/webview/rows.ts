/** One row of the chart as elements: an arrow with its label, or a stanza that is not well-formed. */

import {
  type ArrowRow,
  brokenLabel,
  type Conversation,
  describeRow,
  isError,
  type Lifeline,
  labelOf,
} from "../../server/core/conversation/conversationChart";
import type { Translate } from "../../server/core/text/translate";
import type { Columns } from "./columns";
import { add } from "./dom";

/** Heights and widths in CSS pixels; the style sheet has the same. */
export const ROW_HEIGHT = 50;
/** Distance from the top of a row to its arrow. */
export const ARROW_Y = 31;
/** Distance from the cross at the end of a lifeline to the next row. */
const END = 6;
const LOOP_WIDTH = 34;
/** Gap between a loop and its words. */
const LOOP_GAP = 10;
/** Margin at the edges of the canvas, and beside the count of findings. */
const MARGIN = 8;
const FINDING_WIDTH = 12;

export interface Drawing {
  readonly conversation: Conversation;
  readonly columns: Columns;
  readonly translate: Translate;
}

/** Draws a lifeline at a position, down to the arrow that ends its stream if there is one. */
export function addLine(parent: Element, { isImplied, endRow }: Lifeline, x: number): void {
  const line = add(parent, "div", isImplied ? "lifeline implied" : "lifeline");
  line.style.left = `${x}px`;
  if (endRow === undefined) return;
  line.classList.add("ended");
  line.style.height = `${(endRow + 1) * ROW_HEIGHT - END}px`;
}

export function createRow(index: number, { conversation, columns, translate }: Drawing) {
  const row = conversation.rows[index]!;
  const element = document.createElement("div");
  element.className = `row ${row.shape}`;
  element.setAttribute("role", "listitem");
  element.setAttribute("aria-setsize", String(conversation.rows.length));
  element.setAttribute("aria-posinset", String(index + 1));
  const description = describeRow(row, conversation, translate);
  element.setAttribute("aria-label", description);
  element.title = description;
  element.tabIndex = -1;
  element.dataset.index = String(index);
  element.style.top = `${index * ROW_HEIGHT}px`;
  const drawn =
    row.shape === "arrow"
      ? drawArrow(element, row, columns)
      : drawBroken(element, brokenLabel(translate));
  if (isError(row) || row.shape === "broken") element.classList.add("error");
  if (row.findings) {
    const { count, severity } = row.findings;
    // At the end that the stanza comes from.
    const end = add(drawn, "div", "end");
    add(end, "div", `finding ${severity}`, count > 99 ? "99+" : String(count));
  }
  return element;
}

function drawBroken(element: HTMLElement, text: string): HTMLElement {
  const box = add(element, "div", "box");
  add(box, "div", "words", text);
  return box;
}

function drawArrow(element: HTMLElement, row: ArrowRow, columns: Columns): HTMLElement {
  if (row.isReply) element.classList.add("reply");
  const from = columns.x(row.from);
  const to = columns.x(row.to);
  const shaft = add(element, "div", "shaft");
  const caption = add(element, "div", "caption");
  const { stanza, detail, id } = labelOf(row);
  const isLoop = row.from === row.to;
  const left = isLoop ? from : Math.min(from, to);
  const width = isLoop ? LOOP_WIDTH : Math.abs(to - from);
  shaft.style.left = `${left}px`;
  shaft.style.width = `${width}px`;
  add(shaft, "div", "line");
  if (isLoop) {
    shaft.classList.add("loop");
    caption.classList.add("beside");
    const start = from + LOOP_WIDTH + LOOP_GAP;
    caption.style.left = `${start}px`;
    caption.style.width = `${Math.max(0, columns.total - start - MARGIN)}px`;
  } else {
    shaft.classList.add(to > from ? "right" : "left");
    // The row has no other words: these may be longer than their arrow.
    const middle = left + width / 2;
    const half = Math.min(middle, columns.total - middle) - MARGIN;
    caption.style.left = `${middle - half}px`;
    caption.style.width = `${2 * half}px`;
  }
  const label = add(caption, "div", "label");
  add(label, "span", "stanza", stanza);
  if (detail) {
    label.append(" ");
    add(label, "span", "detail", detail);
  }
  if (id) {
    const line = add(caption, "div", "id", id);
    // The count of findings stands at the same height, at an end of the arrow.
    if (row.findings && !isLoop) line.style.maxWidth = `${width - 2 * FINDING_WIDTH}px`;
  }
  return shaft;
}
