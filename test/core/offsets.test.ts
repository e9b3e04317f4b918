/** Edits that are moved, undone and put in order. */

import { describe, expect, it } from "vitest";
import { applyEdits } from "../../server/core/rules/edits";
import { difference, invert, withoutOverlaps } from "../../server/core/text/offsets";

const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });

describe("the difference of two texts", () => {
  it.each([
    ["abc", "abc", edit(3, 3, "")],
    ["abc", "axc", edit(1, 2, "x")],
    ["aa", "aaa", edit(2, 2, "a")],
    ["aaa", "aa", edit(2, 3, "")],
    ["", "a", edit(0, 0, "a")],
    ["a", "", edit(0, 1, "")],
    ["ab", "ba", edit(0, 2, "ba")],
  ])("of %j and %j is as small as can be", (before, after, expected) => {
    expect(difference(before, after)).toEqual(expected);
    expect(applyEdits(before, [difference(before, after)])).toBe(after);
  });
});

it("edits that are undone leave the text as it was", () => {
  const text = "0123456789";
  const edits = [edit(1, 3, "abc"), edit(4, 4, "x"), edit(6, 9, "")];
  const undo = invert(text, edits);
  expect(applyEdits(applyEdits(text, edits), undo)).toBe(text);
});

it("of edits that overlap the first is kept, and those that touch are kept all", () => {
  const first = edit(0, 4, "a");
  expect(withoutOverlaps([edit(5, 6, "c"), edit(2, 5, "b"), first])).toEqual([
    first,
    edit(5, 6, "c"),
  ]);
  expect(withoutOverlaps([first, edit(4, 5, "b")])).toEqual([first, edit(4, 5, "b")]);
  expect(withoutOverlaps([])).toEqual([]);
});
