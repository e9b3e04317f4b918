/** A document that was edited, and what it is asked. */

import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { StanzaDocument } from "../../server/core/document/document";
import { findRule } from "../../server/core/rules";
import { applyEdits } from "../../server/core/rules/edits";
import { everyRule, open } from "../support/documents";
import { fixtures } from "../support/fixtures";
import { expectFresh, viewOf } from "./freshDocument";

test("findings come in the order of their places", () => {
  for (const { text } of fixtures) {
    const starts = open(text, everyRule)
      .findings()
      .map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  }
});

test.each([
  ["a comment", "<!--", "-->"],
  ["a CDATA section", "<![CDATA[", "]]>"],
  ["a processing instruction", "<?", "?>"],
])("stanzas put into %s are gone, whichever end of it is typed first", (_, begin, end) => {
  const line = "\n<message type='x'/>";
  const behind = line.repeat(3).length;
  const fromTop = open(line.repeat(4), everyRule);
  fromTop.edit({ span: { start: 0, end: 0 }, newText: begin });
  expectFresh(fromTop);
  const there = behind + begin.length;
  fromTop.edit({ span: { start: there, end: there }, newText: end });
  expectFresh(fromTop);
  expect(fromTop.findings()).toHaveLength(1);
  const fromEnd = open(line.repeat(4), everyRule);
  fromEnd.edit({ span: { start: behind, end: behind }, newText: end });
  expectFresh(fromEnd);
  fromEnd.edit({ span: { start: 0, end: 0 }, newText: begin });
  expectFresh(fromEnd);
  expect(fromEnd.text).toBe(fromTop.text);
});

/** Broken markup is read as far as the next thing that ends it; that may be typed later. */
test.each([
  ["an end tag without its >", "<iq id='1'></iq\n \n", ">", "\n<presence/>"],
  ["a value without its quote", "<iq id='1/> <presence to='a/> ", "'/>", "\n"],
  ["a start tag without its >", "<iq id='1'\n \n", "/>", "\n<presence/>"],
  [
    "a document type without its end",
    "<iq><!DOCTYPE a [<b></iq>\n<presence/>",
    "]></iq>",
    "\n<iq/>",
  ],
  ["a comment without its end", "<iq><!-- a </iq>\n<presence/>", "--></iq>", "\n<iq/>"],
  ["an instruction without its end", "<?a \n<iq/>\n<presence/>", "?>", "\n<iq/>"],
  ["a wrapper's tag without its >", "<doc xmlns='urn:example:x' \n \n", ">", "\n<iq/>"],
])("%s takes one that is typed behind it, however far", (_, before, typed, behind) => {
  const { length } = before;
  const document = open(before + behind, everyRule);
  document.findings();
  for (const [index, character] of [...typed].entries()) {
    document.edit({ span: { start: length + index, end: length + index }, newText: character });
    expectFresh(document);
  }
  document.edit({ span: { start: length, end: length + typed.length }, newText: "" });
  expectFresh(document);
});

test("the scope of a stanza is updated when it changes far before the stanza", () => {
  const stanza = "<message type='x'/>";
  const document = open(`<doc>\n${"<presence to='a'/>\n".repeat(50)}${stanza}\n</doc>`, everyRule);
  const ids = () => document.findings().map(({ finding }) => finding.rule.id);
  expect(ids()).toEqual(["stanza-type-invalid"]);
  document.edit({ span: { start: 4, end: 4 }, newText: " xmlns='urn:example:x'" });
  expect(ids()).toEqual([]);
  document.edit({ span: { start: 4, end: 26 }, newText: "" });
  expect(ids()).toEqual(["stanza-type-invalid"]);
});

test("another configuration applies at once", () => {
  const document = open("<message type='x'/>");
  document.configure({ ...everyRule, rules: { "stanza-type-invalid": "off" } });
  expect(document.findings()).toEqual([]);
  document.configure({ ...everyRule, rules: { "stanza-type-invalid": "warning" } });
  expect(document.findings().map(({ finding }) => finding.severity)).toEqual(["warning"]);
});

test("setting the same configuration changes nothing", () => {
  const document = open("<message type='x'/>");
  const [found] = document.findings();
  document.configure(defaultConfiguration);
  expect(document.findings()[0]?.finding).toBe(found?.finding);
});

test("checking piece by piece finds the same", () => {
  for (const { text } of fixtures) {
    const document = open(text, everyRule);
    const checked = [...document.check()].length;
    expect(checked).toBeGreaterThanOrEqual(document.stanzaSpans().length);
    expect([...document.check()]).toEqual([]);
    expect(viewOf(document)).toEqual(viewOf(open(text, everyRule)));
  }
});

test("a change between any steps of a check loses no finding", () => {
  const pair = (id: number) =>
    `<iq type='get' id='${id}' to='a@b.example'><q xmlns='urn:q'/></iq>\n<message type='error' id='${id}'/>\n`;
  const text = Array.from({ length: 300 }, (_, id) => pair(id)).join("");
  const count = [...open(text, everyRule).check()].length;
  // Behind the stanzas the replies are looked at, and that is done in steps, too.
  expect(count).toBeGreaterThan(600);
  const configuration = { ...everyRule, rules: { "reply-kind-mismatch": "error" as const } };
  for (const at of [1, 300, 599, 600, 601, 602, 604]) {
    for (const change of ["edit", "configure"]) {
      const document = open(text, everyRule);
      const steps = document.check();
      for (let step = 0; step < at; step++) steps.next();
      if (change === "edit") {
        // One comes at the beginning, and the last request is another one.
        const last = document.text.lastIndexOf("'299' to") + 1;
        document.edit({ span: { start: last, end: last + 3 }, newText: "x" });
        document.edit({ span: { start: 0, end: 0 }, newText: pair(300) });
      } else {
        document.configure(configuration);
      }
      while (!steps.next().done);
      const fresh = open(document.text, change === "edit" ? everyRule : configuration);
      expect(viewOf(document)).toEqual(viewOf(fresh));
    }
  }
});

test("a quote outside of values has no effect after its tag", () => {
  const document = open("<message a'/>\nb<'/>\n<presence/>", everyRule);
  document.findings();
  const at = document.text.indexOf("b<") + 1;
  document.edit({ span: { start: at, end: at + 1 }, newText: "" });
  expectFresh(document);
});

describe("the data about a stanza", () => {
  const request = "<iq type='get' id='1' to='a@b.example'><q xmlns='urn:q'/></iq>";
  const reply = "<iq type='result' id='1' from='a@b.example'/>";
  const text = `${request}\n<!-- between -->\n${reply}\n<message>&</message>\n`;

  test("is its place and its summary, if it is well-formed", () => {
    const document = open(text);
    expect(document.stanzaAt(0)).toEqual(document.stanzas()[0]);
    expect(document.stanzaAt(text.indexOf(reply))?.summary?.id?.value).toBe("1");
    expect(document.stanzaAt(text.indexOf("&"))?.summary).toBeUndefined();
    expect(document.stanzaAt(text.indexOf("between"))).toBeUndefined();
    expect(document.stanzaSpans().map(({ start, end }) => text.slice(start, end))).toEqual([
      request,
      reply,
      "<message>&</message>",
    ]);
  });

  test("includes its request and its replies", () => {
    const document = open(text);
    const [first, second, broken] = document.stanzas();
    expect(document.exchanges.repliesTo(first!)).toEqual([second]);
    expect(document.exchanges.requestOf(second!)).toEqual(first);
    expect(document.exchanges.requestOf(first!)).toBeUndefined();
    expect(document.exchanges.repliesTo(second!)).toEqual([]);
    expect(document.exchanges.repliesTo(broken!)).toEqual([]);
    expect(document.exchanges.requestOf(broken!)).toBeUndefined();
    expect(document.exchanges.requestIndexes()).toEqual([undefined, 0, undefined]);
  });

  test("includes the declarations around it", () => {
    const within = "<w xmlns='urn:w'>\n<c:iq xmlns:c='jabber:client'/>\n</w>";
    expect(open(within).scopeAt(within.indexOf("<c:iq"))).toBeDefined();
    expect(open("\n").scopeAt(0)).toBeUndefined();
  });
});

describe("a finding that is no longer there", () => {
  test("has no fixes, and no comment silences it", () => {
    const document = open("<iq type='get' id='1'/>\n<iq type='result'/>");
    const found = document.findings();
    expect(found.length).toBeGreaterThan(1);
    document.edit({ span: { start: 0, end: document.text.length }, newText: "" });
    for (const one of found) {
      expect(document.fixes(one)).toEqual([]);
      expect(document.suppressions(one)).toBeUndefined();
    }
  });
});

test("the preferred fix of a rule is applied wherever the rule finds something", () => {
  const request = (id: string) =>
    `<iq type='get' id='${id}' to='a@b.example'><q xmlns='urn:q'/></iq>`;
  const error = (id: string) =>
    `<iq type='error' id='${id}' from='a@b.example'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>`;
  const document = open(`${request("1")}\n${error("2")}\n${request("3")}\n${error("4")}\n`);
  const rule = findRule("reply-id-mismatch")!;
  const repaired = applyEdits(document.text, document.repairsOf(rule));
  expect(repaired).toBe(`${request("1")}\n${error("1")}\n${request("3")}\n${error("3")}\n`);

  const ids = open("<iq type='result'/>\n<iq type='result' id='2'/>\n<iq type='result'/>\n");
  const missing = findRule("iq-id-missing")!;
  const withIds = ids.edited(ids.repairsOf(missing));
  expect(ids.repairsOf(missing)).toHaveLength(2);
  expect(withIds.findings()).toEqual([]);
});

test("skipped stanzas are framed, but not checked", () => {
  const document = new StanzaDocument("<iq a/>\n<iq b/>", everyRule, (text) => text.includes(" a"));
  expect(document.stanzaSpans()).toHaveLength(2);
  expect(document.findings().map(({ span }) => span.start >= 8)).not.toContain(false);
  expect(document.findings().length).toBeGreaterThan(0);
  expect(document.stanzas()[0]?.summary).toBeUndefined();
});

test("more findings than the limit are cut without a message if limit-exceeded is off", () => {
  const limits = { ...defaultConfiguration.limits, findings: 2 };
  const text = "<message type='x'/>\n".repeat(4);
  const told = open(text, { ...defaultConfiguration, limits }).findings();
  expect(told.map(({ finding }) => finding.rule.id).at(-1)).toBe("limit-exceeded");
  expect(told).toHaveLength(3);
  const rules = { "limit-exceeded": "off" } as const;
  expect(open(text, { ...defaultConfiguration, limits, rules }).findings()).toHaveLength(2);
});

test("a reply is checked again when the stanza before it gets another meaning, without an edit of either", () => {
  const request =
    "<iq type='get' id='1' from='a@a.example' to='b@b.example'><x:q xmlns='urn:x'/></iq>";
  const reply =
    "<iq type='error' id='2' from='b@b.example' to='a@a.example'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>";
  const document = open(`<w xmlns:x='u'>\n<presence/>\n${request}\n</w>\n${reply}\n<message/>\n`);
  const rules = () => document.findings().map(({ finding }) => finding.rule.id);
  expect(rules()).toEqual(["reply-id-mismatch"]);
  // The prefix is declared no more, and the request not well-formed.
  const start = document.text.indexOf("xmlns:x");
  document.edit({ span: { start, end: start + 7 }, newText: "xmlns:other" });
  expect(rules()).toEqual(["xml-not-well-formed"]);
});
