/** A text cut into pieces: what is around a place in it, and what of it goes on in more text. */

import { describe, expect, test } from "vitest";
import { FramedText } from "../../server/core/document/framedText";
import type { Piece } from "../../server/core/document/piece";
import { EditableText } from "../../server/core/text/editableText";

/** Pieces are written as they are: `<!--a-->` and `<iq id='1'/>`. */
const text = "0 <!--a--><iq id='1'/><presence/> b\n<!--c-->\n<message>\n</message><!--d--> e";

const framed = new FramedText<string>(new EditableText(text));

const written = (piece: Piece<string> | undefined) => piece && framed.sourceOf(piece);

const startOf = (part: string) => text.indexOf(part);
const endOf = (part: string) => startOf(part) + part.length;

test("a text is cut into its stanzas and the comments between them", () => {
  expect(framed.pieces.map(written)).toEqual([
    "<!--a-->",
    "<iq id='1'/>",
    "<presence/>",
    "<!--c-->",
    "<message>\n</message>",
    "<!--d-->",
  ]);
  expect(framed.pieces.map(({ isStanza }) => isStanza)).toEqual([
    ...[false, true, true, false, true, false],
  ]);
  for (const { span, start, end } of framed.pieces) expect(span).toEqual({ start, end });
  expect(framed.text).toBe(text);
  expect(framed.length).toBe(text.length);
});

test("a piece can be had by its index, before all are known", () => {
  const fresh = new FramedText<string>(new EditableText(text));
  expect(written(fresh.at(1))).toBe("<iq id='1'/>");
  expect(written(fresh.at(0))).toBe("<!--a-->");
  expect(written(fresh.at(5))).toBe("<!--d-->");
  expect(fresh.at(6)).toBeUndefined();
  expect(fresh.pieces).toHaveLength(6);
});

describe("the piece at an offset", () => {
  test.each([
    ["before all of them is none", 0, undefined],
    ["in one is that one", startOf("a-->"), "<!--a-->"],
    ["where one begins is that one", startOf("<!--a"), "<!--a-->"],
    ["where one ends is that one", endOf("<presence/>"), "<presence/>"],
    ["where two touch is the later", startOf("<iq"), "<iq id='1'/>"],
    ["between two is none", endOf("<presence/>") + 1, undefined],
    ["behind all of them is none", text.length, undefined],
  ])("%s", (_, offset, expected) => {
    expect(written(framed.pieceAt(offset))).toBe(expected);
  });
});

describe("the stanza before a piece", () => {
  test.each([
    ["is none before the first stanza", "<iq", undefined],
    ["is none before a comment in front of it", "<!--a", undefined],
    ["is the one that it touches", "<presence", "<iq id='1'/>"],
    ["is the one before a comment", "<message", "<presence/>"],
    ["is that of a comment, too", "<!--c", "<presence/>"],
  ])("%s", (_, start, expected) => {
    const piece = framed.pieceAt(startOf(start))!;
    expect(written(framed.stanzaBefore(piece))).toBe(expected);
  });
});

describe("the first stanza from an offset on", () => {
  test.each([
    ["is the first at the start of the text", 0, "<iq id='1'/>"],
    ["is the one that begins there", startOf("<iq"), "<iq id='1'/>"],
    ["is the next within one", startOf("<iq") + 1, "<presence/>"],
    ["is the one behind a comment", startOf("<!--c"), "<message>\n</message>"],
    ["is none behind the last", startOf("<!--d"), undefined],
    ["is none at the end of the text", text.length, undefined],
  ])("%s", (_, offset, expected) => {
    expect(written(framed.stanzaFrom(offset))).toBe(expected);
  });
});

test("the first stanza from an index on is that piece, or the next that is none of the comments", () => {
  const found = framed.pieces.map((_, index) => written(framed.stanzaAmong(index)));
  const [, iq, presence, , message] = framed.pieces.map(written);
  expect(found).toEqual([iq, iq, presence, message, message, undefined]);
  expect(framed.stanzaAmong(6)).toBeUndefined();
});

describe("the text after the last stanza", () => {
  const restOf = (source: string, around = {}) => {
    const { offset, scope } = new FramedText(new EditableText(source), around).rest();
    return [source.slice(offset), scope?.name];
  };
  /** Scope at the start of a text whose wrapper is elsewhere. */
  const { scope } = new FramedText(new EditableText("<log><!--here-->")).at(0)!;

  test.each([
    ["is all of the text, if it has none", "a <!--b--> c", "a <!--b--> c", undefined],
    ["begins where that ends", "a<iq/><presence/> b", " b", undefined],
    ["holds the comments there", "<iq/> <!--a--> ", " <!--a--> ", undefined],
    ["is in the wrappers around that", "<doc><iq/> <a>", " <a>", "doc"],
  ])("%s", (_, source, rest, name) => {
    expect(restOf(source)).toEqual([rest, name]);
  });

  test("is in what was open before the text, if nothing else is known", () => {
    expect(restOf("a <!--b--> c", { scope })).toEqual(["a <!--b--> c", "log"]);
    expect(restOf("<iq/> a", { scope })).toEqual([" a", "log"]);
    expect(restOf("</log><iq/> a", { scope })).toEqual([" a", undefined]);
  });
});

describe("of a text that goes on elsewhere, pieces are known", () => {
  test.each([
    ["if they end", "<iq/><message></message>", ["<iq/>", "<message></message>"]],
    ["up to one that is open", "<iq/><message>", ["<iq/>"]],
    ["up to one whose tag is", "<!--a--><iq/><message", ["<!--a-->", "<iq/>"]],
    ["up to markup that hides what is behind", "<iq/><!-- <presence/>", ["<iq/>"]],
  ])("%s", (_, source, expected) => {
    const open = new FramedText(new EditableText(source), { isOpen: true });
    expect(open.pieces.map((piece) => open.sourceOf(piece))).toEqual(expected);
    expect(open.at(expected.length)).toBeUndefined();
  });
});

describe("a copy", () => {
  test("has the same pieces, and none of the results", () => {
    const original = new FramedText<string>(
      new EditableText("<doc><iq/><!--a--></doc><presence/>"),
    );
    for (const piece of original.pieces) piece.result = "known";
    const copy = original.copy();
    const views = [original, copy].map(({ pieces }) =>
      pieces.map(({ kind, start, end, reach, scope }) => [kind, start, end, reach, scope?.name]),
    );
    expect(views[1]).toEqual(views[0]);
    expect(copy.pieces.map(({ result }) => result)).toEqual([undefined, undefined, undefined]);
  });

  test("is edited alone", () => {
    const original = new FramedText<string>(new EditableText("<iq/>\n\n<presence/>"));
    const copy = original.copy();
    copy.edit({ span: { start: 0, end: 5 }, newText: "<message/><iq/>" });
    expect([copy.text, copy.pieces.length]).toEqual(["<message/><iq/>\n\n<presence/>", 3]);
    expect([original.text, original.pieces.length]).toEqual(["<iq/>\n\n<presence/>", 2]);
    expect(original.pieces.map(({ start }) => start)).toEqual([0, 7]);
  });

  test("goes on elsewhere if the text does", () => {
    const copy = new FramedText(new EditableText("<iq/><iq/>"), { isOpen: true }).copy();
    copy.edit({ span: { start: 8, end: 10 }, newText: "" });
    expect(copy.pieces).toHaveLength(1);
  });
});
