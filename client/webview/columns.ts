/** Positions of the lifelines: each lane as wide as its head needs, all of them in sight where that is possible. */

/** Lengths are CSS pixels from the left edge of the canvas. */
export interface Columns {
  /** Width of the canvas: that of the view, or more where the lanes do not fit. */
  readonly total: number;
  /** Position of a lifeline, in the middle of its lane. */
  x(lifeline: number): number;
  /** Width of the lane around a lifeline. */
  width(lifeline: number): number;
  /** Index of the lane at the position, or of the nearest lane. */
  laneAt(x: number): number;
}

/** Margin on either side of all lanes. */
const SIDE = 16;
const [MIN_WIDTH, MAX_WIDTH] = [88, 300];
/** Minimum width of a head, before the lanes have to be scrolled to. */
const SCROLLED_WIDTH = 200;

/**
 * Computes the lanes of a view.
 * @param needed the width that each head needs to be shown whole
 * @param available the width of the view
 */
export function placeColumns(needed: readonly number[], available: number): Columns {
  const widths = laneWidths(needed, available - 2 * SIDE);
  const starts: number[] = [];
  let end = SIDE;
  for (const width of widths) {
    starts.push(end);
    end += width;
  }
  return {
    total: Math.max(end + SIDE, available),
    x: (lifeline) => starts[lifeline]! + widths[lifeline]! / 2,
    width: (lifeline) => widths[lifeline]!,
    laneAt: (x) => {
      const next = starts.findIndex((start) => start > x);
      return next < 0 ? Math.max(0, starts.length - 1) : Math.max(0, next - 1);
    },
  };
}

/** Widths of the lanes: spare room is shared, missing room is taken from the widest lanes. */
export function laneWidths(needed: readonly number[], available: number): number[] {
  const wanted = needed.map((one) => Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, one)));
  const sum = wanted.reduce((a, b) => a + b, 0);
  const count = wanted.length;
  if (sum <= available) {
    const share = (available - sum) / count;
    return wanted.map((one) => Math.floor(Math.min(MAX_WIDTH, one + share)));
  }
  if (count * MIN_WIDTH > available) return wanted.map((one) => Math.min(SCROLLED_WIDTH, one));
  // The width at which the wide lanes are cut off so that all fit, narrow lanes staying whole.
  const ascending = [...wanted].sort((a, b) => a - b);
  let left = available;
  let limit = 0;
  for (const [index, one] of ascending.entries()) {
    limit = left / (count - index);
    if (one > limit) break;
    left -= one;
  }
  return wanted.map((one) => Math.floor(Math.min(one, limit)));
}
