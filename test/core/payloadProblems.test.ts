/** What in payloads contradicts their XEPs, and what is left alone. */

import { describe, expect, it } from "vitest";
import { hasCorpus, noCorpus, readCorpus } from "../support/corpus";
import { problemsIn } from "../support/payloads";

const iq = (payload: string) => `<iq type='set' id='a1'>${payload}</iq>`;
const disco = (inside: string) =>
  iq(`<query xmlns='http://jabber.org/protocol/disco#info'>${inside}</query>`);
const admin = (attributes: string) =>
  iq(`<query xmlns='http://jabber.org/protocol/muc#admin'><item ${attributes}/></query>`);

describe("a payload", () => {
  it.each([
    ["an element that its namespace has not", disco("<idenity/>"), ["element idenity"]],
    [
      "an element where it has no place",
      iq("<query xmlns='jabber:iq:roster'><group>x</group></query>"),
      ["misplaced group"],
    ],
    [
      "an attribute that the element has not",
      disco("<feature vra='a' var='b'/>"),
      ["attribute feature vra"],
    ],
    ["a required attribute that is missing", disco("<feature/>"), ["missing feature var"]],
    [
      "a value that is not in the list",
      admin("affiliation='king'"),
      ["value item affiliation='king'"],
    ],
    [
      "a value of another type",
      "<message><delay xmlns='urn:xmpp:delay' stamp='today'/></message>",
      ["value delay stamp='today'"],
    ],
    [
      "a text of another type",
      iq(
        "<pubsub xmlns='http://jabber.org/protocol/pubsub'><set xmlns='http://jabber.org/protocol/rsm'><max>many</max></set></pubsub>",
      ),
      ["value max ='many'"],
    ],
    ["a show that is none", "<presence><show>busy</show></presence>", ["value show ='busy'"]],
    [
      "a priority out of range",
      "<presence><priority>-129</priority></presence>",
      ["value priority ='-129'"],
    ],
    [
      "a second body without a language",
      "<message><body>a</body><body>b</body></message>",
      ["repeated body"],
    ],
    [
      "a subscription of the roster that is none",
      iq(
        "<query xmlns='jabber:iq:roster'><item jid='viola@illyria.example' subscription='all'/></query>",
      ),
      ["value item subscription='all'"],
    ],
    [
      "all of them, in the order of the text, but for what is in an unknown element",
      disco("<feature/><own><feature/></own><identity category='client'/>"),
      ["missing feature var", "element own", "missing identity type"],
    ],
  ])("has as a problem %s", (_, text, problems) => {
    expect(problemsIn(text)).toEqual(problems);
  });

  it.each([
    ["what is right", disco("<identity category='client' type='pc' xml:lang='en'/>")],
    ["elements of other namespaces", disco("<own xmlns='urn:example:own'><feature/></own>")],
    ["attributes of other namespaces", disco("<feature xmlns:o='urn:o' var='a' o:b='c'/>")],
    ["unknown namespaces", iq("<query xmlns='urn:example:own'><anything at='all'/></query>")],
    ["documents that are withdrawn", "<message><x xmlns='jabber:x:delay'/></message>"],
    ["placeholders in values", admin(`affiliation='\${affiliation}'`)],
    ["placeholders in names", disco("<{{name}}/>")],
    ["attributes that may be in a placeholder", disco(`<feature \${attributes}/>`)],
    ["what an ellipsis leaves open", disco("<feature .../>")],
    [
      "what the text of a XEP says and its schema forgets",
      iq(
        "<slot xmlns='urn:xmpp:http:upload:0'><put url='https://a.example/'><header name='Cookie'>a</header></put></slot>",
      ),
    ],
    ["white space around a value", admin("affiliation=' owner '")],
    [
      "values of open lists",
      iq(
        "<jingle xmlns='urn:xmpp:jingle:1' action='session-info' sid='a'><ssrc-group xmlns='urn:xmpp:jingle:apps:rtp:ssma:0' semantics='SIM'/></jingle>",
      ),
    ],
    [
      "stanzas that are nested",
      iq(
        "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client'><body>a</body></message></forwarded>",
      ),
    ],
    ["one body in each language", "<message><body>a</body><body xml:lang='it'>b</body></message>"],
  ])("has no problem in %s", (_, text) => {
    expect(problemsIn(text)).toEqual([]);
  });
});

describe(`the collection of real stanzas ${noCorpus}`, () => {
  const files = readCorpus().filter(({ name }) => !name.startsWith("xeps"));
  const problemsOf = (folder: string) =>
    files.filter(({ name }) => name.startsWith(folder)).flatMap(({ text }) => problemsIn(text));

  it.skipIf(!hasCorpus)("has no problem in what Prosody sent", () => {
    expect(problemsOf("wire-prosody/")).toEqual([]);
  });

  it.skipIf(!hasCorpus)(
    "has in what ejabberd sent the echoes of requests that were broken on purpose",
    () => {
      expect(problemsOf("wire-ejabberd/")).toEqual([
        "missing command node",
        "element frobnicate",
        "missing request filename",
        "value item affiliation='king'",
        "value items max_items='-1'",
        "value items max_items='-1'",
        "value affiliation affiliation='king'",
        "value subscription subscription='zz'",
        "value subscription subscription='zz'",
        "value command action='dance'",
      ]);
    },
  );

  it.skipIf(!hasCorpus)("has few problems, each of which was read and is one", () => {
    expect(problemsOf("")).toHaveLength(58);
  });
});
