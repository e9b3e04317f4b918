/** Framing: where stanzas begin and end, in texts that are well-formed and in texts that are not. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Framer } from "../../server/core/xml/frame";
import { isStanzaKind, isStanzaNamespace } from "../../server/core/xmpp/stanza";
import { everyRule, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { pieces, runs } from "../support/random";

const framed = { isName: isStanzaKind, isNamespace: isStanzaNamespace };

/** The texts of the stanzas. */
function stanzasIn(text: string): string[] {
  return open(text, everyRule)
    .stanzaSpans()
    .map(({ start, end }) => text.slice(start, end));
}

describe("whole stanzas", () => {
  test.each([
    ["nothing", "", []],
    ["no stanza", "<a><b/></a> text", []],
    ["one", "<message/>", ["<message/>"]],
    ["one that is empty in two tags", "<iq></iq>", ["<iq></iq>"]],
    ["side by side", "<message/><iq></iq>", ["<message/>", "<iq></iq>"]],
    ["text between", "a <message/> b\n<iq/>c", ["<message/>", "<iq/>"]],
    ["arrows and comparisons", "1 < 2 <- <= <message/> ->", ["<message/>"]],
    ["an address in angle brackets", "<lea@work.example> said\n<message/>", ["<message/>"]],
    ["a comment before", "<!-- <iq/> --><message/>", ["<message/>"]],
    ["CDATA before", "<![CDATA[<iq/>]]><message/>", ["<message/>"]],
    ["an instruction before", "<?a <iq/>?><message/>", ["<message/>"]],
    ["a document type before", "<!DOCTYPE a [<!ENTITY b '<iq/>'>]><message/>", ["<message/>"]],
    ["a > in a value", "<message a='>'/>", ["<message a='>'/>"]],
    ["a quote in a value", `<message a='"' b="'"/>`, [`<message a='"' b="'"/>`]],
    ["a slash at the end of a value", "<iq a='/'>x</iq>", ["<iq a='/'>x</iq>"]],
    ["an end tag in CDATA", "<iq><![CDATA[</iq>]]></iq>", ["<iq><![CDATA[</iq>]]></iq>"]],
    ["an end tag in a comment", "<iq><!--</iq>--></iq>", ["<iq><!--</iq>--></iq>"]],
    [
      "an element of the same name within",
      "<iq><iq/><a><iq></iq></a></iq>",
      ["<iq><iq/><a><iq></iq></a></iq>"],
    ],
    [
      "white space in tags",
      "<message\n a = 'b'\n/><iq >\n</iq\n>",
      ["<message\n a = 'b'\n/>", "<iq >\n</iq\n>"],
    ],
    ["longer names", "<messages/><iqs/><presence-x/>", []],
    ["other case", "<Message/><IQ/>", []],
  ])("%s", (_, text, expected) => {
    expect(stanzasIn(text)).toEqual(expected);
  });
});

describe("wrappers", () => {
  test.each([
    ["closed", "<doc><message/></doc><iq/>", ["<message/>", "<iq/>"]],
    ["never closed", "<doc>\n<message/>\n<iq/>", ["<message/>", "<iq/>"]],
    ["in a content namespace", "<doc xmlns='jabber:server'><iq/></doc>", ["<iq/>"]],
    ["in another", "<doc xmlns='urn:example:x'><iq/></doc><iq/>", ["<iq/>"]],
    ["in another, never closed", "<doc xmlns='urn:example:x'><iq/>", []],
    ["with a prefix", "<doc xmlns:c='jabber:client'><c:iq/></doc><c:iq/>", ["<c:iq/>"]],
    ["with a prefix for another", "<doc xmlns:c='urn:example:x'><c:iq/></doc>", []],
    [
      "inner ones first",
      "<a xmlns='urn:example:a'><b xmlns='jabber:client'><iq/></b><iq/></a>",
      ["<iq/>"],
    ],
    ["closed from outside", "<a><b xmlns='urn:example:b'></a><iq/>", ["<iq/>"]],
    ["empty ones open nothing", "<a xmlns='urn:example:a'/><iq/>", ["<iq/>"]],
    [
      "a stanza's own declaration",
      "<a xmlns='urn:example:a'><iq xmlns='jabber:client'/></a>",
      ["<iq xmlns='jabber:client'/>"],
    ],
    ["in double quotes", '<a xmlns="urn:example:a"><iq/></a>', []],
    ["in an attribute's text", `<a b=" xmlns='urn:example:a'"><iq/></a>`, ["<iq/>"]],
    ["with white space", "<a xmlns = 'urn:example:a'><iq/></a>", []],
    ["unknown", "<a xmlns='{ns}'><iq/></a>", []],
  ])("%s", (_, text, expected) => {
    expect(stanzasIn(text)).toEqual(expected);
  });
});

describe("recovery: what is broken ends where the next stanza begins that is no child", () => {
  test.each([
    ["at the same indentation", "<iq>\n  <a>\n<iq/>", ["<iq>\n  <a>", "<iq/>"]],
    ["at a lesser one", "  <iq>\n    <a>\n<iq/>", ["<iq>\n    <a>", "<iq/>"]],
    ["behind an empty line", "<iq>\n  <a>\n\n  <iq/>", ["<iq>\n  <a>", "<iq/>"]],
    ["behind a prefix", "C: <iq><a>\nS: <iq/>", ["<iq><a>", "<iq/>"]],
    ["at the end of its wrapper", "<doc><iq><a></doc><iq/>", ["<iq><a>", "<iq/>"]],
    ["at its own end tag", "<iq><a></iq><iq/>", ["<iq><a></iq>", "<iq/>"]],
    ["at the end of the text", "<iq><a>text\n", ["<iq><a>text"]],
    ["with its tag cut off", "<iq id='1'\n<iq/>", ["<iq id='1'", "<iq/>"]],
    ["with a quote left open", "<iq id='1>\n</iq>\n<iq/>", ["<iq id='1>\n</iq>", "<iq/>"]],
    ["with a comment left open", "<iq><!-- a\n</iq>\n<iq/>", ["<iq><!-- a\n</iq>", "<iq/>"]],
    ["with CDATA left open", "<iq><![CDATA[ a\n</iq>\n<iq/>", ["<iq><![CDATA[ a\n</iq>", "<iq/>"]],
    ["with an end tag too many", "<iq></iq></iq><iq/>", ["<iq></iq>", "<iq/>"]],
    [
      "and a nested one stays within",
      "<iq>\n  <a>\n    <iq/>\n  </a>\n</iq>",
      ["<iq>\n  <a>\n    <iq/>\n  </a>\n</iq>"],
    ],
    [
      "even where nothing is indented",
      "<iq>\n<a>\n<iq/>\n</a>\n</iq>",
      ["<iq>\n<a>\n<iq/>\n</a>\n</iq>"],
    ],
  ])("%s", (_, text, expected) => {
    expect(stanzasIn(text)).toEqual(expected);
  });

  test("a broken stanza hides nothing of the next, whatever is missing in it", () => {
    const whole = "<message type='chat'>\n  <body a='1'>Hello<!-- b --></body>\n</message>";
    const next = "<presence type='bogus'/>";
    for (let length = 1; length <= whole.length; length++) {
      const found = open(`${whole.slice(0, length)}\n\n${next}`, everyRule)
        .findings()
        .filter(({ finding }) => finding.rule.id === "stanza-type-invalid");
      expect(found, JSON.stringify(whole.slice(0, length))).toHaveLength(1);
    }
  });

  test("nor of the one before it", () => {
    const whole = "<message type='chat'>\n  <body a='1'>Hello<!-- b --></body>\n</message>";
    for (let at = 0; at < whole.length; at++) {
      const text = `<presence type='bogus'/>\n${whole.slice(0, at)}${whole.slice(at + 1)}`;
      const ids = open(text)
        .findings()
        .map(({ finding }) => finding.rule.id);
      expect(ids, JSON.stringify(text)).toContain("stanza-type-invalid");
    }
  });
});

describe("any text", () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40, size: "max" });

  test("frames come in order, apart from each other, and begin with <", () => {
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join("");
        let at = 0;
        for (const { start, end, reach } of new Framer(source, framed).frames()) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(source.length);
          expect(reach).toBeGreaterThanOrEqual(end);
          expect(source[start]).toBe("<");
          at = end;
        }
      }),
      { numRuns: runs(500) },
    );
  });

  test("frames depend on no text behind their reach, nor behind that of one before them", () => {
    fc.assert(
      fc.property(text, text, (parts, others) => {
        const source = parts.join("");
        let reached = 0;
        for (const { start, end, reach } of new Framer(source, framed).frames()) {
          reached = Math.max(reached, reach);
          // An edit that begins right at the reach may still join what ends there.
          if (reached >= source.length) break;
          const changed = source.slice(0, reached + 1) + others.join("");
          const same = [...new Framer(changed, framed).frames()].find((one) => one.start === start);
          expect(same?.end, JSON.stringify([source, changed])).toBe(end);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test("a well-formed stanza on lines of its own is framed as it is", () => {
    const whole = fixtures.flatMap(({ text }) =>
      stanzasIn(text).filter(
        (stanza) => !brokenIn(stanza) && !stanza.includes("\n") && stanzasIn(stanza)[0] === stanza,
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...whole)), (stanzas) => {
        expect(stanzasIn(stanzas.join("\n"))).toEqual(stanzas);
        expect(stanzasIn(stanzas.join(""))).toEqual(stanzas);
      }),
      { numRuns: runs(100) },
    );
  });
});

function brokenIn(stanza: string): boolean {
  return open(stanza)
    .findings()
    .some(({ finding }) => finding.rule.id === "xml-not-well-formed");
}

test("depth and number have no limit that is silent", () => {
  const deep = `<message>${"<a>".repeat(50_000)}${"</a>".repeat(50_000)}</message>`;
  expect(stanzasIn(`${deep}<iq/>`)).toEqual([deep, "<iq/>"]);
  const found = open(deep).findings();
  expect(found.map(({ finding }) => finding.rule.id)).toEqual(["limit-exceeded"]);
  expect(stanzasIn("<iq/>".repeat(20_000))).toHaveLength(20_000);
});
