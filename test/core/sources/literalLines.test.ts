/** What the lines of literals cost in a program of many. */

import { expect, test, vi } from "vitest";
import { programAdapter } from "../../../server/core/sources/programs";
import { openSource } from "../../support/sources";

/** Number of characters that searches backwards pass over in a program of so many blocks. */
function passedOver(language: "csharp" | "java", count: number): number {
  const host = `x = """\n  <message type='chat'/>\n  """;\n`.repeat(count);
  const original = String.prototype.lastIndexOf;
  let passed = 0;
  const spy = vi.spyOn(String.prototype, "lastIndexOf");
  spy.mockImplementation(function (this: string, sought: string, from = this.length) {
    const at = original.call(this, sought, from);
    passed += Math.min(from, this.length) - at;
    return at;
  });
  try {
    expect(openSource(host, programAdapter(language)).findings()).toEqual([]);
  } finally {
    spy.mockRestore();
  }
  return passed;
}

test.each(["csharp", "java"] as const)(
  "a search for the last line of a block stays in the block: %s",
  (language) => {
    expect(passedOver(language, 200) / passedOver(language, 50)).toBeLessThan(5);
  },
);
