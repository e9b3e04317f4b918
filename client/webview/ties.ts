/** Brackets between requests and replies, as far as they are in sight. */

import { type Tie, tiePath } from "../../server/core/conversation/conversationChart";
import type { Columns } from "./columns";
import { addSvg } from "./dom";
import { ARROW_Y } from "./rows";

const OUT = 11;
const LANE = 6;

/** Rows from the first to the last row, both included. */
interface Reach {
  readonly first: number;
  readonly last: number;
}

export function createTies(
  ties: readonly Tie[],
  { first, last }: Reach,
  columns: Columns,
  rowHeight: number,
): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const top = first * rowHeight;
  const height = Math.max(0, last - first + 1) * rowHeight;
  svg.style.top = `${top}px`;
  svg.style.height = `${height}px`;
  /** Lanes of ties that only pass by: they look the same there, and one line stands for all of them. */
  const passing = new Set<number>();
  for (const { request, reply, lifeline, side, lane } of ties) {
    if (request > last || reply < first) continue;
    const x = columns.x(lifeline);
    const out = side * (OUT + lane * LANE);
    if (request < first && reply > last) {
      if (passing.has(x + out)) continue;
      passing.add(x + out);
      addSvg(svg, "path").setAttribute("d", `M${x + out},0 V${height}`);
      continue;
    }
    const y = (row: number) => row * rowHeight + ARROW_Y - top;
    addSvg(svg, "path").setAttribute("d", tiePath(x, y(request), y(reply), out));
  }
  return svg;
}
