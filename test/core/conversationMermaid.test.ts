/** The conversation as the text of a Mermaid sequence diagram. */

import { expect, it } from "vitest";
import { conversationOf } from "../../server/core/conversation/conversation";
import { mermaidOf } from "../../server/core/conversation/conversationMermaid";
import { inEnglish } from "../../server/core/text/translate";
import { open } from "../support/documents";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";

function mermaid(text: string): string {
  return mermaidOf(conversationOf(open(text), inEnglish), inEnglish);
}

it("has participants, arrows, and notes for findings", () => {
  const text = `<iq type='get' id='q' from='a@x.example/1' to='x.example'><ping xmlns='urn:xmpp:ping'/></iq>
<iq type='result' id='q' from='x.example' to='a@x.example/1'/>
<message id='m' to='x.example' from='a@x.example'/>
<message type='error' id='m' from='x.example' to='a@x.example'>
  <error><item-not-found xmlns='${STANZAS}'/></error>
</message>
<message><body></message>
`;
  expect(mermaid(text)).toBe(`sequenceDiagram
  participant p0 as a@x.example
  participant p1 as x.example
  p0->>p1: iq get ping [q]
  p1-->>p0: iq result [q]
  p0->>p1: message [m]
  p1--xp0: message error item-not-found [m]
  Note over p1: findings: 1, with errors
  Note over p0,p1: a stanza that is not well-formed
`);
});

it("ends the lifeline of the client with an error that ends the stream", () => {
  const error = `<stream:error xmlns:stream='http://etherx.jabber.org/streams'>
  <host-gone xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>\n`;
  expect(mermaid(`<presence/>\n${error}`)).toBe(`sequenceDiagram
  participant p0 as client
  participant p1 as server
  p0->>p1: presence
  destroy p0
  p1--xp0: stream error host-gone
`);
  expect(mermaid(`${error}<presence/>\n`)).not.toContain("destroy");
});

it("writes what Mermaid would read as its own by codes", () => {
  const lines = mermaid(
    "<message id='a;b#c%%zz\n&lt;br/>&quot;' type='end' from='x.example' to='as.example'/>",
  ).split("\n");
  expect(lines).toHaveLength(6);
  expect(lines[3]).toContain("[a#59;b#35;c#37;#37;zz #60;br/#62;#34;]");
});

it.each(["", "<iq", "<presence/>", "<a", "<message from='a' to='&'/>"])(
  "is a diagram for %j too",
  (text) => {
    expect(mermaid(text)).toMatch(/^sequenceDiagram\n(?: {2}.+\n)*$/);
  },
);
