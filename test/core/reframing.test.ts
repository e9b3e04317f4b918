/**
 * A text that is edited is cut as if it were new, and what the edit cannot have touched is kept: the same
 * piece, with what is known of it.
 */

import { describe, expect, test } from "vitest";
import { FramedText, type FramingContext } from "../../server/core/document/framedText";
import type { Piece } from "../../server/core/document/piece";
import { EditableText } from "../../server/core/text/editableText";
import { sameScope } from "../../server/core/xml/scope";
import { MAX_LINE } from "../../server/core/xml/stanzaEnd";

/**
 * Makes an edit and holds the outcome against the same text cut anew.
 * @param marked the edit in the text it is made to: `<iq/>⟦old→new⟧<iq/>`
 * @returns the pieces: those that were kept by their letters (`a` for the first before the edit, `later` behind `h`), others by
 * their texts
 */
function piecesAfter(marked: string, around: FramingContext = {}): string[] {
  const [before, old, newText, behind] = marked.split(/[⟦→⟧]/) as [string, string, string, string];
  const framed = new FramedText<string>(new EditableText(before + old + behind), around);
  const pieces = [...framed.pieces];
  for (const [index, piece] of pieces.entries()) piece.result = "abcdefgh"[index] ?? "later";
  const start = before.length;
  const done = framed.edit({ span: { start, end: start + old.length }, newText });
  expect(framed.text).toBe(before + newText + behind);

  const fresh = new FramedText(new EditableText(framed.text), around);
  expect(framed.pieces).toHaveLength(fresh.pieces.length);
  const differing = framed.pieces.filter((one, index) => !isSame(one, fresh.pieces[index]!));
  expect(differing).toEqual([]);

  // The reported effect of the edit is its effect.
  const { removed, first, added } = done;
  expect(pieces.slice(first, first + removed.length)).toEqual(removed);
  pieces.splice(first, removed.length, ...framed.pieces.slice(first, first + added));
  expect(framed.pieces.filter((piece, index) => piece !== pieces[index])).toEqual([]);

  return framed.pieces.map((piece) => piece.result ?? framed.sourceOf(piece));
}

/** True if nothing that can be seen of the pieces differs but for what is known of them. */
function isSame(one: Piece<unknown>, other: Piece<unknown>): boolean {
  return (
    one.kind === other.kind &&
    one.start === other.start &&
    one.end === other.end &&
    one.reach === other.reach &&
    sameScope(one.scope, other.scope)
  );
}

/** Longer than any window of an edit. */
const long = "<presence/>\n".repeat(1000);

describe("what an edit keeps", () => {
  test.each([
    ["all, on a line of its own", "<iq/>\n⟦→words⟧\n<iq/>", ["a", "b"]],
    ["all but what it is in", "<iq/>\n<iq⟦→ id='1'⟧/>\n<iq/>", ["a", "<iq id='1'/>", "c"]],
    ["all but what it takes away", "<iq/>\n⟦<iq/>→⟧\n<iq/>", ["a", "c"]],
    [
      "all but what it puts in",
      "<iq/>\n⟦→<message/><presence/>⟧\n<iq/>",
      ["a", "<message/>", "<presence/>", "b"],
    ],
    [
      "all but what it puts in the place of others",
      "<iq/>\n⟦<iq/><iq/>→<message/>⟧\n<iq/>",
      ["a", "<message/>", "d"],
    ],
    ["what is before it on its line", "<iq/> ⟦→words⟧\n<iq/>", ["a", "b"]],
    ["nothing that it touches at its end, which may go on", "<iq/>⟦→words⟧\n<iq/>", ["<iq/>", "b"]],
    [
      "nothing behind it on its line, whose indentation it may be",
      "⟦→ ⟧<iq/>\n<iq/>",
      ["<iq/>", "b"],
    ],
    ["nothing behind it on its line, if it breaks that", "⟦→\n⟧<iq/>\n<iq/>", ["<iq/>", "b"]],
    ["all behind the line", "⟦→<iq/>⟧\n<iq/>\n<iq/>", ["<iq/>", "a", "b"]],
    ["comments, as stanzas", "<!--a-->\n⟦→<!--b-->⟧\n<!--c-->", ["a", "<!--b-->", "b"]],
    ["nothing, if all is new", "⟦<iq/>\n<iq/>→<message/>⟧", ["<message/>"]],
    ["nothing, if nothing is left", "⟦<iq/>\n<iq/>→⟧", []],
    ["nothing, if there was nothing", "⟦→<iq/>⟧", ["<iq/>"]],
    [
      "whatever is open, if that stays",
      "<doc>\n<iq/>\n⟦→<presence/>⟧\n<iq/>\n</doc>\n<iq/>",
      ["a", "<presence/>", "b", "c"],
    ],
  ])("%s", (_, marked, expected) => {
    expect(piecesAfter(marked)).toEqual(expected);
  });
});

describe("how far an edit goes", () => {
  test.each([
    [
      "to the end of what it opens",
      "<iq/>\n⟦→<iq>⟧\n<a>\n  <iq/></a></iq>\n<iq/>",
      ["a", "<iq>\n<a>\n  <iq/></a></iq>", "c"],
    ],
    [
      "to the end of what it hides",
      "<iq/>\n⟦→<!--⟧\n<iq/>\n-->\n<iq/>",
      ["a", "<!--\n<iq/>\n-->", "c"],
    ],
    [
      "to the end of what it hides no longer",
      "⟦<!--→⟧\n<iq/>\n-->\n<iq/>\n<iq/>",
      ["<iq/>", "b", "c"],
    ],
    ["to what may be hidden now, if more is typed", "⟦→<!--⟧\n<iq/>\n<iq/>", ["<iq/>", "b"]],
    ["to what could have been hidden before", "⟦<!--→⟧\n<iq/>\n<iq/>", ["<iq/>", "b"]],
    [
      "to all that it is around, if it ends",
      "<iq/>\n⟦→<doc xmlns='urn:a'>⟧\n<iq/>\n<iq/></doc>",
      ["a"],
    ],
    [
      "to nothing, if it never ends",
      "<iq/>\n⟦→<doc xmlns='urn:a'>⟧\n<iq/>\n<iq/>",
      ["a", "<iq/>", "c"],
    ],
    ["back to all that it ends", "<iq/>\n<doc xmlns='urn:a'>\n<iq/>\n<iq/>\n⟦→</doc>⟧", ["a"]],
    [
      "back to all that ends no longer",
      "<!--a-->\n<doc xmlns='urn:a'>\n<iq/><!--b-->\n<iq/>\n⟦</doc>→⟧",
      ["a", "<iq/>", "<!--b-->", "<iq/>"],
    ],
    ["to the end of a wrapper that it opens", "⟦→<doc>⟧\n<iq/></doc>\n<iq/>", ["<iq/>", "b"]],
    [
      "to the end of a wrapper that it gives another name",
      "<do⟦→g⟧>\n<iq/></dog>\n<iq/>",
      ["<iq/>", "<iq/>"],
    ],
    [
      "to the end of a wrapper that it puts in a language",
      "<doc⟦→ xml:lang='de'⟧>\n<iq/></doc>\n<iq/>",
      ["<iq/>", "b"],
    ],
    [
      "back to a stanza that it closes",
      "<iq>\n  <a>\n⟦→</a></iq>⟧\n<iq/>",
      ["<iq>\n  <a>\n</a></iq>", "b"],
    ],
    [
      "back to a stanza that looked as far as that",
      "<iq>\n<a>\n<iq/>\n⟦→</a></iq>⟧",
      ["<iq>\n<a>\n<iq/>\n</a></iq>"],
    ],
    [
      "back to a comment that was never closed",
      "<iq><!--</iq>\n<iq/>\n⟦→--></iq>⟧\n<iq/>",
      ["<iq><!--</iq>\n<iq/>\n--></iq>", "c"],
    ],
  ])("%s", (_, marked, expected) => {
    expect(piecesAfter(marked)).toEqual(expected);
  });

  test("not to text after a line too long to be indented", () => {
    const line = (length: number) => `⟦→words⟧${"x".repeat(length)}<iq/>`;
    expect(piecesAfter(line(MAX_LINE))).toEqual(["<iq/>"]);
    expect(piecesAfter(line(MAX_LINE + 1))).toEqual(["a"]);
  });
});

/** Indentation decides whether a line begins a stanza, even if nothing else of the line is read. */
describe("the indentation of an edited line is known", () => {
  test.each([
    ["at the start of the text", ""],
    ["far behind it", long],
  ])("%s", (_, before) => {
    const newOnes = (marked: string) =>
      piecesAfter(before + marked).filter((piece) => piece.startsWith("<"));
    const end = "<a></iq>";
    expect(newOnes(` <iq>\n <iq⟦→ id='1'⟧/>${end}`)).toEqual(["<iq>", "<iq id='1'/>"]);
    expect(newOnes(`<iq>\n <iq⟦→ id='1'⟧/>${end}`)).toEqual([`<iq>\n <iq id='1'/>${end}`]);
    expect(newOnes(` <presence/><iq>\n <iq⟦→ id='1'⟧/>${end}`)).toEqual(["<iq>", "<iq id='1'/>"]);
    expect(newOnes(`⟦→ ⟧<presence/><iq>\n <iq/>${end}`)).toEqual(["<presence/>", "<iq>", "<iq/>"]);
    // None, on a line as long as that.
    const indent = " ".repeat(MAX_LINE + 1);
    expect(newOnes(`${indent}<presence/><iq>\n <iq⟦→ id='1'⟧/>${end}`)).toEqual([
      `<iq>\n <iq id='1'/>${end}`,
    ]);
  });
});

describe("a long text", () => {
  const inner = "<a>words</a>".repeat(2000);

  /** New pieces, by the start of their text. */
  test.each([
    ["keeps what is far from an edit", `${long}⟦→<message/>⟧\n${long}`, 2000, ["<message/>"]],
    ["keeps it, if the edit takes stanzas away", `${long}⟦<iq/>\n<iq/>→⟧\n${long}`, 2000, []],
    [
      "has a stanza longer than what is read at first",
      `${long}⟦→<iq>⟧${inner}</iq>\n${long}`,
      2000,
      ["<iq>"],
    ],
    [
      "has several of them",
      `⟦→<iq>⟧${inner}</iq><message>${inner}</message>\n${long}`,
      1001,
      ["<iq>"],
    ],
    ["has one that only the end of the text ends", `${long}⟦→<iq>⟧${inner}`, 1000, ["<iq>"]],
    ["has none for long behind an edit", `${long}⟦→words⟧${inner}\n<iq/>`, 1001, []],
    ["has none any more", `⟦<iq/>→⟧${inner}`, 0, []],
    ["has none in what is read last", `⟦<iq/>→⟧${"words ".repeat(2000)}`, 0, []],
    [
      "has a wrapper that an edit closes",
      `<doc>${long}⟦→</doc><message/>⟧${inner}\n<iq/></doc>`,
      1000,
      ["<message/>", "<iq/>"],
    ],
  ])("%s", (_, marked, kept, fresh) => {
    const pieces = piecesAfter(marked);
    const texts = pieces.filter((piece) => piece.startsWith("<"));
    expect(pieces.length - texts.length).toBe(kept);
    expect(texts.map((one, index) => one.slice(0, fresh[index]?.length))).toEqual(fresh);
  });
});

describe("a text that goes on elsewhere", () => {
  const around = { isOpen: true };

  test.each([
    ["gets what an edit closes", "<iq/>\n<iq>\n⟦→</iq>⟧", ["a", "<iq>\n</iq>"]],
    ["loses what an edit opens", "<iq/>\n<iq>⟦</iq>→⟧\n", ["a"]],
    ["loses what is behind that", "<iq/>\n⟦→<message>⟧\n  <a>\n <iq/></a>", ["a"]],
    ["keeps what was known", "<iq/>\n⟦→words⟧\n<iq/>\n<iq>", ["a", "b"]],
    ["has what is new before what is open", "<iq/>\n⟦→<message/>⟧\n<iq>", ["a", "<message/>"]],
  ])("%s", (_, marked, expected) => {
    expect(piecesAfter(marked, around)).toEqual(expected);
  });
});

test("the scope before the text holds for the inserted pieces", () => {
  const { scope } = new FramedText(new EditableText("<log xmlns='urn:a'><!--here-->")).at(0)!;
  expect(piecesAfter("⟦→<iq/>⟧</log><iq/>", { scope })).toEqual(["<iq/>"]);
  expect(piecesAfter("⟦→</log><iq/>⟧\n<iq/>", { scope })).toEqual(["<iq/>", "<iq/>"]);
  expect(piecesAfter("<iq xmlns='jabber:client'/> ⟦→<iq/>⟧</log>", { scope })).toEqual(["a"]);
});
