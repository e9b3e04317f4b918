/** Texts of a log that differ in nothing but their digits are read once for all of them. */

import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { memoOfAlike } from "../../../server/core/sources/records/alikeTexts";
import { runs } from "../../support/random";

test("a function is asked once for texts that differ in their digits", () => {
  const asked: string[] = [];
  const length = memoOfAlike((text) => asked.push(text));
  for (const text of ["10:00 SEND", "23:59 SEND", "1:000 SEND", "10:00 SENT"]) length(text);
  expect(asked).toEqual(["10:00 SEND", "1:000 SEND", "10:00 SENT"]);
});

test("a long text is never remembered", () => {
  let count = 0;
  const counted = memoOfAlike(() => ++count);
  for (let i = 0; i < 3; i++) counted("x".repeat(1000));
  expect(count).toBe(3);
});

const pieces = [
  ...[
    "2026-01-02 10:00:00,123 ",
    "Jan 02 10:00:00 ",
    "[10:00:00] ",
    "(10:00:00) ",
    "1700000000.5 ",
  ],
  ...[
    "DEBUG ",
    "DEBUG:a.b:",
    "conn: DBG: ",
    "[debug] <0.42.0> ",
    "c2s55d0ab7\tdebug\t",
    "app-1  | ",
  ],
  ...[
    "SENT: ",
    "RECV [90]:",
    "Received[c2s]: ",
    "Sending (a1@b/c2): ",
    "in",
    "logged in 5 ",
    "<<",
    "-->",
  ],
  ...[
    "rawInput 3 ",
    "c2s_sent ",
    "send<< a@b.example/c",
    "level: 0, area: 1, ",
    "<!-- Out 10:00:00 -->",
  ],
  ...["x1", " ", "\t", ":", "'", '"', "(", '{"a1": ', "time=10 ", "<iq id='a1'"],
];

test("what is remembered does not depend on the digits", async () => {
  const load = async () => {
    vi.resetModules();
    const starts = await import("../../../server/core/sources/records/lineStart");
    const directions = await import("../../../server/core/sources/records/directions");
    return { ...starts, ...directions };
  };
  const one = await load();
  const other = await load();
  const words = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 });
  const digits = fc.infiniteStream(fc.nat(9));
  const property = fc.property(words, digits, (some, others) => {
    const text = some.join("");
    const alike = text.replace(/\d/g, () => String(others.next().value));
    for (const name of ["lineStartOf", "signatureOf", "senderBefore", "senderAlone"] as const) {
      expect([name, other[name](alike)]).toEqual([name, one[name](text)]);
    }
  });
  fc.assert(property, { numRuns: runs(2000) });
});
