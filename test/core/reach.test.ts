/**
 * Reach: how far one has to look to know where a stanza or a comment begins and ends. What is typed behind
 * that cannot change it.
 */

import { describe, expect, test } from "vitest";
import { Framer } from "../../server/core/xml/frame";
import { framedStanzas } from "../../server/core/xmpp/stanza";
import { framesOf } from "../support/frames";
import { readSpan, writeSpan } from "../support/marks";

const framed = framedStanzas;

/** The text with its first frame marked, and a `|` at its reach, if that is within the text. */
function framedFirst(text: string): string {
  const { start, end, reach } = framesOf(new Framer(text, framed))[0]!;
  // Nothing can be seen of a text behind its end; more of it may still come.
  expect(reach).toBeLessThanOrEqual(text.length + 1);
  const seen = reach > text.length ? "" : "|";
  return writeSpan(text.slice(0, reach), { start, end }) + seen + text.slice(reach);
}

function expectFramed(marked: string): void {
  const { text } = readSpan(marked.replace("|", ""));
  expect(framedFirst(text)).toBe(marked);
}

describe("framing reads no further than", () => {
  test.each([
    ["the end of an empty tag", "⟦<iq/>⟧|\n<iq/>"],
    ["the end tag", "⟦<iq><a/></iq>⟧|<iq/>"],
    ["the end of a comment", "⟦<!-- a -->⟧| <iq/>"],
    ["the end, whatever is in it", "⟦<iq><!-- a --><a b='>'><![CDATA[</iq>]]></a></iq>⟧| <iq/>"],
    // Others on lines of their own may be its children, until its own end tag or too many of them come.
    ["the end tag that balances it", "⟦<iq>\n<iq id='1'>\n</iq>\n</iq>⟧|\n</iq>"],
    ["its end tag, though one before closes nothing", "⟦<iq>\n<a>\n<iq/>\n</b></a></iq>⟧|</iq>"],
    ["the end tag that closes what the next one left open", "⟦<iq>⟧\n<message></iq>|</message>"],
    ["the 33rd that may be a child", `⟦<iq>⟧${"\n<iq/>".repeat(32)}\n<iq id='1'>|\n</iq>`],
    ["the end of what is around it", "<doc>⟦<iq><a>⟧</doc>| <iq/>"],
    ["the next markup, if its own has no end", "⟦<iq id='1⟧\n<iq/>|\n</iq>"],
    ["there, if its end tag has none", "⟦<iq></iq⟧ a\n<|iq/>"],
    ["there, if the tag of the next one has none", "⟦<iq>⟧\n<iq a=b\n<|/iq>"],
    ["there, if an end tag has none that closes nothing", "⟦<iq>⟧\n<iq/></b c <|/iq>"],
    [
      "its end tag, if the next one may be a child of what is open",
      "⟦<iq>\n<a>⟧\n<iq/></b c </iq>|",
    ],
    ["the next markup, if its own has a hole and no end", "⟦<iq #{a}⟧\n<iq/>|\n</iq>"],
    ["there, if that of what is around it has none", "<doc>⟦<iq>⟧</doc b <|/iq>"],
    [
      "there, if that of the 33rd that may be a child has none",
      `⟦<iq><a>⟧${"\n<message/>".repeat(32)}\n<message <|/a>`,
    ],
    ["there, if that of the 65th in each other has none", `⟦${"<iq><a>".repeat(64)}⟧<iq <|/iq>`],
    ["there, if a value is not closed", "⟦<iq a='b/>⟧ c <|iq/>"],
    ["the end, if what has none is further in", "⟦<iq><a b='c> <d/></iq>⟧|"],
    ["what is whole before it", "<![CDATA[ a ]]> <?b?> <!DOCTYPE c> </d> ⟦<iq/>⟧| "],
    ["what is not,", "<a <b c='d> </e ⟦<iq/>⟧| <iq/>"],
    ["the 33rd below a child", `⟦<iq><a>⟧${"\n<message/>".repeat(33)}|</a></iq>`],
    ["the 65th in each other", `⟦${"<iq><a>".repeat(64)}⟧<iq>|</iq>`],
  ])("%s", (_, marked) => {
    expectFramed(marked);
  });
});

describe("more text may decide", () => {
  test.each([
    ["about a stanza that is open", "⟦<iq><a/>⟧\n"],
    ["about one whose tag is", "⟦<iq⟧"],
    ["about one that may yet be the parent of another", "⟦<iq>⟧<iq/>"],
    ["about one that may yet be balanced", "⟦<iq>⟧\n<iq id='1'>\n</iq>"],
    ["about one that may yet hold another", "⟦<iq>\n  <a>⟧\n<iq>\n</iq>"],
    ["about one with a hole that is open", "⟦<iq ${a⟧\n<iq/>"],
    ["about one with a comment that is open", "⟦<iq><!-- </iq>⟧ <iq/>"],
    ["about one with CDATA that is open", "⟦<iq><![CDATA[</iq>⟧ <iq/>"],
    ["about one behind a comment that is open", "<!-- ⟦<iq/>⟧ <iq/>"],
    ["about one behind a tag that is open, whose tag is, too", "<a b='c> d ⟦<iq⟧"],
    ["about a comment behind a document type that is open", "<!DOCTYPE a [ ⟦<!-- b -->⟧ <iq/>"],
  ])("%s", (_, marked) => {
    expectFramed(marked);
  });
});

test("the scope before a stanza does not affect the next one", () => {
  const frames = framesOf(new Framer("<!-- <iq/> <iq/>", framed));
  expect(frames.map(({ end, reach }) => reach - end)).toEqual([7, 0]);
});
