import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LinkedEditingRanges, SelectionRange } from "vscode-languageserver/node";
import { ask, askAtCursor, textIn, withCursor } from "./editing";
import { pullingClient, Session } from "./support";

let session: Session;
beforeEach(async () => {
  session = await Session.start(pullingClient);
});
afterEach(() => session.dispose());

describe("selection ranges", () => {
  /** The selected texts, step by step. */
  async function steps(marked: string): Promise<string[]> {
    const { text } = withCursor(marked);
    const [first] = await askAtCursor<SelectionRange[]>(
      session,
      marked,
      "textDocument/selectionRange",
      (position) => ({ positions: [position] }),
    );
    const selected: string[] = [];
    for (let one = first; one; one = one.parent) selected.push(textIn(text, one.range));
    return selected;
  }

  it("go from a value to attribute, tag, elements, stanza, wrapper and file", async () => {
    expect(await steps("x <doc> <iq><a b='|c'>d</a><e/></iq> </doc>")).toEqual([
      "c",
      "b='c'",
      "<a b='c'>",
      "<a b='c'>d</a>",
      "<a b='c'>d</a><e/>",
      "<iq><a b='c'>d</a><e/></iq>",
      " <iq><a b='c'>d</a><e/></iq> ",
      "<doc> <iq><a b='c'>d</a><e/></iq> </doc>",
      "x <doc> <iq><a b='c'>d</a><e/></iq> </doc>",
    ]);
  });

  it("begin with a name", async () => {
    expect(await steps("<iq><er|ror/></iq>")).toEqual(["error", "<error/>", "<iq><error/></iq>"]);
    expect((await steps("<iq><b></b|></iq>")).slice(0, 2)).toEqual(["b", "</b>"]);
  });

  it("begin with the words, without the blanks around them", async () => {
    expect(await steps("<message><body> two wo|rds </body></message>")).toEqual([
      "two words",
      " two words ",
      "<body> two words </body>",
      "<message><body> two words </body></message>",
    ]);
    expect((await steps("<message><!-- w|ord --></message>")).slice(0, 2)).toEqual([
      "word",
      "<!-- word -->",
    ]);
    expect((await steps("<message><b><![CDATA[w|]]></b></message>")).slice(0, 3)).toEqual([
      "w",
      "<![CDATA[w]]>",
      "<b><![CDATA[w]]></b>",
    ]);
  });

  it("are there outside stanzas", async () => {
    expect(await steps("<doc a='1|'>\n<iq/></doc>")).toEqual([
      "1",
      "a='1'",
      "<doc a='1'>",
      "<doc a='1'>\n<iq/></doc>",
    ]);
    expect(await steps("one |two")).toEqual(["one two"]);
    expect(await steps("|")).toEqual([""]);
  });

  it("grow at every place of broken text, and end with all of it", async () => {
    const text = "<doc><iq a='1' b=<x>y</z></iq>\n<!-- <message 'q'/></doc> & <![CDATA[";
    await session.open(text);
    const positions = Array.from({ length: text.length }, (_, offset) => {
      const before = text.slice(0, offset).split("\n");
      return { line: before.length - 1, character: before.at(-1)!.length };
    });
    const ranges = await ask<SelectionRange[]>(session, "textDocument/selectionRange", {
      positions,
    });
    expect(ranges).toHaveLength(text.length);
    for (const range of ranges) {
      let last = "";
      for (let one: SelectionRange | undefined = range; one; one = one.parent) {
        const next = textIn(text, one.range);
        expect(next.length).toBeGreaterThan(last.length - (last === "" ? 1 : 0));
        expect(next).toContain(last);
        last = next;
      }
      expect(last).toBe(text);
    }
  });
});

describe("linked editing", () => {
  /** The ranges, marked in the text by brackets. */
  async function linked(marked: string): Promise<string | null> {
    const { text } = withCursor(marked);
    const found = await askAtCursor<LinkedEditingRanges | null>(
      session,
      marked,
      "textDocument/linkedEditingRange",
    );
    if (!found) return null;
    const places = found.ranges.map(({ start, end }) => [start.character, end.character] as const);
    expect(new Set(found.ranges.map((range) => textIn(text, range))).size).toBe(1);
    const [first, second] = places.sort((a, b) => a[0] - b[0]);
    const pieces = [0, ...first!, ...second!, text.length];
    return pieces
      .slice(1)
      .map((end, i) => text.slice(pieces[i], end) + (i < 4 ? (i % 2 ? "]" : "[") : ""))
      .join("");
  }

  it("is for both names of an element, from either", async () => {
    const both = "<iq><[query] a='1'><x/></[query]></iq>";
    expect(await linked("<iq><|query a='1'><x/></query></iq>")).toBe(both);
    expect(await linked("<iq><query| a='1'><x/></query></iq>")).toBe(both);
    expect(await linked("<iq><query a='1'><x/></que|ry></iq>")).toBe(both);
  });

  it("is for stanzas, prefixed names and wrappers", async () => {
    expect(await linked("<i|q></iq>")).toBe("<[iq]></[iq]>");
    expect(await linked("<iq><a:|b></a:b></iq>")).toBe("<iq><[a:b]></[a:b]></iq>");
    expect(await linked("<do|c><iq/></doc>")).toBe("<[doc]><iq/></[doc]>");
  });

  it("takes the element of that name that is meant", async () => {
    expect(await linked("<iq><a><|a></a></a></iq>")).toBe("<iq><a><[a]></[a]></a></iq>");
    expect(await linked("<iq><|a><a></a></a></iq>")).toBe("<iq><[a]><a></a></[a]></iq>");
  });

  it("goes on while the stanza is broken elsewhere", async () => {
    expect(await linked("<iq><|a b=></a><c></iq>")).toBe("<iq><[a] b=></[a]><c></iq>");
  });

  it("is none without two names that are the same", async () => {
    for (const marked of [
      "<iq><|a/></iq>",
      "<iq><|a></b></iq>",
      "<iq><a |b='1'></a></iq>",
      "<iq>a|</iq>",
      "<iq><!-- <|a></a> --></iq>",
      "|",
    ]) {
      expect(await linked(marked), marked).toBeNull();
    }
  });
});
