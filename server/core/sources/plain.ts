/** Cheap tests of a text: whether it may hold stanzas, and whether it begins with a stanza. */

import { skipProlog } from "./prolog";

// Colors of a terminal begin with U+001B.
const stanzaTag =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: logs have such colors
  /<(?:\u001b\[[\d;?]{0,40}[A-Za-z]){0,9}(?:[\w.-]+:)?(?:message|presence|iq)[\s/>\u001b]/;

/**
 * Cheap test whether a text may hold stanzas. Framing decides; this only keeps documents
 * that have nothing to do with XMPP from being framed at all.
 */
export function mayHoldStanzas(text: string): boolean {
  return stanzaTag.test(text);
}

// `<iq`, `<message` and `<presence`, as lists of octets
const octets = /<<60,\s*(?:105,\s*113|109,\s*101|112,\s*114)\b/;

/** True for a log that may hold stanzas with all their tags escaped. */
export function mayHoldEscapedStanzas(text: string): boolean {
  return (
    (text.includes("\\u003") && /\\u003c(?:message|presence|iq)\b/i.test(text)) ||
    (text.includes("<<60,") && octets.test(text))
  );
}

const escapedTag =
  /&(?:lt|#60|#x3c);(?:[\w.-]+:)?(?:message|presence|iq)(?:[\s/]|&gt;|&#62;|&#x3e;|>)/i;

/** In errors outside of stanzas, which need no stanza beside them. */
const errorWords =
  /stream:error|etherx|xmpp-(?:streams|sasl|tls)|urn:xmpp:s(?:m|asl):|protocol\/compress/;

/** The same test for a document of any kind: XEPs and logs have stanzas with escaped markup, too. */
export function mightContainStanza(text: string): boolean {
  return (
    mayHoldStanzas(text) ||
    errorWords.test(text) ||
    mayHoldEscapedStanzas(text) ||
    (text.includes("<xep") && escapedTag.test(text))
  );
}

const wideTags = ["<message", "<presence", "<iq"].map((tag) => [...tag].join("\0"));

/** True if the text has a stanza between whose characters are NULs: it is UTF-16 that was read as UTF-8. */
export function isUnmarkedUtf16(text: string): boolean {
  return text.includes("\0") && wideTags.some((tag) => text.includes(tag));
}

// The prefix of a transcript may stand before it.
const firstStanza =
  /(?:[^<>\n]{0,120}[:>\])]\s*|<<+\s*|>>+\s*)?<(?:[\w.-]+:)?(?:message|presence|iq)[\s/>]/y;

/** Length of the part of a text in which its first stanza is searched, in UTF-16 code units. */
const LEAD = 4000;

/** True if the text begins with a stanza, after white space, comments and a transcript's prefix. */
export function beginsWithStanza(text: string): boolean {
  const lead = text.slice(0, LEAD);
  firstStanza.lastIndex = skipProlog(lead);
  return firstStanza.test(lead);
}

// A stream header, a BOSH body, an element of the stream that is no stanza, or one around stanzas that are passed on, as far
// as its namespace.
const streamElement =
  /<(?:(?:[\w.-]+:)?stream[\s>]|[\w.:-]+\s[^<>]{0,500}(?:http:\/\/jabber\.org\/protocol\/httpbind|urn:ietf:params:xml:ns:xmpp-|urn:xmpp:(?:sm|carbons|forward|mam):))/y;

/** True if the text is a stream, or a part of one, with a stanza in it that need not come first. */
export function isPartOfStream(text: string): boolean {
  const lead = text.slice(0, LEAD);
  streamElement.lastIndex = skipProlog(lead);
  return streamElement.test(lead) && mayHoldStanzas(text);
}
