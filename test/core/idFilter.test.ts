/** The filter of ids forgets none. */

import { expect, test } from "vitest";
import { IdFilter } from "../../server/core/document/idFilter";

test("contains every id that was added, and hardly any other", () => {
  const filter = new IdFilter();
  const ids = Array.from({ length: 20_000 }, (_, i) => [`id-${i}`, `${i.toString(36)}ö`]).flat();
  for (const id of ids) filter.add(id);
  expect(ids.every((id) => filter.mayHave(id))).toBe(true);
  const others = Array.from({ length: 20_000 }, (_, i) => `other-${i}`);
  expect(others.filter((id) => filter.mayHave(id)).length).toBeLessThan(10);
});
