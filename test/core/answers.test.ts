/** Answers as real servers send them: recognised situations, forms, and the breaches that they are faithful to. */

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { canonical, compareAnswers } from "../../scripts/answers/compare";
import { exchangesIn, readExchanges } from "../../scripts/answers/exchanges";
import { readAnswerTables } from "../../scripts/answers/tables";
import { defaultConfiguration } from "../../server/core/check/config";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import { type AnswerOptions, createAnswer } from "../../server/core/replies/answerAs";
import { answerProfiles, situationNames } from "../../server/core/replies/answerProfiles";
import transcript from "../../server/core/sources/transcript";

const style = { indentation: "", step: "  ", lineEnd: "\n" };
const asker = "lena@haven.example/desk";
const stanzas = "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'";

function answer(as: string, request: string, options: Partial<AnswerOptions> = {}) {
  const found = createAnswer(request, undefined, { as, to: asker, ...options }, style);
  if (found.refusal !== undefined) throw new Error(found.refusal);
  return found;
}

/** Exchanges in the words of this test, in the shape that was measured. */
const exchanges: readonly (readonly [software: string, request: string, answer: string])[] = [
  [
    "prosody",
    "<iq to='haven.example' type='get' id='a'><query xmlns='urn:example:tides'/></iq>",
    `<iq id='a' to='${asker}' from='haven.example' type='error'><error type='cancel'><service-unavailable ${stanzas}/></error></iq>`,
  ],
  [
    "prosody",
    "<iq to='lena@haven.example' type='get' id='a'><query xmlns='urn:example:tides'/></iq>",
    `<iq id='a' to='${asker}' type='error'><error type='cancel'><service-unavailable ${stanzas}/></error></iq>`,
  ],
  [
    "prosody",
    "<iq to='haven.example' type='set'><a xmlns='urn:example:a'/><b xmlns='urn:example:b'/></iq>",
    `<iq from='haven.example' type='error'><error type='modify'><bad-request ${stanzas}/><text ${stanzas}>Missing required &apos;id&apos; attribute</text></error></iq>`,
  ],
  [
    "prosody",
    "<message to='tom@@haven.example' id='m'><body>Ahoy</body></message>",
    `<message id='m' to='${asker}' from='tom@@haven.example' type='error'><error type='modify'><jid-malformed ${stanzas}/><text ${stanzas}>The destination address is invalid: tom@@haven.example</text></error></message>`,
  ],
  [
    "prosody",
    "<message to='ned@away.example' id='m' type='chat'><body>Ahoy</body></message>",
    `<message id='m' to='${asker}' from='ned@away.example' type='error'><error by='haven.example' type='cancel'><remote-server-not-found ${stanzas}/><text ${stanzas}>Server-to-server connection failed: unable to resolve service</text></error></message>`,
  ],
  [
    "prosody",
    "<presence to='deck@rooms.haven.example/tom' id='p'><x xmlns='http://jabber.org/protocol/muc'/></presence>",
    `<presence id='p' to='${asker}' from='deck@rooms.haven.example/tom' type='error'><error by='deck@rooms.haven.example' type='cancel'><conflict ${stanzas}/></error></presence>`,
  ],
  [
    "prosody",
    "<iq to='nodes.haven.example' type='get' id='n'><pubsub xmlns='http://jabber.org/protocol/pubsub'><items/></pubsub></iq>",
    `<iq id='n' to='${asker}' from='nodes.haven.example' type='error'><error type='modify'><bad-request ${stanzas}/><nodeid-required xmlns='http://jabber.org/protocol/pubsub#errors'/></error></iq>`,
  ],
  [
    "ejabberd",
    "<iq type='get' id='a'><query xmlns='urn:example:tides'/></iq>",
    `<iq xml:lang='en' to='${asker}' from='lena@haven.example' type='error' id='a'><query xmlns='urn:example:tides'/><error type='cancel'><service-unavailable ${stanzas}/><text xml:lang='en' ${stanzas}>No module is handling this query</text></error></iq>`,
  ],
  [
    "ejabberd",
    "<message id='m' xml:lang='de'><body>Ahoi</body></message>",
    `<message xml:lang='de' to='lena@haven.example' from='${asker}' id='m'><body>Ahoi</body></message>`,
  ],
  [
    "prosody",
    "<message id='m'><body>Ahoy</body></message>",
    `<message xml:lang='en' id='m' from='${asker}'><body>Ahoy</body></message>`,
  ],
  [
    "prosody",
    "<presence to='ned@away.example' id='p'/>",
    `<presence id='p' to='${asker}' from='ned@away.example' type='error'><error by='haven.example' type='cancel'><remote-server-not-found ${stanzas}/><text ${stanzas}>Server-to-server connection failed: unable to resolve service</text></error></presence>`,
  ],
  [
    "ejabberd",
    "<message to='/x' id='m'><body>A &amp; &lt;b</body></message>",
    `<message id='m' from='/x' type='error'><body>A &amp; &lt;b</body><error type='modify'><bad-request ${stanzas}/><text xml:lang='en' ${stanzas}>Bad value of attribute &apos;to&apos; in tag &lt;message/&gt; qualified by namespace &apos;jabber:client&apos;</text></error></message>`,
  ],
  [
    "ejabberd",
    "<message to='nobody@haven.example' id='m' type='chat' xml:lang='de'><body>Ahoi</body></message>",
    `<message xml:lang='de' to='${asker}' from='nobody@haven.example' type='error' id='m'><error type='cancel'><service-unavailable ${stanzas}/></error><body>Ahoi</body></message>`,
  ],
  [
    "ejabberd",
    "<iq type='set' id='r'><query xmlns='jabber:iq:roster'><item jid='a@b.example' name='A'/><item jid='c@b.example'/></query></iq>",
    `<iq xml:lang='en' to='${asker}' from='lena@haven.example' type='error' id='r'><query xmlns='jabber:iq:roster'><item subscription='none' name='A' jid='a@b.example'/><item subscription='none' jid='c@b.example'/></query><error type='modify'><bad-request ${stanzas}/><text xml:lang='en' ${stanzas}>Multiple &lt;item/&gt; elements are not allowed by RFC6121</text></error></iq>`,
  ],
  [
    "ejabberd",
    "<iq to='nodes.haven.example' type='set' id='n'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='log'/></pubsub></iq>",
    `<iq xml:lang='en' to='${asker}' from='nodes.haven.example' type='error' id='n'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='log'/></pubsub><error type='modify'><item-required xmlns='http://jabber.org/protocol/pubsub#errors'/><bad-request ${stanzas}/></error></iq>`,
  ],
  [
    "jabberd2",
    "<iq to='haven.example' type='get' id='a'><query xmlns='urn:example:tides'/></iq>",
    `<iq xmlns='jabber:client' from='haven.example' id='a' type='error' to='${asker}'><error type='cancel' code='501'><feature-not-implemented ${stanzas}/></error><query xmlns='urn:example:tides'></query></iq>`,
  ],
  [
    "jabberd2",
    "<iq to='haven.example/' type='get' id='a'></iq>",
    `<iq xmlns='jabber:client' from='${asker}' id='a' type='error' to='${asker}'><error type='cancel' code='501'><feature-not-implemented ${stanzas}></feature-not-implemented></error></iq>`,
  ],
  [
    "jabberd2",
    "<message to='@haven.example' type='chat' id='m'><body>Ahoy</body></message>",
    `<message xmlns='jabber:client' from='${asker}' id='m' type='chat' to='${asker}'><body>Ahoy</body></message>`,
  ],
  [
    "mu-conference",
    "<message to='deck@rooms.haven.example' type='groupchat' id='m'><body>Ahoy</body></message>",
    `<message to='${asker}' xml:lang='en' id='m' from='deck@rooms.haven.example' type='error'><body>Ahoy</body><error type='auth' code='403'><forbidden ${stanzas}/><text xml:lang='en' ${stanzas}>Forbidden</text></error></message>`,
  ],
];

describe("an answer is what the server sends", () => {
  it.each(exchanges)("%s to %s", (software, request, expected) => {
    expect(answer(software, request).xml).toBe(expected);
  });

  it("in a situation that the request does not tell", () => {
    const request = "<iq to='x@haven.example' type='get' id='a'><q xmlns='urn:example:q'/></iq>";
    expect(answer("jabberd2", request).condition).toBe("feature-not-implemented");
    const situation = "no-such-account";
    expect(answer("jabberd2", request, { situation }).condition).toBe("service-unavailable");
    expect(() => answer("jabberd2", request, { situation: "fog" })).toThrow("Unknown situation");
    expect(() => answer("sendmail", request)).toThrow("Unknown software");
  });

  it("with the children in their namespaces, without comments", () => {
    const request =
      "<iq to='haven.example' type='get' id='a' xmlns:x='urn:example:x'><x:q a='&lt;'><!-- c --><x:r/><![CDATA[<]]></x:q></iq>";
    expect(answer("ejabberd", request).xml).toContain(
      "<x:q xmlns:x='urn:example:x' a='&lt;'><x:r/>&lt;</x:q>",
    );
  });
});

describe("where there is no such answer", () => {
  it("none is written, and a note says why", () => {
    const headline =
      "<message to='x@haven.example' type='headline' id='h'><body>1</body></message>";
    expect(answer("prosody", headline)).toMatchObject({
      xml: undefined,
      notes: [{ note: "{software} does not answer this ({situation})." }],
    });
    const comment =
      "<iq to='haven.example' type='get' id='c'><!-- c --><q xmlns='urn:example:q'/></iq>";
    expect(answer("prosody", comment).notes).toMatchObject([
      { values: { software: "Prosody 0.12.3", condition: "not-well-formed" } },
    ]);
  });

  it("the answer of the RFCs is written, and a note says so", () => {
    const presence = "<presence to='ned@away.example' id='p'/>";
    const { xml, notes, isMeasured } = answer("mu-conference", presence);
    expect(xml).toContain("remote-server-not-found");
    expect(isMeasured).toBe(false);
    expect(notes).toMatchObject([{ values: { situation: "remote-domain" } }]);
    expect(answer("rfc", presence)).toMatchObject({ xml, notes: [] });
    expect(answer("rfc", "<presence id='p'/>").xml).toBeUndefined();
  });

  it("addresses of an asker who is not known are left out", () => {
    const request = "<iq type='get' id='a'><q xmlns='urn:example:q'/></iq>";
    const { xml, notes } = answer("ejabberd", request, { to: undefined });
    expect(xml).toMatch(/^<iq xml:lang='en' type='error' id='a'>/);
    expect(notes).toEqual([{ note: "The request does not say who asked." }]);
  });
});

/** Rules that servers break, by the situations in which they do: as they were measured. */
const breaches: Readonly<Record<string, readonly string[]>> = {
  prosody: ["condition-unknown", "text-lang-missing", "error-type-unusual"],
  ejabberd: ["error-type-unusual"],
  jabberd2: [
    "condition-unknown",
    "error-child-duplicate",
    "error-code-legacy",
    "app-condition-namespace",
    "reply-to-error",
    "reply-address",
  ],
  "mu-conference": ["error-code-legacy"],
};

// A stanza without children is no sketch here.
const { isSkipped: _, ...exact } = transcript;

describe("every answer passes the check, but for what the server breaks", () => {
  const { servers } = readAnswerTables(resolve(import.meta.dirname, "../.."));
  for (const { id } of answerProfiles()) {
    const own = servers.filter(
      ({ software, request }) => software === id && /^<(?:iq|message|presence)/.test(request),
    );
    it(`${id}: ${own.length} requests`, () => {
      const found = new Set<string>();
      for (const { request } of own) {
        const result = createAnswer(request, undefined, { as: id, to: asker }, style);
        if (result.refusal !== undefined || result.xml === undefined) continue;
        const text = `C: ${request}\nS: ${result.xml.replaceAll("\n", "")}\n`;
        for (const { finding, span } of new SourceDocument(
          text,
          defaultConfiguration,
          exact,
        ).findings()) {
          if (span.start > request.length + 3) found.add(finding.rule.id);
        }
      }
      expect([...found].filter((rule) => !breaches[id]?.includes(rule))).toEqual([]);
    });
  }
});

const folder = resolve(import.meta.dirname, "../../../shared/answers/transcripts");

describe("recorded exchanges", () => {
  it("are read from transcripts", () => {
    expect(
      exchangesIn("C: <a/>\nS: <b/>\n\nC: <c>\n   x</c>\nC: <d/>\nS: <e/>\nS: <f/>\n"),
    ).toEqual([
      { request: "<a/>", answers: ["<b/>"] },
      { request: "<c>\n   x</c>", answers: [] },
      { request: "<d/>", answers: ["<e/>", "<f/>"] },
    ]);
    expect(canonical("<iq b='1' a=\"2\"><c></c></iq>")).toBe(
      canonical("<iq a='2' b='1'><c/></iq>"),
    );
    expect(canonical("<iq><a/><b/></iq>")).not.toBe(canonical("<iq><b/><a/></iq>"));
  });

  it.skipIf(!existsSync(folder))("are reproduced, but for a few", () => {
    const names = answerProfiles().map(({ id }) => id);
    const compared = compareAnswers(readExchanges(folder, names), situationNames());
    const same = compared.filter(({ situation }) => situation !== undefined);
    const recognised = compared.filter(({ isRecognised }) => isRecognised);
    expect(same.length / compared.length).toBeGreaterThan(0.95);
    expect(recognised.length / compared.length).toBeGreaterThan(0.85);
  });
});
