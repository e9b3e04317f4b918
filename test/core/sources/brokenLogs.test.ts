/** Logs with a broken place: the records after it are read as they are without it. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../support/random";
import { get, long, result, stanzasOf, talk } from "./recordStanzas";

const records = `10:00:01 SENT: ${get}\n10:00:02 RECV: ${result}\n`;

/** What stands in logs of programs that crash, of several encodings, and of terminals. */
const pieces = {
  NULs: "\0\0\0",
  "bytes of another encoding": "gr\ufffd\ufffdt",
  "a colour that is never taken back": "\u001b[31m",
  "half a colour": "\u001b[",
  "a carriage return": "\r",
  "half a surrogate pair": "\ud83d",
};

/** A record of a log with the piece in it, cut off at its end. */
const broken = (piece: string) =>
  fc
    .nat(long.length)
    .chain((end) =>
      fc
        .nat(end)
        .map((at) => `10:00:00 SENT: ${long.slice(0, at)}${piece}${long.slice(at, end)}\n`),
    );

describe("nothing is lost after a record that is cut anywhere and has", () => {
  test.each(Object.entries(pieces))("%s", (_, piece) => {
    const property = fc.property(broken(piece), (record) => {
      expect(stanzasOf(records + record + records).slice(-2)).toEqual(talk);
    });
    fc.assert(property, { numRuns: runs(100) });
  });
});

describe("a line of ten million characters", () => {
  test.each([
    ["words", "x ".repeat(5_000_000)],
    ["signs of tags", "<".repeat(10_000_000)],
    ["an open stanza", `<message><body>${"x ".repeat(5_000_000)}`],
  ])("of %s hides nothing", (_, line) => {
    expect(stanzasOf(`${records}10:00:00 SENT: ${line}\n${records}`).slice(-2)).toEqual(talk);
  });
});

test("ten thousand stanzas in one literal of a log are read", () => {
  const literal = JSON.stringify("<presence to='a@b'/>".repeat(10_000));
  const log = `10:00:00 SENT ${literal}\n10:00:01 RECV ${JSON.stringify(result)}\n`;
  expect(stanzasOf(log)).toHaveLength(10_001);
});
