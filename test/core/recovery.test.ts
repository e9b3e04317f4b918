/** Recovery: one broken stanza hides nothing of those around it. */

import { describe, expect, test } from "vitest";
import { MAX_LINE } from "../../server/core/xml/stanzaEnd";
import { everyRule, open, stanzasIn } from "../support/documents";

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

/** End of a stanza that leaves an element open: a start tag in the same place begins the next stanza. */
const leftOpen = "<b>\n</iq>";

describe("a start tag in a stanza that is not closed begins the next one", () => {
  test.each([
    ["if it is a direct child, no deeper", "<iq>\n<iq/>\n"],
    ["if it is less deep", "  <iq>\n <iq/>\n"],
    ["if it is as deep by tabs", "\t<iq>\n\t<iq/>\n"],
    ["if an empty line is before it", "<iq>\n\n  <iq/>\n"],
    ["if that has white space", "<iq>\r\n \t \r\n  <iq/>\n"],
    ["if words are before it on its line", "<iq>\nS: <iq/>\n"],
  ])("%s", (_, text) => {
    expect(stanzasIn(text)).toEqual(["<iq>", "<iq/>"]);
    expect(stanzasIn(`${text}${leftOpen}`)).toEqual(["<iq>", "<iq/>"]);
    expect(stanzasIn(`${text}</iq>`)).toEqual([`${text}</iq>`.trim()]);
  });

  test("if nothing is open, whatever looks so", () => {
    expect(stanzasIn("<iq>\n<1> < 2\n<iq/>\n")).toEqual(["<iq>\n<1> < 2", "<iq/>"]);
  });

  test("if what was left out stands before it", () => {
    const cut = "<iq>\n<a>\n...";
    expect(stanzasIn(`${cut}\n<iq/>\n</b></a></iq>`)).toEqual([`${cut}\n<iq/>\n</b></a></iq>`]);
    expect(stanzasIn(`${cut}\n<iq>\n<b>\n</a></iq>`)).toEqual([cut, "<iq>\n<b>\n</a></iq>"]);
    expect(stanzasIn(`${cut}\n<iq/>\n</a></iq>`)).toHaveLength(1);
  });

  test.each([
    ["if it is deeper", "<iq>\n <iq/>\n</iq>"],
    ["if it is deeper by tabs", "\t<iq>\n\t\t<iq/>\n</iq>"],
    ["if it is on the same line", "<iq> <iq/>\n</iq>"],
    ["if a tag is before it on its line", "<iq>\n<a/> <iq/>\n</iq>"],
    ["if a < is before it on its line", "<iq>\n1 < <iq/>\n</iq>"],
    ["if a tag ends before it on its line", "<iq>\n <a\n/> <iq/>\n</iq>"],
    ["if the line before has words", "<iq>\n\n a\n  <iq/>\n</iq>"],
    ["if the line before has words and white space", "<iq>\n\n a \t\r\n  <iq/>\n</iq>"],
    ["if it is in an element that is closed", "<iq>\n<a>\n<iq/>\n</a>\n</iq>"],
    ["if it is in some that are", "<iq>\n<a>\n\n<iq/></a><a>\n\n<iq/></a><b><iq/></b></iq>"],
  ])("but not %s", (_, text) => {
    expect(stanzasIn(text)).toEqual([text.trim()]);
    const unclosed = text.replace(/<\/iq>$/, leftOpen);
    expect(stanzasIn(unclosed)).toEqual([unclosed.trim()]);
  });

  test("but not if the stanza is closed, however many stand in it", () => {
    const flat = (count: number) => `<iq>\n${"<iq>\n<a/>\n</iq>\n".repeat(count)}</iq>`;
    expect(stanzasIn(flat(32))).toEqual([flat(32)]);
    expect(stanzasIn(flat(33))).toHaveLength(34);
  });

  test("but not if all that is wrong is an end tag too many", () => {
    for (const text of ["<iq>\n<iq/>\n</b></iq>", "<iq><iq/></b></iq>"]) {
      expect(stanzasIn(`${text}\n<presence/>`)).toEqual([text, "<presence/>"]);
    }
  });

  test("but not on a line that is too long to be looked at for its indentation", () => {
    const nested = `<iq>\n  <iq/>${leftOpen}`;
    const behind = (column: number) => stanzasIn(`\n  ${"x".repeat(column - 2)}${nested}`);
    expect(behind(MAX_LINE - 1)).toEqual(["<iq>", "<iq/>"]);
    expect(behind(MAX_LINE)).toEqual([nested]);
    // The start of the text is also the start of a line.
    expect(stanzasIn(`  ${"x".repeat(MAX_LINE - 2)}${nested}`)).toEqual(["<iq>", "<iq/>"]);
  });
});

describe("a start tag that may be a child or the next stanza is the next one", () => {
  test.each([
    ["if the text ends", "<iq>\n<a>\n<iq/>\n", ["<iq>\n<a>", "<iq/>"]],
    ["if the text ends on its line", "<iq> a <iq/> b", ["<iq> a", "<iq/>"]],
    ["if all is on one line", "<iq><message/><presence/>", ["<iq>", "<message/>", "<presence/>"]],
    ["behind a prefix, if the text ends", "<iq>\n<a>b\nS: <iq/>", ["<iq>\n<a>b", "<iq/>"]],
    ["if its own end is all that comes", "<iq>\n<a>\n<iq></iq>\n", ["<iq>\n<a>", "<iq></iq>"]],
    [
      "if it is the first of several",
      "<iq>\n<a>\n<iq/>\n<a>\n<iq/></a>",
      ["<iq>\n<a>", "<iq/>", "<iq/>"],
    ],
    [
      "and not one whose parent was closed",
      "<iq>\n<a>\n<iq/></a>\n<b>\n<iq/>",
      ["<iq>\n<a>\n<iq/></a>\n<b>", "<iq/>"],
    ],
  ])("%s", (_, text, expected) => {
    expect(stanzasIn(text)).toEqual(expected);
  });

  /** As in an archive that is not indented. */
  test("if more than thirty-two look so", () => {
    const archive = (count: number) => `<a>\n${"<message/>\n".repeat(count)}</a>\n`;
    expect(stanzasIn(`<iq>${archive(32)}</iq>`)).toHaveLength(1);
    expect(stanzasIn(`<iq>${archive(32)}${archive(32)}</iq>`)).toHaveLength(1);
    const apart = stanzasIn(`<iq>${archive(33)}</iq>`);
    expect(apart).toEqual(["<iq><a>", ...Array(33).fill("<message/>")]);
  });
});

describe("an end tag", () => {
  test.each([
    [
      "without its > ends the stanza with its name",
      "<iq></iq\n<presence/>",
      ["<iq></iq", "<presence/>"],
    ],
    ["also with words behind that", "<iq></iq a\n<presence/>", ["<iq></iq", "<presence/>"]],
    [
      "of nothing that is open is passed over",
      "<iq></a></message></iqs></i></iq>",
      ["<iq></a></message></iqs></i></iq>"],
    ],
    ["without a name, too", "<iq></></ ></iq>", ["<iq></></ ></iq>"]],
    ["closes what is open inside", "<iq><a><b></a></iq>", ["<iq><a><b></a></iq>"]],
    [
      "closes the inner of two of one name",
      "<iq><iq></iq><a></iq><iq/>",
      ["<iq><iq></iq><a></iq>", "<iq/>"],
    ],
    ["of a name as long is another one", "<iq><a></qi></iq>", ["<iq><a></qi></iq>"]],
    ["closes a wrapper, and the stanza in it", "<doc><iq><a></doc><iq/>", ["<iq><a>", "<iq/>"]],
    [
      "closes no wrapper, if it is of the stanza",
      "<doc><iq><doc></doc></iq></doc>",
      ["<iq><doc></doc></iq>"],
    ],
    ["closes the outer wrapper, too", "<a><b><iq></a>\n<iq/>", ["<iq>", "<iq/>"]],
  ])("%s", (_, text, expected) => {
    expect(stanzasIn(text)).toEqual(expected);
  });

  test("is looked for in a thousand elements that are open, and in the stanza", () => {
    const deep = (count: number) => `<iq>\n<b>\n<iq/>${"<a>".repeat(count)}</b>`;
    // Found, it makes a child of what might be the next stanza.
    expect(stanzasIn(deep(999))).toEqual([deep(999)]);
    expect(stanzasIn(deep(1000))).toEqual(["<iq>\n<b>", "<iq/>"]);
    const whole = `<iq>${"<a>".repeat(2000)}</iq>`;
    expect(stanzasIn(`${whole}<iq/>`)).toEqual([whole, "<iq/>"]);
  });
});

describe("stanzas in stanzas", () => {
  const nest = (count: number, open: string, close: string) =>
    open.repeat(count) + close.repeat(count);

  test("are part of those, up to 64 of them", () => {
    const whole = nest(64, "<message><f>", "</f></message>");
    expect(stanzasIn(whole)).toEqual([whole]);
    const line = nest(64, "<message>", "</message>");
    expect(stanzasIn(line)).toEqual([line]);
  });

  test("are part of those side by side, however many", () => {
    const archive = `<iq>${"<f><message>a</message></f>".repeat(100)}</iq>`;
    expect(stanzasIn(archive)).toEqual([archive]);
  });

  test("begin anew in the 65th", () => {
    expect(stanzasIn(nest(65, "<message><f>", "</f></message>"))).toEqual([
      "<message><f>".repeat(64),
      "<message><f></f></message>",
    ]);
  });

  test("begin anew earlier, if one inside might have been the next", () => {
    expect(stanzasIn(nest(65, "<iq>", "</iq>"))).toEqual(["<iq>", nest(64, "<iq>", "</iq>")]);
  });
});
