/** Plain files: the text itself is the one region. */

const stanzaTag = /<(?:[\w.-]+:)?(?:message|presence|iq)[\s/>]/;

/**
 * A cheap look at a text: might there be stanzas in it? Framing decides; this only keeps documents
 * that have nothing to do with XMPP from being framed at all.
 */
export function mayHoldStanzas(text: string): boolean {
  return stanzaTag.test(text);
}

// An XML declaration and comments may stand before it, and the prefix of a transcript.
const firstStanza =
  /^(?:\s|<\?[^<>]*\?>|<!--(?:[^-]|-(?!->))*-->)*(?:[^<>\n]{0,120}[:>\])]\s*|<<+\s*|>>+\s*)?<(?:[\w.-]+:)?(?:message|presence|iq)[\s/>]/;

/** So far into a text its first stanza is looked for. */
const LEAD = 4000;

/** True if the text begins with a stanza, after white space, comments and a transcript's prefix. */
export function beginsWithStanza(text: string): boolean {
  return firstStanza.test(text.slice(0, LEAD));
}
