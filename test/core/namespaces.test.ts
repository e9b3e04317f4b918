/** Namespaces: which are content namespaces, which are near misses, and what declarations say. */

import { describe, expect, test } from "vitest";
import { isContentNamespace, isNearMiss, isOwnNamespace } from "../../server/core/xmpp/namespaces";
import { brokenRules, onlyFinding, open } from "../support/documents";

test.each([
  ["jabber:client", true],
  ["jabber:server", true],
  ["jabber:component:accept", true],
  ["jabber:component:connect", true],
  ["", false],
  ["jabber:client ", false],
  ["Jabber:client", false],
  ["jabber:x:data", false],
  ["jabber:component", false],
  ["urn:ietf:params:xml:ns:xmpp-stanzas", false],
])("%j is a content namespace: %j", (namespace, is) => {
  expect(isContentNamespace(namespace)).toBe(is);
});

test.each([
  ["", true],
  ["jabber:client", true],
  ["jabber:server", true],
  ["urn:example:x", false],
])("children in %j are those of a stanza in jabber:client: %j", (namespace, is) => {
  expect(isOwnNamespace(namespace, "jabber:client")).toBe(is);
});

describe("near misses of the namespace of stanza errors", () => {
  test.each([
    "urn:ietf:params:xml:ns:xmpp-stanza",
    "urn:ietf:params:xml:ns:xmpp-streams",
    "urn:ietf:params:xml:ns:xmpp-stream",
    "urn:ietf:params:xml:xmpp-stanzas",
    "urn:ietf:xmpp-stanzas",
    "URN:IETF:PARAMS:XML:NS:XMPP-STANZAS",
    "urn:ietf:params:xml:ns:XMPP-Stanzas",
    " urn:ietf:params:xml:ns:xmpp-stanzas",
    "urn:ietf:params:xml:ns:xmpp-stanzas\n",
    "urn:ietf:params:xml:ns:xmpp-stanzas/",
    "urn:ietf:params:xml:ns:xmpp-stanzas#",
    " /#urn:ietf:params:xml:ns:xmpp-stanza#/ ",
  ])("%j is one", (namespace) => {
    expect(isNearMiss(namespace)).toBe(true);
  });

  test.each([
    "urn:ietf:params:xml:ns:xmpp-stanzas",
    "urn:ietf:params:xml:ns:xmpp-sasl",
    "urn:ietf:params:xml:ns:xmpp-bind",
    "urn:ietf:params:xml:ns:xmpp-stanzas:2",
    "urn:ietf:params:xml:ns:xmpp-stanzass",
    "urn:xmpp:xmpp-stanzas",
    "xmpp-stanzas",
    "http://etherx.jabber.org/streams",
    "jabber:client",
    "",
  ])("%j is none", (namespace) => {
    expect(isNearMiss(namespace)).toBe(false);
  });
});

describe("a namespace is what the declarations in force say", () => {
  const stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas";

  test("an inner declaration hides an outer one, and ends with its element", () => {
    const text = `<iq xmlns:a='urn:example:a' type='error' id='1'><error type='cancel'>
      <a:gone xmlns:a='${stanzas}'/><a:gone/></error></iq>`;
    // The second is application-specific: nothing to say, and nothing that counts twice.
    expect(brokenRules(text)).toEqual([]);
  });

  test("a prefix declared on the element itself counts for its own name and its attributes", () => {
    const text = `<iq type='error' id='1'><error type='cancel'><a:gone a:b='' xmlns:a='${stanzas}'/></error></iq>`;
    expect(brokenRules(text)).toEqual([]);
  });

  test("the default namespace is not that of attributes", () => {
    const text = "<message xmlns='jabber:client' xmlns:c='jabber:client' c:type='x' type='chat'/>";
    expect(brokenRules(text)).toEqual([]);
  });

  test("a wrapper's prefix counts in the stanzas within", () => {
    const text = `<doc xmlns:e='${stanzas}'>\n<iq type='error' id='1'><error type='cancel'><e:gone/></error></iq>\n</doc>`;
    expect(brokenRules(text)).toEqual([]);
    const behind = `${text}\n<iq type='error' id='2'><error type='cancel'><e:gone/></error></iq>`;
    expect(brokenRules(behind)).toEqual(["xml-not-well-formed"]);
  });
});

describe("a declaration of a namespace that XML forbids", () => {
  test.each([
    ["xmlns:xmlns='urn:x'", "xmlns:xmlns='urn:x'"],
    ["xmlns:xml='urn:x'", undefined],
    ["xmlns:a=''", undefined],
    ["xmlns:1='urn:x'", undefined],
    ["xmlns:a:b='urn:x'", undefined],
    ["xmlns:='urn:x'", undefined],
  ])("%s", (attribute, name) => {
    const text = `<message ${attribute}/>`;
    const { span } = onlyFinding(open(text), "xml-not-well-formed");
    if (name !== undefined) expect(text.slice(span.start, span.end)).toBe(name);
    expect(span.start).toBeGreaterThanOrEqual(9);
    expect(span.end).toBeLessThanOrEqual(text.length - 2);
  });
});
