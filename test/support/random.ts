/** Random edits of texts that hold stanzas, the kind of pieces that break things preferred. */

import fc from "fast-check";
import type { Edit } from "../../server/core/text/edit";

/** Number of runs of a property; XMPP_STANZA_RUNS multiplies it, also by a fraction. */
export function runs(usual: number): number {
  return Math.ceil(usual * Number(process.env.XMPP_STANZA_RUNS ?? 1));
}

const condition = "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";

/** Complete, broken and in pieces. */
export const pieces = [
  ...["<", ">", "/", "'", '"', "=", "&", ";", "{x}", "…", " ", "\n", "\r\n", "\n\n", "\t", "\r"],
  ...["#{x}", "${", "#{", "{", "}", "$(a)", "%(x", '="<redacted', " a='#{b}'", " a=#{'b'}"],
  ...["<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!DOCTYPE x>", "<?xml version='1.0'?>"],
  ...["<message>", "</message>", "<message/>", "<iq id='1' type='get'>", "</iq>", "<presence"],
  ...["\n<message type='a'/>\n", "\n<iq>\n</iq>", "<error type='x'>", "<error>", "</error>"],
  ...["xmlns='jabber:client'", " xmlns=''", " xmlns='urn:x'", " xml:lang='en'", " type='error'"],
  ...["<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"],
  ...["</stream:stream>", "<doc>", "</doc>", "<forwarded xmlns='urn:xmpp:forward:0'>"],
  ...[condition, `<error type='cancel'>${condition}</error>`, "<gone/>", "<text>a</text>", "words"],
  ...[
    "<a:b/>",
    "<a xmlns='&x;'/>",
    "&x;",
    "&amp;",
    "\u0000",
    "\ud800",
    "👩‍👩‍👧",
    "id='1'",
    "to='@'",
  ],
];

/** An edit before the text it is for is known; places are taken modulo its length. */
export const rawEdit = fc.record({
  at: fc.nat(),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40), fc.nat(400)),
  inserted: fc.oneof(
    { weight: 1, arbitrary: fc.constant("") },
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
  ),
});

export type RawEdit = typeof rawEdit extends fc.Arbitrary<infer T> ? T : never;

export function editOf(raw: RawEdit, text: string): Edit {
  const start = raw.at % (text.length + 1);
  const end = Math.min(text.length, start + raw.length);
  return { span: { start, end }, newText: raw.inserted };
}
