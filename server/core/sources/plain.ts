/** Cheap looks at a text: whether stanzas may stand in it, and whether it begins with one. */

import { skipProlog } from "./prolog";

const stanzaTag = /<(?:[\w.-]+:)?(?:message|presence|iq)[\s/>]/;

/**
 * A cheap look at a text: might there be stanzas in it? Framing decides; this only keeps documents
 * that have nothing to do with XMPP from being framed at all.
 */
export function mayHoldStanzas(text: string): boolean {
  return stanzaTag.test(text);
}

// `<iq`, `<message` and `<presence`, as lists of octets
const octets = /<<60,\s*(?:105,\s*113|109,\s*101|112,\s*114)\b/;

/** True for a log that may hold stanzas without a tag of theirs that stands there as it is. */
export function mayHoldEscapedStanzas(text: string): boolean {
  return (
    (text.includes("\\u003") && /\\u003c(?:message|presence|iq)\b/i.test(text)) ||
    (text.includes("<<60,") && octets.test(text))
  );
}

const escapedTag =
  /&(?:lt|#60|#x3c);(?:[\w.-]+:)?(?:message|presence|iq)(?:[\s/]|&gt;|&#62;|&#x3e;|>)/i;

/** The same look at a document of any sort: XEPs and logs have stanzas with their markup escaped, too. */
export function mightContainStanza(text: string): boolean {
  return (
    mayHoldStanzas(text) ||
    mayHoldEscapedStanzas(text) ||
    (text.includes("<xep") && escapedTag.test(text))
  );
}

// The prefix of a transcript may stand before it.
const firstStanza =
  /(?:[^<>\n]{0,120}[:>\])]\s*|<<+\s*|>>+\s*)?<(?:[\w.-]+:)?(?:message|presence|iq)[\s/>]/y;

/** So far into a text its first stanza is looked for. */
const LEAD = 4000;

/** True if the text begins with a stanza, after white space, comments and a transcript's prefix. */
export function beginsWithStanza(text: string): boolean {
  const lead = text.slice(0, LEAD);
  firstStanza.lastIndex = skipProlog(lead);
  return firstStanza.test(lead);
}
