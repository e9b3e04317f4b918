/** The elements of a document as its tags show them. */

import { describe, expect, it } from "vitest";
import {
  oncePerPiece,
  openElementsAt,
  tagsAt,
  wrappersOf,
} from "../../server/core/document/structure";
import { open } from "../support/documents";

const text = "<log><message><body>a</body></message> b <iq/></log><tail>";

describe("what is around an offset", () => {
  it("is the stanza that holds it, with offsets that count from its start", () => {
    const at = tagsAt(open(text), text.indexOf("a<"));
    expect(at.base).toBe(5);
    expect(at.piece?.start).toBe(5);
    expect(
      at.tags.elements.map(({ startTag, end }) => text.slice(5 + startTag.start, 5 + end)),
    ).toEqual(["<message><body>a</body></message>", "<body>a</body>"]);
  });

  it("is a stanza at its end, and not at its start", () => {
    const document = open(text);
    const end = text.indexOf(" b ");
    expect(tagsAt(document, end).piece?.start).toBe(5);
    expect(tagsAt(document, 5).piece).toBeUndefined();
  });

  it("is else all that is around and between the stanzas", () => {
    const document = open(text);
    const { base, tags } = tagsAt(document, text.indexOf(" b ") + 1);
    expect(base).toBe(0);
    expect(tags.sections).toEqual([]);
    expect(tags.elements).toEqual(wrappersOf(document));
    expect(tags.elements.map(({ startTag }) => startTag.start)).toEqual([
      0,
      text.indexOf("<tail>"),
    ]);
  });
});

describe("what is open at an offset", () => {
  const openAt = (source: string, offset = source.length) =>
    openElementsAt(open(`${source}</`), offset).map(({ name }) => name);

  it("is all of a stanza that has no end tag yet, the outermost first", () => {
    expect(openAt("<w>\n<message><a/><b></b><c>")).toEqual(["message", "c"]);
    expect(openAt(text, text.indexOf("a<"))).toEqual(["message", "body"]);
  });

  it("is what is around the stanzas, where no stanza is", () => {
    expect(openAt(text)).toEqual(["tail"]);
    expect(openAt(text, text.indexOf(" b "))).toEqual(["log"]);
  });

  it("leaves out an element that another end tag has closed", () => {
    expect(openAt("<message><a><b></a><c>")).toEqual(["message", "c"]);
  });
});

it("what was made of a piece is kept until the piece changes", () => {
  const made: string[] = [];
  const lengthOf = oncePerPiece((source) => made.push(source));
  const document = open("<iq/>\n<presence/>\n<message/>");
  const ask = () => document.pieces.map((piece) => lengthOf(document, piece));
  expect(ask()).toEqual([1, 2, 3]);
  expect(ask()).toEqual([1, 2, 3]);
  const at = document.text.length - 2;
  document.edit({ span: { start: at, end: at }, newText: " " });
  expect(ask()[0]).toBe(1);
  expect(made.at(-1)).toBe("<message />");
});
