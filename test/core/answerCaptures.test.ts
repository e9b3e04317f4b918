/** Captures of real answers: the check reports where they break the RFC, and nothing else. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultConfiguration } from "../../server/core/check/config";
import { messageOf } from "../../server/core/check/messages";
import { SourceDocument } from "../../server/core/document/sourceDocument";
import transcript from "../../server/core/sources/transcript";

const asker = "lena@haven.example/desk";
const stanzas = "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'";
const folder = resolve(import.meta.dirname, "../../../shared/answers/transcripts");
// A stanza without children is no sketch here.
const { isSkipped: _, ...exact } = transcript;

/** Exchanges in the shape of measured ones, with the rules that report the answer. */
const captures: readonly (readonly [shape: string, exchange: string, rules: readonly string[]])[] =
  [
    [
      "a malformed address that is mirrored, with bad-request",
      `C: <message to='tom@@haven.example' id='m'><body>Ahoy</body></message>
S: <message id='m' type='error' from='tom@@haven.example'><body>Ahoy</body><error type='modify'><bad-request ${stanzas}/></error></message>`,
      [],
    ],
    [
      "an empty address that is mirrored",
      `C: <iq to='' type='get' id='e'><q xmlns='urn:example:q'/></iq>
S: <iq type='error' id='e' from=''><q xmlns='urn:example:q'/><error type='modify'><bad-request ${stanzas}/></error></iq>`,
      [],
    ],
    [
      "no id, because the request has none",
      `C: <iq to='haven.example' type='get'><q xmlns='urn:example:q'/></iq>
S: <iq from='haven.example' type='error'><error type='modify'><bad-request ${stanzas}/></error></iq>`,
      [],
    ],
    [
      "one answer after the other, though an earlier request is not answered",
      `C: <message to='x@haven.example' type='headline' id='h1'><body>1</body></message>
C: <message to='y@haven.example' type='chat' id='h2'><body>2</body></message>
S: <message id='h2' to='${asker}' from='y@haven.example' type='error'><error type='cancel'><service-unavailable ${stanzas}/></error></message>`,
      [],
    ],
    [
      "an error in a result",
      `C: <iq from='a@haven.example/b' to='${asker}' type='get' id='d'><query xmlns='http://jabber.org/protocol/disco#info' node='n'/></iq>
S: <iq to='a@haven.example/b' type='result' id='d'><query xmlns='http://jabber.org/protocol/disco#info' node='n'/><error type='cancel'><item-not-found ${stanzas}/></error></iq>`,
      ["error-child-unexpected"],
    ],
    [
      "an error inside the query",
      `C: <iq from='a@haven.example/b' to='${asker}' type='get' id='d'><query xmlns='http://jabber.org/protocol/disco#info' node='n'/></iq>
S: <iq to='a@haven.example/b' type='error' id='d'><query xmlns='http://jabber.org/protocol/disco#info' node='n'><error type='cancel'><item-not-found ${stanzas}/></error></query></iq>`,
      ["error-child-missing"],
    ],
    [
      "an error inside the command",
      `C: <iq from='a@haven.example/b' to='irc.haven.example' type='set' id='c'><command xmlns='http://jabber.org/protocol/commands' node='n'/></iq>
S: <iq to='a@haven.example/b' from='irc.haven.example' type='error' id='c'><command xmlns='http://jabber.org/protocol/commands' node='n'><error type='cancel'><item-not-found ${stanzas}/></error></command></iq>`,
      ["error-child-missing"],
    ],
    [
      "a condition of streams",
      `C: <iq type='get' id='p'><query xmlns='jabber:iq:private'/></iq>
S: <iq id='p' to='${asker}' type='error'><error type='modify'><bad-format ${stanzas}/></error></iq>`,
      ["condition-unknown"],
    ],
    [
      "an error in answer to a result",
      `C: <iq to='x@haven.example' type='result' id='r'></iq>
S: <iq from='x@haven.example' id='r' type='error' to='${asker}'><error type='cancel'><service-unavailable ${stanzas}/></error></iq>`,
      ["reply-to-error"],
    ],
  ];

describe("a capture of real answers is reported where it breaks the RFC, and only there", () => {
  it.each(captures)("%s", (_shape, exchange, rules) => {
    const start = exchange.lastIndexOf("\nS: ");
    const found = new SourceDocument(`${exchange}\n`, defaultConfiguration, exact).findings();
    const own = found.filter(({ span }) => span.start > start);
    expect(own.map(({ finding }) => finding.rule.id)).toEqual(rules);
  });

  it("names the software that is known for it", () => {
    const messages = captures.flatMap(([, exchange, rules]) => {
      if (rules.length === 0) return [];
      const found = new SourceDocument(`${exchange}\n`, defaultConfiguration, exact).findings();
      return [messageOf(found.at(-1)!.finding)];
    });
    expect(messages.map((message) => message.replace(/^.*\)\. /, ""))).toEqual([
      "Psi 1.5 sends this",
      "libpurple 2.14.12 sends this",
      "biboumi 9.0 sends this",
      "Prosody 0.12.3 sends this",
      "jabberd2 2.7.0 sends this",
    ]);
  });

  it.skipIf(!existsSync(folder))(
    "in all transcripts: no rule that only a false alarm could bring",
    () => {
      const found = new Set<string>();
      for (const name of readdirSync(folder).filter((one) => one.endsWith(".txt"))) {
        const text = readFileSync(`${folder}/${name}`, "utf8");
        for (const { finding, span } of new SourceDocument(
          text,
          defaultConfiguration,
          transcript,
        ).findings()) {
          const before = text.slice(0, span.start);
          if (before.lastIndexOf("\nS: ") > before.lastIndexOf("\nC: ")) found.add(finding.rule.id);
        }
      }
      expect([...found].sort()).toEqual([
        "app-condition-namespace",
        "condition-unknown",
        "error-child-duplicate",
        "error-child-missing",
        "error-child-unexpected",
        "error-code-legacy",
        "error-type-unusual",
        "reply-to-error",
        "text-lang-missing",
      ]);
    },
  );
});
