/** Start tags between the stanzas of a plain file that are never closed, and elements of XML that is not XMPP. */

import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import { applyEdits } from "../../server/core/rules/edits";
import xep from "../../server/core/sources/xep";
import { open } from "../support/documents";

const wrong = "<message type='loud' to='ann@one.example'/>";

/** Rule and text of each finding. */
function foundIn(text: string | SourceDocument): string[] {
  const document = typeof text === "string" ? new SourceDocument(text, defaultConfiguration) : text;
  return document.findings().map(({ finding, span }) => {
    return `${finding.rule.id} ${document.text.slice(span.start, span.end)}`;
  });
}

const typeInvalid = "stanza-type-invalid loud";

describe("an element between stanzas that is never closed", () => {
  test.each([
    [
      "of SASL",
      "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGZpbm4=\n",
      "auth",
    ],
    ["of stream management", `<r xmlns="urn:xmpp:sm:3">\n`, "r"],
    [
      "of framing, behind a direction",
      "C: <open xmlns='urn:ietf:params:xml:ns:xmpp-framing'>\nC: ",
      "open",
    ],
    ["in no namespace", "<items>\n", "items"],
    ["with a prefix", "<sasl:auth xmlns:sasl='urn:example:s'>\n", "sasl:auth"],
    ["behind another that is closed", "<a xmlns='urn:a'><b/></a><c xmlns='urn:c'>\n", "c"],
    ["in one that is closed", `<a>\n<b xmlns='urn:b'>\n${wrong}</a>`, "b"],
  ])("is told at its name, and hides nothing: %s", (_, before, name) => {
    const found = foundIn(`${before}${wrong}`);
    expect(new Set(found)).toEqual(new Set([`xml-not-well-formed ${name}`, typeInvalid]));
    expect(found.filter((one) => one !== typeInvalid)).toHaveLength(1);
  });

  test.each([
    ["if it is a stream", "<stream:stream xmlns='jabber:client'>\n"],
    ["if it is a stream without a prefix", "<stream xmlns='http://etherx.jabber.org/streams'>\n"],
    ["if it is closed behind the stanza", "<doc>\n", "</doc>"],
    ["if it is empty", "<r xmlns='urn:xmpp:sm:3'/>\n"],
    ["if it is words", "Write to <ann@one.example> or\n<ben@two.example>\n"],
    ["if words are before it", "the element <query> is in\n"],
    ["if it is a tag of HTML", "<!DOCTYPE html>\n<meta charset='utf-8'>\n<p>\n"],
  ])("is not told %s", (_, before, behind = "") => {
    expect(foundIn(`${before}${wrong}${behind}`)).toEqual([typeInvalid]);
  });

  test("is not reported without a stanza after it", () => {
    expect(foundIn(`${wrong}\n<auth xmlns='urn:example:a'>\n`)).toEqual([typeInvalid]);
  });

  test("is not reported in a XEP, nor where a comment silences it", () => {
    const example = `<xep><example><![CDATA[\n<auth xmlns='urn:a'>\n${wrong}]]></example></xep>`;
    expect(foundIn(new SourceDocument(example, defaultConfiguration, xep))).toEqual([typeInvalid]);
    const comment = "<!-- xmpp-stanza-disable-next-line xml-not-well-formed -->";
    expect(foundIn(`${comment}\n<auth xmlns='urn:a'>\n${wrong}`)).toEqual([typeInvalid]);
  });

  test("has a fix that closes it before the next stanza", () => {
    for (const [before, behind] of [
      ["<auth xmlns='urn:a'>AGZp=", "\n\n  "],
      ["<a>\n <b/>", "\nS: "],
      ["<r xmlns='urn:r'>", ""],
    ] as const) {
      const document = new SourceDocument(`${before}${behind}${wrong}`, defaultConfiguration);
      const [found] = document.findings();
      const [fix] = document.fixes(found!);
      const name = /^<(\w+)/.exec(before)![1];
      const fixed = applyEdits(document.text, fix!.edits);
      expect(fixed).toBe(`${before}</${name}>${behind}${wrong}`);
      expect(foundIn(fixed)).toEqual([typeInvalid]);
    }
  });

  test("is reported while it is typed, until it is closed", () => {
    const text = `<a xmlns='urn:a'>\n${wrong}`;
    const document = new SourceDocument(text, defaultConfiguration);
    expect(foundIn(document)).toEqual(["xml-not-well-formed a", typeInvalid]);
    document.edit({ span: { start: text.length, end: text.length }, newText: "</a>" });
    expect(foundIn(document)).toEqual([]);
    document.edit({ span: { start: text.length, end: text.length + 4 }, newText: "" });
    expect(foundIn(document)).toEqual(["xml-not-well-formed a", typeInvalid]);
  });
});

describe("an element named like a stanza, in no namespace below others", () => {
  const report = (inner: string) => `<report>\n  <file name='a'>${inner}</file>\n</report>`;
  const message = "<message type='loud' line='3'>Too long</message>";

  test("is no stanza in a text without signs of XMPP", () => {
    expect(foundIn(report(message))).toEqual([]);
    expect(foundIn(report("<presence type='error'>none</presence>"))).toEqual([]);
    expect(foundIn(`<a xmlns:x='urn:x'>${message}</a>`)).toEqual([]);
  });

  test.each([
    ["a namespace", report(`${message}<x xmlns='jabber:x:data'/>`)],
    [
      "a namespace with a prefix",
      `<a xmlns:d="http://jabber.org/protocol/disco#info">${message}</a>`,
    ],
    ["an iq", report(`${message}<iq type='result' id='1'/>`)],
    ["a stream", `<stream:features/>${report(message)}`],
    ["an address", report(`${message}<message id='1' to='ann@one.example'/>`)],
    ["its own address", report("<message from='ann@one.example' type='loud'/>")],
    ["an error child", report("<message type='loud'><error/></message>")],
  ])("is one where the text has %s", (_, text) => {
    expect(foundIn(text)).toContain(typeInvalid);
  });

  test("is a stanza in elements that are never closed", () => {
    expect(foundIn(`<a>\n<b>\n${message}`)).toContain(typeInvalid);
    expect(foundIn(`<ann@one.example> ${message}`)).toEqual([typeInvalid]);
    // The end tag of another element whose name begins alike closes nothing.
    expect(foundIn(`<m>\n${message}\n<message>Next</message>`)).toContain(typeInvalid);
    const text = report(message);
    const document = new SourceDocument(text, defaultConfiguration);
    expect(foundIn(document)).toEqual([]);
    document.edit({ span: { start: text.indexOf("</file>"), end: text.length }, newText: "" });
    expect(foundIn(document)).toContain(typeInvalid);
  });

  test("is no stanza, though others of its shape were stanzas", () => {
    const chat = "<message type='chat'><body>Hello</body></message>\n";
    const stanzasOf = (text: string) =>
      open(text)
        .stanzas()
        .filter(({ summary }) => summary);
    expect(stanzasOf(chat.repeat(4))).toHaveLength(4);
    expect(stanzasOf(`<a>\n${chat.repeat(4)}</a>`)).toHaveLength(0);
    expect(stanzasOf(`${chat}<a>\n${chat}</a>`)).toHaveLength(1);
  });

  test("is a stanza at the top of the text, and in a content namespace", () => {
    expect(foundIn(message)).toEqual([typeInvalid]);
    expect(foundIn(report(message.replace(" ", " xmlns='jabber:client' ")))).toEqual([typeInvalid]);
  });

  test("becomes a stanza with a sign of XMPP, and ceases to be one without", () => {
    const text = report(message);
    const document = new SourceDocument(text, defaultConfiguration);
    expect(foundIn(document)).toEqual([]);
    const start = text.indexOf("</file>");
    const sign = "<x xmlns='urn:xmpp:time'/>";
    document.edit({ span: { start, end: start }, newText: sign });
    expect(foundIn(document)).toEqual([typeInvalid]);
    document.edit({ span: { start, end: start + sign.length }, newText: "" });
    expect(foundIn(document)).toEqual([]);
  });
});
