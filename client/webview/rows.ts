/** One row of the chart as elements: an arrow with its label, or a stanza that is not well-formed. */

import {
  type ArrowRow,
  brokenLabel,
  type Conversation,
  describeRow,
  isError,
  labelOf,
} from "../../server/core/conversation/conversationChart";
import type { Translate } from "../../server/core/text/translate";
import { add } from "./dom";

/** Heights and widths in CSS pixels; the style sheet has the same ones. */
export const ROW_HEIGHT = 46;
/** From the top of a row to its arrow. */
export const ARROW_Y = 26;
const LOOP_WIDTH = 34;

/** Where the lifelines are. */
export interface Columns {
  readonly width: number;
  x(lifeline: number): number;
}

export interface Drawing {
  readonly conversation: Conversation;
  readonly columns: Columns;
  readonly translate: Translate;
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
  const { stanza, detail, id } = labelOf(row);
  if (row.from === row.to) {
    shaft.classList.add("loop");
    shaft.style.left = `${from}px`;
    shaft.style.width = `${columns.width - 12}px`;
    add(shaft, "div", "line").style.width = `${LOOP_WIDTH}px`;
  } else {
    shaft.classList.add(to > from ? "right" : "left");
    shaft.style.left = `${Math.min(from, to)}px`;
    shaft.style.width = `${Math.abs(to - from)}px`;
    add(shaft, "div", "line");
  }
  const label = add(shaft, "div", "label");
  add(label, "span", "stanza", stanza);
  if (detail) {
    label.append(" ");
    add(label, "span", "detail", detail);
  }
  if (id) add(shaft, "div", "id", id);
  return shaft;
}
