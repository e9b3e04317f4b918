/** Framing: where stanzas begin and end, in texts that are well-formed and in texts that are not. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Frame, Framer } from "../../server/core/xml/frame";
import { RECORD_END } from "../../server/core/xml/recordEnd";
import { framedStanzas } from "../../server/core/xmpp/stanza";
import { open, stanzasIn } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { framesOf } from "../support/frames";
import { pieces, runs } from "../support/random";

const framed = framedStanzas;

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
    ["an end tag in an instruction", "<iq><?a </iq>?></iq>", ["<iq><?a </iq>?></iq>"]],
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
    ["a < at the end", "<message/><", ["<message/>"]],
    ["markup that is cut off at the end", "<message/></", ["<message/>"]],
    ["other markup right behind a name", "<a<message/></<iq/>", ["<message/>", "<iq/>"]],
    ["a declaration that has no place here", "<!ELEMENT a <message/>", ["<message/>"]],
    ["names that are longer, though not with a prefix", "<:iq/><xiq/><a:iqs/>", ["<:iq/>"]],
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
    ["in another, never closed", "<doc xmlns='urn:example:x'><iq/>", ["<iq/>"]],
    ["in another, closed behind it", "<a xmlns='urn:example:x'><b>\n<iq/></b></a>", []],
    ["in another, with a prefix", "<x:a xmlns='urn:example:x'><iq/></x:a>", []],
    ["in another, closed by an end tag of its own", "<a xmlns='urn:x'><iq/><a/><a></a></a>", []],
    ["in another, closed by that of others", "<a xmlns='urn:x'><iq/><a></a>", ["<iq/>"]],
    ["in two others, one never closed", "<a xmlns='urn:a'><a xmlns='urn:b'><iq/></a>", []],
    [
      "in two others, closed one by one",
      "<a xmlns='urn:a'><b xmlns='urn:b'><iq/></b><presence/>",
      ["<presence/>"],
    ],
    ["in a longer name", "<a xmlns='urn:a'><iq/></ab>", ["<iq/>"]],
    [
      "in one within one that is never closed",
      "<a xmlns='urn:a'><b><c:iq xmlns:c='jabber:client'/><iq/></b><iq/>",
      ["<c:iq xmlns:c='jabber:client'/>", "<iq/>", "<iq/>"],
    ],
    ["in BOSH's own", "<body xmlns='http://jabber.org/protocol/httpbind'><iq/></body>", ["<iq/>"]],
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
    ["in none, by its own word", "<a xmlns=''><iq/></a>", ["<iq/>"]],
    ["with a prefix that nobody declares", "<a><c:iq/></a>", []],
    [
      "a stanza's own declaration of another",
      "<a><iq xmlns='urn:example:x'/><iq xmlns:c='urn:example:x'/></a>",
      ["<iq xmlns:c='urn:example:x'/>"],
    ],
    ["a stanza that leaves its namespace", "<a xmlns='jabber:client'><iq xmlns=''/></a>", []],
    [
      "a stanza's own declaration of its prefix",
      "<c:iq xmlns:c='jabber:client'/>",
      ["<c:iq xmlns:c='jabber:client'/>"],
    ],
    ["a prefix is no default namespace", "<a xmlns:c='urn:example:x'><iq/></a>", ["<iq/>"]],
    ["two prefixes are one too many", "<a xmlns:c='jabber:client'><c:d:iq/></a>", ["<c:d:iq/>"]],
  ])("%s", (_, text, expected) => {
    expect(stanzasIn(text)).toEqual(expected);
  });
});

/** `|` for the end of a record. */
describe("the record of a log ends", () => {
  test.each([
    ["a stanza that is open", "<iq><a>|\n<presence/>", ["<iq><a>", "<presence/>"]],
    [
      "a stanza in the middle of a tag",
      "<iq><a b='c|' d><presence/>",
      ["<iq><a b='c", "<presence/>"],
    ],
    ["what was cut", "<iq><a>\n…|<presence/>", ["<iq><a>\n…", "<presence/>"]],
    ["a comment that is open", "<iq><!-- a|<presence/>-->", ["<iq><!-- a", "<presence/>"]],
    ["a head, which is none", "<iq type='get'>|\n<presence/>", ["<presence/>"]],
    ["a head in words", "see <iq type='get'> in it|\n<presence/>", ["<presence/>"]],
    ["what is open around", "<auth xmlns='urn:a'>|<iq/></auth>", ["<iq/>"]],
    ["no stanza that is closed", "<iq><a/></iq>|<presence/>", ["<iq><a/></iq>", "<presence/>"]],
  ])("%s", (_, text, expected) => {
    expect(stanzasIn(text.replaceAll("|", RECORD_END))).toEqual(expected);
  });

  test("no stream", () => {
    const header = "<stream:stream xmlns='jabber:server' xml:lang='de'>";
    for (const text of [`${header}|<a><b>|<iq/>`, `${header}|<a>|<iq/>`]) {
      const [frame] = framesOf(new Framer(text.replaceAll("|", RECORD_END), framed));
      expect(frame?.scope?.name).toBe("stream:stream");
      expect(frame?.scope?.parent).toBeUndefined();
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
        for (const { start, end, reach } of framesOf(new Framer(source, framed))) {
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

  test("frames depend on no text after their reach, nor after that of earlier frames", () => {
    fc.assert(
      fc.property(text, text, (parts, others) => {
        const source = parts.join("");
        let reached = 0;
        for (const { start, end, reach } of framesOf(new Framer(source, framed))) {
          reached = Math.max(reached, reach);
          // An edit that begins right at the reach may still join what ends there.
          if (reached >= source.length) break;
          const changed = source.slice(0, reached + 1) + others.join("");
          const same = framesOf(new Framer(changed, framed)).find((one) => one.start === start);
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

describe("a frame knows what is open around it", () => {
  /** The names of the open elements, the outermost first. */
  const openAround = ({ scope }: Frame) => {
    const names: string[] = [];
    for (let one = scope; one; one = one.parent) names.unshift(one.name);
    return names.join(" ");
  };

  test.each([
    ["nothing", "<iq/>", ["stanza in "]],
    [
      "wrappers",
      "<a><b:c><iq/></b:c><iq/></a><iq/>",
      ["stanza in a b:c", "stanza in a", "stanza in "],
    ],
    ["also around comments", "<a><!-- b --></a><!-- c -->", ["comment in a", "comment in "]],
    ["none of the stanza before", "<a><iq><b></iq><iq/>", ["stanza in a", "stanza in a"]],
    ["those whose tags have no >", "<a b='c\n<iq/>", ["stanza in a"]],
    ["no name without anything behind it", "1 <a<iq/>", ["stanza in "]],
    ["no tag without a name", "<1> < a> <=b> <> <iq/>", ["stanza in "]],
    ["no empty element", "<a/><b c='d'/><iq/>", ["stanza in "]],
    ["no CDATA or instruction", "<![CDATA[<a>]]><?b <c>?><iq/>", ["stanza in "]],
    ["all that an end tag closes is closed", "<a><b><c></b><iq/>", ["stanza in a"]],
    ["an end tag of nothing closes nothing", "<a></b><iq/>", ["stanza in a"]],
    [
      "comments in stanzas are theirs",
      "<iq><!-- a --></iq><!-- b -->",
      ["stanza in ", "comment in "],
    ],
  ])("%s", (_, text, expected) => {
    const frames = framesOf(new Framer(text, framed));
    expect(frames.map((frame) => `${frame.kind} in ${openAround(frame)}`)).toEqual(expected);
  });

  test("a wrapper is closed from within a thousand that are open", () => {
    const around = (count: number) => {
      const text = `<a xmlns='urn:example:x'>${"<b>".repeat(count)}</a><iq/>`;
      return framesOf(new Framer(text, framed)).map(openAround);
    };
    expect(around(999)).toEqual([""]);
    // Further out it is taken for one that is never closed.
    expect(around(1000)).toEqual(["b ".repeat(1000).trim()]);
  });
});

describe("the headers of streams that are never closed", () => {
  const header =
    "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

  /** The number of elements that are open around the last stanza, and the outermost of them. */
  function scopeAfter(text: string): { depth: number; namespaces: string[] } {
    const framer = new Framer(`${text}<presence/>`, framed);
    const frame = framer.next(0, undefined);
    const namespaces: string[] = [];
    let depth = 0;
    for (let one = frame?.scope; one; one = one.parent) {
      depth++;
      namespaces.push(...(one.namespaces?.values() ?? []));
    }
    return { depth, namespaces };
  }

  test("stay open in a limited number, with the namespaces that they declare", () => {
    const { depth, namespaces } = scopeAfter(header.repeat(500));
    expect(depth).toBe(16);
    expect(new Set(namespaces)).toEqual(
      new Set(["jabber:client", "http://etherx.jabber.org/streams"]),
    );
  });

  test("are kept where they declare more than those inside them", () => {
    const first = header.replace(">", " xmlns:a='urn:a'>");
    const { depth, namespaces } = scopeAfter(first + header.repeat(20));
    expect(depth).toBe(21);
    expect(namespaces).toContain("urn:a");
  });
});
