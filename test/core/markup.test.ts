/** Markup, one piece at a time: where a tag ends, what it declares, and where a comment and the like end. */

import { describe, expect, test } from "vitest";
import {
  isNameStart,
  MarkupSkipper,
  readDeclarations,
  readTag,
} from "../../server/core/xml/markup";
import { readSpan, writeSpan } from "../support/marks";

/** The tag that begins with the marked `<`, marked as far as it is read. */
function tagIn(marked: string) {
  const { text, start } = readSpan(marked);
  const tag = readTag(text, start + (text[start + 1] === "/" ? 2 : 1));
  return { ...tag, name: text.slice(tag.nameStart, tag.nameEnd), text, start };
}

describe("a tag ends after its >", () => {
  test.each([
    ["as a start tag", "⟦<a>⟧b>", "a", false],
    ["with a prefix and what else names may hold", "⟦<a:b-1.ü>⟧", "a:b-1.ü", false],
    ["as an empty one", "⟦<a/>⟧/>", "a", true],
    ["as an empty one with white space", "⟦<a \t\r\n/ >⟧", "a", true],
    ["as an end tag", "⟦</a>⟧>", "a", false],
    ["as an end tag with white space", "⟦</a\n>⟧", "a", false],
    ["as an end tag without a name, whose slash makes nothing empty", "⟦</ >⟧", "", false],
    ["with a slash elsewhere", "⟦<a/b>⟧", "a", false],
    ["behind a >  in a value", "⟦<a b='>' c=\">\">⟧>", "a", false],
    ["behind a slash in a value", "⟦<a b='/'>⟧", "a", false],
    ["behind the other quote in a value", `⟦<a b='"' c="'"/>⟧'"/>`, "a", true],
    ["behind white space around the =", "⟦<a b = '>' c\n=\n'>'>⟧", "a", false],
    ["behind values without quotes", "⟦<a b=c d= e==>⟧'>", "a", false],
    ["behind a line end in a value", "⟦<a b='\n>'>⟧", "a", false],
  ])("%s", (_, marked, name, empty) => {
    const tag = tagIn(marked);
    expect(writeSpan(tag.text, { start: tag.start, end: tag.end })).toBe(marked);
    expect(tag).toMatchObject({ name, empty, closed: true, reach: tag.end });
  });
});

describe("a quote that belongs to no value opens none", () => {
  test.each([
    ["behind the name", "⟦<a '>⟧'>", false],
    ["around a name", `⟦<a "b"='>'>⟧'>`, false],
    ["behind a value", "⟦<a b='c''>⟧'>", false],
    ["before values with a > in them", `⟦<a ' b='>' c = ">">⟧`, false],
    ["before values with the other quote in them", `⟦<a ' b='"' c="'" d='>'>⟧`, false],
    ["before a slash in a value", "⟦<a ' b='/'>⟧", false],
    ["in an empty tag", "⟦<a '/>⟧", true],
    ["in an empty tag with white space", "⟦<a ' b='c' / \n>⟧", true],
  ])("%s", (_, marked, empty) => {
    const tag = tagIn(marked);
    expect(writeSpan(tag.text, { start: tag.start, end: tag.end })).toBe(marked);
    expect(tag).toMatchObject({ name: "a", empty, closed: true, reach: tag.end });
  });
});

describe("a tag without its > ends", () => {
  test.each([
    ["where other markup begins", "⟦<a b⟧<c>", false],
    ["where the text ends", "⟦<a b⟧", false],
    ["where the text ends in its name", "⟦<a⟧", false],
    ["there too if it has a slash", "⟦<a/⟧<c>", false],
    ["there too if a value is whole, with a >", "⟦<a b='>'⟧<c>", false],
    ["there too if a value is not, without a >", "⟦<a b='c d\n⟧</e>", false],
    ["at the first > of a value that is not closed", "⟦<a b='c>⟧d > e\n<f g='h'/>", false],
    ["at that one at the end of the text", '⟦<a b="c>⟧d > e', false],
    ["with a slash before that one, as empty", "⟦<a b='c/>⟧ d>\n<e/>", true],
    ["at none of an earlier value, which is closed", "⟦<a b='>/>' c='d>⟧e>\n<f/>", false],
    ["at none of a value that is, though its last one is not", "⟦<a b='>/>' c='d ⟧<e/>", false],
  ])("%s", (_, marked, empty) => {
    const tag = tagIn(marked);
    expect(writeSpan(tag.text, { start: tag.start, end: tag.end })).toBe(marked);
    expect(tag).toMatchObject({ name: "a", empty, closed: false });
    // The `<` decides, or whatever would come where the text ends.
    const next = tag.text.indexOf("<", tag.start + 1);
    expect(tag.reach).toBe((next < 0 ? tag.text.length : next) + 1);
  });
});

test("a name begins with a letter, _ or :, or anything beyond ASCII", () => {
  const passing = (characters: string) =>
    [...characters].filter((one) => isNameStart(one.charCodeAt(0))).join("");
  expect(passing("amzAMZ_:\u0080éж中")).toBe("amzAMZ_:\u0080éж中");
  expect(passing("`{@[^-.;09 \n<>/!?='\"\u007f")).toBe("");
});

describe("a tag declares", () => {
  test.each([
    ["nothing", "<a>", undefined, undefined],
    ["nothing by other attributes", "<a b='xmlns' c='xml' xml:id='d'>", undefined, undefined],
    [
      "nothing by names that begin so",
      "<a xmlnsb='c' xml:lang2='d' bxmlns='e'>",
      undefined,
      undefined,
    ],
    ["nothing by a value's text", `<a b=" xmlns='c' xml:lang='d'">`, undefined, undefined],
    ["nothing by a prefix without a name", "<a xmlns:='c'>", undefined, undefined],
    ["nothing by a value without quotes", "<a xmlns=b>", undefined, undefined],
    ["nothing by a value with markup", "<a xmlns='b<c'>", undefined, undefined],
    ["a default namespace", "<a xmlns='b'>", { "": "b" }, undefined],
    ["no namespace", "<a xmlns=''>", { "": "" }, undefined],
    ["prefixes", `<a xmlns:b='c'\nxmlns:d="e'f"/>`, { b: "c", d: "e'f" }, undefined],
    [
      "with white space around the =",
      "<a xmlns = 'b' c='d' xmlns:e\n=\n'f'>",
      { "": "b", e: "f" },
      undefined,
    ],
    ["without white space before it", "<a b='c'xmlns='d'>", { "": "d" }, undefined],
    ["a language", "<a xml:lang='de'>", undefined, "de"],
    ["a language with references", "<a xml:lang='&#x64;&#101;'>", undefined, "de"],
    ["an empty language", '<a xml:lang="">', undefined, ""],
    ["both", "<a xml:lang='de' b='c' xmlns='d'>", { "": "d" }, "de"],
  ])("%s", (_, text, namespaces, language) => {
    const declared = readDeclarations(text, readTag(text, 1));
    expect(declared.namespaces && Object.fromEntries(declared.namespaces)).toEqual(namespaces);
    expect(declared.language).toBe(language);
  });

  test("text after it", () => {
    const text = "<a><b xmlns='c' xml:lang='d'>";
    expect(readDeclarations(text, readTag(text, 1))).toEqual({});
  });
});

describe("the name of a namespace has its references resolved", () => {
  test.each([
    ["XML's five", "&amp;&lt;&gt;&apos;&quot;", "&<>'\""],
    ["characters by their numbers", "&#97;&#x62;&#x1F602;&#128514;", "ab😂😂"],
    ["the last character there is", "&#x10ffff;&#1114111;", "\u{10ffff}\u{10ffff}"],
    ["none beyond", "&#x110000;&#1114112;&#9999999;", "&#x110000;&#1114112;&#9999999;"],
    ["none that is unknown", "&a;&AMP;&amp &;", "&a;&AMP;&amp &;"],
    ["none that is no number", "&#;&#x;&#xg1;&#a;", "&#;&#x;&#xg1;&#a;"],
    ["once", "&amp;lt;", "&lt;"],
  ])("%s", (_, value, expected) => {
    const text = `<a xmlns='${value.replaceAll("'", "&apos;")}'>`;
    const { namespaces } = readDeclarations(text, readTag(text, 1));
    expect(namespaces?.get("")).toBe(expected);
  });
});

describe("stepping over", () => {
  test.each([
    ["a comment", "--> ⟦<!-- a -> - -- > <b> -->⟧ -->"],
    ["one without content", "⟦<!---->⟧-->"],
    ["one whose dashes are its own", "⟦<!--->-->⟧"],
    ["one of two that touch", "⟦<!-- a -->⟧<!-- b -->"],
    ["one of two with text between", "⟦<!-- a -->⟧ <!-- b -->"],
    ["CDATA", "]]> ⟦<![CDATA[ ]> ]] > <a> ]]>⟧ ]]>"],
    ["CDATA without content", "⟦<![CDATA[]]>⟧]]>"],
    ["an instruction", "?> ⟦<?a ? > > ?>⟧ ?>"],
    ["an instruction without a name", "⟦<??>⟧?>"],
    ["a document type", "> ⟦<!DOCTYPE a 'b'>⟧ >"],
    ["one with a subset", "]> ⟦<!DOCTYPE a [<!ENTITY b '>'><!ENTITY c ']x]'>]>⟧ ]>"],
    ["one with white space behind it", "⟦<!DOCTYPE a [<!ENTITY b 'c'>] \t\r\n>⟧ ]>"],
    ["one with several brackets before its end", "⟦<!DOCTYPE a [ ]]] b ] ]>⟧]>"],
    ["one with a > right behind its bracket", "⟦<!DOCTYPE a [>b> c]>⟧ ]>"],
    ["one with a > behind one letter", "⟦<!DOCTYPE a [b> c]>⟧ ]>"],
    ["one whose bracket is behind it", "⟦<!DOCTYPE a>⟧ [ ]>"],
  ])("%s ends where that ends", (_, marked) => {
    const { text, start } = readSpan(marked);
    const end = new MarkupSkipper(text).skip(start);
    expect(writeSpan(text, { start, end })).toBe(marked);
  });

  test.each([
    ["a comment", "<!-- a -- > b"],
    ["one with but two dashes", "<!--->"],
    ["one that others follow, which cannot be in it", "<!-- a <!-- b -->"],
    ["CDATA", "<![CDATA[ a ]] >"],
    ["CDATA that lacks a bracket", "<![CDATA ]]>"],
    ["an instruction", "<?a >"],
    ["one that begins with its end", "<?>"],
    ["a document type", "<!DOCTYPE a"],
    ["one with a subset", "<!DOCTYPE a [<!ENTITY b 'c'>"],
    ["one with a subset and no more", "<!DOCTYPE a [<!ENTITY b 'c'>]"],
    ["a declaration that stands in a document type only", "<!ENTITY a 'b'>"],
  ])("%s that is never closed gets nowhere", (_, text) => {
    expect(new MarkupSkipper(text).skip(0)).toBe(-1);
  });

  test("any of them is asked for in any order", () => {
    const whole = ["<!-- a -->", "<![CDATA[b]]>", "<?c?>", "<!DOCTYPE d>", "<!DOCTYPE e [<f>]>"];
    const text = `${whole.join("")} text ${whole.join(" ")}<!-- <![CDATA[ <? <!DOCTYPE g [`;
    const places = [...text.matchAll(/<[!?]/g)].map(({ index }) => index);
    const ends = places.map((start) => new MarkupSkipper(text).skip(start));
    const skipper = new MarkupSkipper(text);
    const forth = places.map((start) => skipper.skip(start));
    expect(forth).toEqual(ends);
    const back = places.toReversed().map((start) => skipper.skip(start));
    expect(back).toEqual(ends.toReversed());
  });
});
