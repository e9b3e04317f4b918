import { afterEach, beforeEach, expect, it } from "vitest";
import type { DocumentLink } from "vscode-languageserver/node";
import { ask, textIn } from "./editing";
import { pullingClient, Session } from "./support";

let session: Session;
beforeEach(async () => {
  session = await Session.start(pullingClient);
});
afterEach(() => session.dispose());

/** The linked texts with their targets. */
async function links(text: string): Promise<(string | undefined)[][]> {
  await session.open(text);
  const found = await ask<DocumentLink[]>(session, "textDocument/documentLink");
  return found.map(({ range, target }) => [
    textIn(text, range),
    target?.replace("https://www.rfc-editor.org/rfc/", ""),
  ]);
}

it("leads from namespaces of the RFCs to their sections", async () => {
  const text = `<stream:stream xmlns='jabber:client' xmlns:stream="http://etherx.jabber.org/streams">
<iq><query xmlns='jabber:iq:roster'/><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
<iq><error><gone xmlns = 'urn:ietf:params:xml:ns:xmpp-stanzas'/><x xmlns='urn:x'/></error></iq>`;
  expect(await links(text)).toEqual([
    ["jabber:client", "rfc6120#section-4.8.3"],
    ["http://etherx.jabber.org/streams", "rfc6120#section-4.8.1"],
    ["jabber:iq:roster", "rfc6121#section-2.1"],
    ["urn:ietf:params:xml:ns:xmpp-bind", "rfc6120#section-7"],
    ["urn:ietf:params:xml:ns:xmpp-stanzas", "rfc6120#section-8.3.2"],
  ]);
});

it("leads from namespaces of extensions to their documents", async () => {
  const text = `<log xmlns:p='urn:xmpp:ping'>
<iq><pubsub xmlns='http://jabber.org/protocol/pubsub'/></iq>
<iq><a><b xmlns="urn:xmpp:mam:77"/></a><t xmlns='urn:xmpp:tos:0'/><x xmlns='urn:example:x'/></iq>`;
  expect(await links(text)).toEqual([
    ["urn:xmpp:ping", "https://xmpp.org/extensions/xep-0199.html"],
    ["http://jabber.org/protocol/pubsub", "https://xmpp.org/extensions/xep-0060.html"],
    ["urn:xmpp:mam:77", "https://xmpp.org/extensions/xep-0313.html"],
    ["urn:xmpp:tos:0", "https://xmpp.org/extensions/inbox/tos.html"],
  ]);
  const [link] = await ask<DocumentLink[]>(session, "textDocument/documentLink");
  expect(link?.tooltip).toBe("Open XEP-0199: XMPP Ping");
});

it("leads nowhere from the addresses of gone and redirect", async () => {
  const text = `<iq type='error' id='1'><error type='cancel'>
<s:gone xmlns:s='urn:example:s'>xmpp:romeo@example.net</s:gone></error></iq>`;
  expect(await links(text)).toEqual([]);
});

it("has no links from unknown namespaces", async () => {
  expect(
    await links(
      "<!-- xmlns='jabber:client' --><iq a='jabber:client'>xmlns='jabber:client'<a b=\" xmlns='jabber:client'\"/></iq>",
    ),
  ).toEqual([]);
});

it("leads from the rules that comments name to their pages", async () => {
  const text = `<!-- xmpp-stanza-disable-file iq-payload, no-rule -->
<iq><!-- xmpp-stanza-expect text-multiple: why --></iq>`;
  expect(await links(text)).toEqual([
    ["iq-payload", expect.stringMatching(/docs\/rules\/iq-payload\.md$/)],
    ["text-multiple", expect.stringMatching(/docs\/rules\/text-multiple\.md$/)],
  ]);
});

it("has a tooltip that names its target", async () => {
  await session.open("<iq xmlns='jabber:client'/>");
  const [link] = await ask<DocumentLink[]>(session, "textDocument/documentLink");
  expect(link?.tooltip).toBe("Open RFC 6120, section 4.8.3");
});

it("leads from the first five thousand, of more than an editor is to wait for", async () => {
  const stanza = "<iq><ping xmlns='urn:xmpp:ping'/></iq>\n";
  await session.open(`<s xmlns='jabber:client'>\n${stanza.repeat(6000)}</s>`);
  const found = await ask<DocumentLink[]>(session, "textDocument/documentLink");
  expect(found.map(({ range }) => range.start.line)).toEqual(
    Array.from({ length: 5000 }, (_, line) => line),
  );
});
