/** Regions: places in the host and in the region, and edits that are written in the host. */

import { describe, expect, it } from "vitest";
import { RegionBuilder } from "../../../server/core/sources/region";
import { WholeText } from "../../../server/core/sources/wholeText";

const plain = (text: string) => text;
const noBrackets = (text: string) => (text.includes("]") ? undefined : text.toUpperCase());
const span = (start: number, end: number) => ({ start, end });

/** The host is `.ab&c;{x}de.`, and the region `abC?de`. */
const host = ".ab&c;{x}de.";
const region = new RegionBuilder(host)
  .verbatim(1, 3, plain)
  .escape(3, 6, "C", plain)
  .hole(6, 9, "?")
  .verbatim(9, 11, noBrackets)
  .build();

describe("a region of pieces", () => {
  it("has their text, and their places", () => {
    expect(region.text).toBe("abC?de");
    expect(region.host).toEqual(span(1, 11));
    expect(region.toHost(span(0, 2))).toEqual(span(1, 3));
    expect(region.toHost(span(2, 3))).toEqual(span(3, 6));
    expect(region.toHost(span(1, 4))).toEqual(span(2, 9));
    expect(region.toHost(span(5, 6))).toEqual(span(10, 11));
  });

  it("maps an empty span to the place of the following text", () => {
    expect(region.toHost(span(1, 1))).toEqual(span(2, 2));
    expect(region.toHost(span(3, 3))).toEqual(span(6, 6));
    expect(region.toHost(span(6, 6))).toEqual(span(11, 11));
  });

  it("maps an offset of the host to the region", () => {
    expect([0, 1, 2, 3, 4, 6, 7, 9, 11, 12].map((at) => region.fromHost(at))).toEqual([
      undefined,
      0,
      1,
      2,
      2,
      3,
      3,
      4,
      6,
      undefined,
    ]);
  });

  it("encodes changes as each piece is encoded", () => {
    expect(region.write({ span: span(0, 1), newText: "x" })).toEqual([
      { span: span(1, 2), newText: "x" },
    ]);
    expect(region.write({ span: span(1, 3), newText: "x" })).toEqual([
      { span: span(2, 6), newText: "x" },
    ]);
    expect(region.write({ span: span(4, 5), newText: "x" })).toEqual([
      { span: span(9, 10), newText: "X" },
    ]);
    expect(region.write({ span: span(5, 5), newText: "x" })).toEqual([
      { span: span(10, 10), newText: "X" },
    ]);
  });

  it("refuses edits of holes, and of text without an encoder", () => {
    expect(region.write({ span: span(3, 4), newText: "" })).toBeUndefined();
    expect(region.write({ span: span(2, 5), newText: "x" })).toBeUndefined();
    expect(region.write({ span: span(5, 6), newText: "]" })).toBeUndefined();
    expect(region.write({ span: span(5, 5), newText: "]" })).toBeUndefined();
    expect(region.write({ span: span(2, 2), newText: "" })).toEqual([]);
  });

  it("inserts with the encoding of the text before, or else of the text after", () => {
    expect(region.write({ span: span(2, 2), newText: "x" })).toEqual([
      { span: span(3, 3), newText: "x" },
    ]);
    expect(region.write({ span: span(4, 4), newText: "x" })).toEqual([
      { span: span(9, 9), newText: "X" },
    ]);
  });
});

describe("an escape of several characters", () => {
  const escaped = new RegionBuilder("&ab;&c;").escape(0, 4, "ab").escape(4, 7, "c").build();

  it("is replaced as a whole or not at all", () => {
    expect(escaped.write({ span: span(0, 1), newText: "" })).toBeUndefined();
    expect(escaped.write({ span: span(1, 1), newText: "x" })).toBeUndefined();
    expect(escaped.write({ span: span(0, 2), newText: "" })).toEqual([
      { span: span(0, 4), newText: "" },
    ]);
  });

  it("can be left out, but not replaced without an encoder", () => {
    expect(escaped.write({ span: span(0, 3), newText: "" })).toEqual([
      { span: span(0, 7), newText: "" },
    ]);
    expect(escaped.write({ span: span(0, 3), newText: "x" })).toBeUndefined();
    expect(escaped.write({ span: span(2, 2), newText: "x" })).toBeUndefined();
  });

  it("maps any span inside it to the whole escape", () => {
    expect(escaped.toHost(span(1, 2))).toEqual(span(0, 4));
    expect(escaped.toHost(span(1, 1))).toEqual(span(0, 0));
  });
});

describe("a region of nothing", () => {
  const empty = new RegionBuilder("abc").verbatim(1, 1, plain).build();

  it("has no place, and cannot be edited", () => {
    expect(empty.text).toBe("");
    expect(empty.host).toEqual(span(0, 0));
    expect(empty.toHost(span(0, 0))).toEqual(span(0, 0));
    expect(empty.toHost(span(0, 1))).toEqual(span(0, 0));
    expect(empty.fromHost(0)).toBeUndefined();
    expect(empty.write({ span: span(0, 0), newText: "x" })).toBeUndefined();
  });
});

it("a whole text is its own region", () => {
  const whole = new WholeText("abc");
  const edit = { span: span(1, 2), newText: "x" };
  expect(whole.host).toEqual(span(0, 3));
  expect(whole.toHost(span(1, 2))).toEqual(span(1, 2));
  expect(whole.fromHost(2)).toBe(2);
  expect(whole.write(edit)).toEqual([edit]);
});
