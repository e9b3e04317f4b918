/** The lanes of a conversation fit the width that the view has. */

import { describe, expect, it } from "vitest";
import { laneWidths, placeColumns } from "../../client/webview/columns";

const sum = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0);

describe("the widths of lanes", () => {
  it("share the room that is left, up to a width that is easy to follow", () => {
    expect(laneWidths([100, 140], 340)).toEqual([150, 190]);
    expect(laneWidths([100, 140], 2000)).toEqual([300, 300]);
  });

  it("cut off the widest where there is too little room, and leave narrow ones whole", () => {
    expect(laneWidths([90, 400, 110, 260], 600)).toEqual([90, 200, 110, 200]);
  });

  it("stay within the view for as long as each has its least width", () => {
    for (let available = 352; available < 1300; available += 7) {
      expect(sum(laneWidths([130, 95, 180, 140], available))).toBeLessThanOrEqual(available);
    }
  });

  it("have room for whole names where they have to be scrolled to", () => {
    expect(laneWidths([130, 95, 500], 200)).toEqual([130, 95, 200]);
  });
});

describe("the columns", () => {
  it("are in the middle of their lanes, and are found by their place", () => {
    const columns = placeColumns([100, 100, 100], 332);
    expect([0, 1, 2].map(columns.x)).toEqual([66, 166, 266]);
    expect([0, 115, 117, 5000].map(columns.laneAt)).toEqual([0, 0, 1, 2]);
    expect(columns.total).toBe(332);
  });

  it("make a view without lifelines no wider than it is", () => {
    const columns = placeColumns([], 400);
    expect(columns.total).toBe(400);
    expect(columns.laneAt(100)).toBe(0);
  });
});
