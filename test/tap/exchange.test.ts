/** Findings of stanzas as they pass: each alone, and replies with their requests. */

import { describe, expect, it } from "vitest";
import { configurationOf } from "../../server/configuration/configurations";
import { Exchange, undecided } from "../../server/tap/exchange";
import type { Side } from "../../server/tap/join";
import { StreamReader } from "../../server/tap/streamReader";

function pass() {
  const exchange = new Exchange(configurationOf(undecided));
  const readers = { client: new StreamReader(), server: new StreamReader() };
  return (sender: Side, text: string) =>
    [...readers[sender].read(text)]
      .filter(({ isHeader }) => !isHeader)
      .map((element) => {
        const { findings, lines, stanzaCount } = exchange.check(sender, element);
        expect(stanzaCount).toBe(/^<(?:iq|message|presence)/.test(element.text) ? 1 : 0);
        return findings.map(({ finding, span }) => {
          const { line, character } = lines.positionAt(span.start);
          return `${finding.rule.id} ${line}:${character}`;
        });
      });
}

const header =
  "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xml:lang='en'>";
const error = `<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>-</text></error>`;

describe("elements that pass", () => {
  it("are checked alone, within what their stream declares", () => {
    const say = pass();
    expect(say("server", `${header}<stream:features/>`)).toEqual([[]]);
    expect(say("server", `<iq type='error' id='a'>${error}</iq><iq type='get'/>`)).toEqual([
      [],
      ["iq-id-missing 0:1", "iq-payload 0:1"],
    ]);
  });

  it("are compared with the request that they answer, at their own places", () => {
    const say = pass();
    say("client", `${header}<message id='m' to='a@example.net'>\n<body>hi</body></message>`);
    const untyped = error.replace(" type='cancel'", "");
    const reply = `<iq type='error' id='m' from='a@example.net'>\n${untyped}</iq>`;
    expect(say("server", header + reply)).toEqual([
      ["reply-kind-mismatch 0:1", "error-type-missing 1:1"],
    ]);
  });

  it("are not compared with what the same side has sent, or what has another id", () => {
    const say = pass();
    say("server", `${header}<message id='m' to='b@example.net/c' from='a@example.net'/>`);
    expect(say("server", `<iq type='error' id='m' from='a@example.net'>${error}</iq>`)).toEqual([
      [],
    ]);
    expect(say("server", `<iq type='error' id='n' from='a@example.net'>${error}</iq>`)).toEqual([
      [],
    ]);
  });

  it("find their request among stanzas of other kinds with the same id", () => {
    const say = pass();
    say("server", header);
    say("client", `${header}<iq type='get' id='1' to='x.net'><q xmlns='urn:x'/></iq>`);
    say("client", `<message id='1' to='x.net'/>`);
    expect(say("server", `<iq type='error' id='1' from='x.net'>${error}</iq>`)).toEqual([[]]);
  });

  it("of which thousands wait for a reply are forgotten one by one", () => {
    const say = pass();
    say("client", header);
    say("server", header);
    for (let i = 0; i < 3000; i++) say("client", `<message id='${i}' to='x.net'/>`);
    const reply = (id: number) =>
      say("server", `<iq type='error' id='${id}' from='x.net'>${error}</iq>`);
    expect([reply(0), reply(2999)]).toEqual([[[]], [["reply-kind-mismatch 0:1"]]]);
  });
});
