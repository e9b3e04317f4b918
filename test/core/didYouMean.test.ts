/** Distances of names, and the name that was most likely meant. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { conditions } from "../../server/core/xmpp/conditions";
import { editDistance, nearest } from "../../server/core/xmpp/didYouMean";

const names = conditions.map(({ name }) => name);

test.each([
  ["", "", 0],
  ["gone", "gone", 0],
  ["", "gone", 4],
  ["gone", "", 4],
  ["gone", "gon", 1],
  ["gone", "goone", 1],
  ["gone", "gane", 1],
  ["gone", "ogne", 1],
  ["item-not-fuond", "item-not-found", 1],
  ["kitten", "sitting", 3],
  ["abc", "cba", 2],
])("%j is %j by %j edits", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test("it is a distance", () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test.each([
  ["item-not-fond", "item-not-found"],
  ["itemnotfound", "item-not-found"],
  ["ITEM-NOT-FOUND", "item-not-found"],
  ["service-unavailible", "service-unavailable"],
  ["unauthorized", "not-authorized"],
  ["bad_request", "bad-request"],
  ["feature-not-implmented", "feature-not-implemented"],
  ["internal-error", "internal-server-error"],
  ["remote-server-timout", "remote-server-timeout"],
])("%j most likely means %s", (name, condition) => {
  expect(nearest(name, names)).toBe(condition);
});

test("each name is nearest to itself, and of equally near ones the first is taken", () => {
  for (const name of names) expect(nearest(name, names)).toBe(name);
  expect(nearest("x", ["a", "b"])).toBe("a");
  expect(nearest("b", ["a", "b"])).toBe("b");
});

test("a name of any length has a nearest one", () => {
  expect(names).toContain(nearest("x".repeat(100_000), names));
});
