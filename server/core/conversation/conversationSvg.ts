/**
 * A conversation as a message sequence chart in SVG: built as a DOM and serialised, so that whatever
 * a file holds is escaped. Elements have classes only; the colours are in one style element.
 */

import { DOMImplementation, type Element, XMLSerializer } from "@xmldom/xmldom";
import { expectDefined } from "../text/invariant";
import type { Translate } from "../text/translate";
import {
  type ArrowRow,
  brokenLabel,
  type Conversation,
  describeRow,
  emptyLabel,
  isError,
  labelOf,
  type Row,
  type RowFindings,
  tiePath,
  tiesOf,
} from "./conversationChart";
import { conversationStyle } from "./conversationStyle";

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** All lengths are in the user units of the SVG, which are pixels where nothing scales it. */
const COLUMN = 300;
const MARGIN = 144;
const HEAD_TOP = 12;
const HEAD_HEIGHT = 30;
const FIRST_ROW = HEAD_TOP + HEAD_HEIGHT + 8;
const ROW = 50;
/** From the top of a row. */
const ARROW_Y = 28;
const LABEL_Y = 21;
const ID_Y = 42;
/** Width of the loop of a stanza to its own sender, and the height until it comes back. */
const LOOP_WIDTH = 36;
const LOOP_HEIGHT = 14;
/** Distance from the arrow that ends a stream to the cross at the end of its lifeline, and half the cross's width. */
const END_Y = 14;
const END = 5;
const TIE = 12;
const TIE_LANE = 6;
/** Width of a character at the size of labels, on average; of wide ones twice as much. */
const CHARACTER = 6.2;

/** The chart as the text of an SVG document, with a line feed at its end. */
export function svgOf(conversation: Conversation, translate: Translate): string {
  const { lifelines, rows } = conversation;
  const document = new DOMImplementation().createDocument(SVG_NAMESPACE, "svg", null);
  const width = 2 * MARGIN + Math.max(1, lifelines.length - 1) * COLUMN;
  const height = FIRST_ROW + Math.max(1, rows.length) * ROW + HEAD_TOP;
  const svg = expectDefined(document.documentElement, "createDocument was given its name");
  const number = String(rows.filter((row) => row.shape === "broken" || !row.isNonza).length);
  const names = lifelines.map(({ name }) => name).join(", ");
  set(svg, {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    class: "conversation",
    role: "img",
    "aria-label":
      rows.length === 0
        ? emptyLabel(translate)
        : translate("Conversation of {names}; stanzas: {number}", { names, number }),
  });
  add(svg, "style").textContent = conversationStyle;
  add(svg, "rect", { class: "background", width, height });
  if (rows.length === 0) {
    const text = emptyLabel(translate);
    add(svg, "text", { class: "muted", x: width / 2, y: FIRST_ROW + ARROW_Y }).textContent = text;
  }
  drawLifelines(add(svg, "g", { class: "lifelines" }), conversation, height);
  const ties = add(svg, "g", { class: "ties" });
  for (const { request, reply, lifeline, side, lane } of tiesOf(conversation)) {
    const out = side * (TIE + lane * TIE_LANE);
    const d = tiePath(columnX(lifeline), rowY(request), rowY(reply), out);
    add(ties, "path", { class: "tie", "data-request": request, "data-reply": reply, d });
  }
  const drawn = add(svg, "g", { class: "rows" });
  rows.forEach((row, index) => {
    drawRow(drawn, row, index, { conversation, width, translate });
  });
  return `${new XMLSerializer().serializeToString(document)}\n`;
}

function drawLifelines(parent: Element, { lifelines }: Conversation, height: number): void {
  lifelines.forEach(({ name, isImplied, endRow }, index) => {
    const x = columnX(index);
    const group = add(parent, "g", {
      class: isImplied ? "lifeline implied" : "lifeline",
      "aria-label": name,
    });
    const box = 2 * MARGIN - 24;
    const end = endRow === undefined ? height - HEAD_TOP : rowY(endRow) + END_Y;
    add(group, "line", { x1: x, y1: HEAD_TOP + HEAD_HEIGHT, x2: x, y2: end });
    if (endRow !== undefined) {
      const d = `M${x - END},${end - END} l${2 * END},${2 * END} m0,${-2 * END} l${-2 * END},${2 * END}`;
      add(group, "path", { class: "end", d });
    }
    add(group, "rect", { x: x - box / 2, y: HEAD_TOP, width: box, height: HEAD_HEIGHT, rx: 4 });
    const text = add(group, "text", { x, y: HEAD_TOP + HEAD_HEIGHT / 2 + 4 });
    writeCut(text, [name], box - 16);
  });
}

interface Drawing {
  readonly conversation: Conversation;
  readonly width: number;
  readonly translate: Translate;
}

function drawRow(parent: Element, row: Row, index: number, drawing: Drawing): void {
  const classes: string[] = [row.shape === "arrow" ? "arrow" : "broken"];
  if (row.shape === "arrow") {
    classes.push(row.isNonza ? "nonza" : row.kind);
    if (row.isReply) classes.push("reply");
  }
  if (isError(row) || row.shape === "broken") classes.push("error");
  const description = describeRow(row, drawing.conversation, drawing.translate);
  const group = add(parent, "g", {
    class: classes.join(" "),
    "aria-label": description,
    "data-index": index,
  });
  add(group, "title").textContent = description;
  if (row.shape === "arrow") drawArrow(group, row, index);
  else drawBroken(group, index, drawing);
  if (row.findings) {
    const x = row.shape === "arrow" ? columnX(row.from) : MARGIN / 2;
    drawFindings(group, row.findings, x, rowY(index));
  }
}

function drawArrow(group: Element, row: ArrowRow, index: number): void {
  const top = FIRST_ROW + index * ROW;
  const y = rowY(index);
  const from = columnX(row.from);
  const to = columnX(row.to);
  const label = labelOf(row);
  if (from === to) {
    const d = `M${from},${y} h${LOOP_WIDTH} v${LOOP_HEIGHT} H${to}`;
    add(group, "path", { class: "line", d });
    drawHead(group, to, y + LOOP_HEIGHT, -1);
    const x = from + LOOP_WIDTH + 8;
    const room = COLUMN - LOOP_WIDTH - 24;
    const text = add(group, "text", { class: "label beside", x, y: y + 4 });
    writeCut(text, [label.stanza, label.detail], room);
    const id = add(group, "text", { class: "id beside", x, y: y + LOOP_HEIGHT + 5 });
    writeCut(id, [label.id], room);
    return;
  }
  const direction = Math.sign(to - from);
  add(group, "path", { class: "line", d: `M${from},${y} H${to - direction * 2}` });
  drawHead(group, to, y, direction);
  const x = (from + to) / 2;
  const room = Math.abs(to - from) - 36;
  const text = add(group, "text", { class: "label", x, y: top + LABEL_Y });
  writeCut(text, [label.stanza, label.detail], room);
  if (label.id) writeCut(add(group, "text", { class: "id", x, y: top + ID_Y }), [label.id], room);
}

function drawHead(group: Element, x: number, y: number, direction: number): void {
  const back = x - direction * 9;
  add(group, "path", { class: "head", d: `M${x},${y} L${back},${y - 5} V${y + 5} Z` });
}

function drawBroken(group: Element, index: number, { width, translate }: Drawing): void {
  const top = FIRST_ROW + index * ROW;
  const x = MARGIN / 2;
  const box = width - MARGIN;
  add(group, "rect", { class: "line", x, y: top + 10, width: box, height: ROW - 14, rx: 4 });
  const text = add(group, "text", { class: "label", x: width / 2, y: rowY(index) + 4 });
  writeCut(text, [brokenLabel(translate)], box - 24);
}

function drawFindings(group: Element, findings: RowFindings, x: number, y: number): void {
  const mark = add(group, "g", { class: `finding ${findings.severity}` });
  add(mark, "circle", { cx: x, cy: y, r: 9 });
  const count = findings.count > 99 ? "99+" : String(findings.count);
  add(mark, "text", { x, y: y + 4 }).textContent = count;
}

/** Writes the parts into a text element, the first one as what it is mostly about, cut to the width. */
function writeCut(text: Element, parts: readonly string[], width: number): void {
  const full = parts.filter((part) => part !== "").join(" ");
  const shown = cut(full, width);
  // A title must be the first child to be one.
  if (shown !== full) add(text, "title").textContent = full;
  const [first = ""] = parts;
  const head = shown.startsWith(first) ? first : shown;
  const rest = shown.slice(head.length);
  add(text, "tspan").textContent = head;
  if (rest) add(text, "tspan", { class: "detail" }).textContent = rest;
}

/** As many characters as have room, with an ellipsis if these are not all. */
function cut(text: string, width: number): string {
  let used = 0;
  let shown = "";
  let before = "";
  for (const character of text) {
    used += isWide(character) ? 2 * CHARACTER : CHARACTER;
    // The last one that had room gives it to the ellipsis.
    if (used > width) return `${before.trimEnd()}…`;
    before = shown;
    shown += character;
  }
  return text;
}

/** Roughly: the scripts of East Asia and what is beyond the basic plane. */
function isWide(character: string): boolean {
  return character >= "\u1100" && !(character >= "\u2000" && character < "\u2e80");
}

function columnX(lifeline: number): number {
  return MARGIN + lifeline * COLUMN;
}

/** Vertical position of the row's arrow. */
function rowY(index: number): number {
  return FIRST_ROW + index * ROW + ARROW_Y;
}

type Attributes = Readonly<Record<string, string | number>>;

function add(parent: Element, name: string, attributes: Attributes = {}): Element {
  // Only a document itself has no owner.
  const element = parent.ownerDocument!.createElementNS(SVG_NAMESPACE, name);
  set(element, attributes);
  parent.appendChild(element);
  return element;
}

function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
