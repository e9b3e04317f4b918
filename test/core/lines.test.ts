/** Offsets as lines and columns. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { LineIndex } from "../../server/core/text/lines";

test.each([
  ["", [[0, 0, 0]]],
  [
    "ab\ncd",
    [
      [0, 0, 0],
      [2, 0, 2],
      [3, 1, 0],
      [5, 1, 2],
    ],
  ],
  [
    "a\r\nb",
    [
      [1, 0, 1],
      [2, 0, 2],
      [3, 1, 0],
    ],
  ],
  [
    "a\rb\n\nc",
    [
      [2, 1, 0],
      [4, 2, 0],
      [5, 3, 0],
    ],
  ],
  [
    "👩a\nb",
    [
      [2, 0, 2],
      [4, 1, 0],
    ],
  ],
  [
    "a\n",
    [
      [1, 0, 1],
      [2, 1, 0],
    ],
  ],
] as const)("places in %j", (text, places) => {
  const lines = new LineIndex(text);
  for (const [offset, line, character] of places) {
    expect(lines.positionAt(offset), `offset ${offset}`).toEqual({ line, character });
  }
});

test("lines come without their ends, and beyond the last there is nothing", () => {
  const lines = new LineIndex("a\r\nb\n\nc\rd");
  expect([0, 1, 2, 3, 4, 5].map((line) => lines.lineAt(line))).toEqual([
    "a",
    "b",
    "",
    "c",
    "d",
    "",
  ]);
});

test("a place is as far into its line as the line says", () => {
  const piece = fc.constantFrom("\n", "\r\n", "\r", "a", "é", "👩", "<x>");
  fc.assert(
    fc.property(fc.array(piece), fc.nat(), (pieces, at) => {
      const text = pieces.join("");
      const offset = at % (text.length + 1);
      const { line, character } = new LineIndex(text).positionAt(offset);
      const ends = [...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length);
      const before = ends.filter((end) => end <= offset);
      expect(line).toBe(before.length);
      expect(character).toBe(offset - (before.at(-1) ?? 0));
    }),
  );
});
