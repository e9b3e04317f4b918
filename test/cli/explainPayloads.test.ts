/** `xmpp-stanza explain` for a namespace: the table of what its payloads may hold. */

import { expect, it } from "vitest";
import { explanationOf } from "../../server/cli/explain";
import { inEnglish } from "../../server/core/text/translate";

it("prints the elements of a namespace, the outermost first, with what they may hold", () => {
  expect(explanationOf("disco#info", inEnglish).text).toBe(`http://jabber.org/protocol/disco#info

XEP-0030 · Service Discovery (disco) · status: Final

XEP-0030: https://xmpp.org/extensions/xep-0030.html

<query/>
  Attributes: node
  Children: feature, identity

<feature/>
  Attributes: var (required)

<identity/>
  Attributes: category (required), type (required), name
`);
  expect(explanationOf("urn:xmpp:mam:2", inEnglish).text).toContain("<query/>\n  Attributes: ");
  expect(explanationOf("http://jabber.org/protocol/pubsub", inEnglish).text).toContain(
    "<item/>\n  Attributes: id, node, publisher\n  Children: any of other namespaces",
  );
});

it("prints nothing of payloads for a namespace without any", () => {
  const { text } = explanationOf("urn:ietf:params:xml:ns:xmpp-tls", inEnglish);
  expect(text).toContain("RFC 6120");
  expect(text).not.toContain("Attributes:");
});
