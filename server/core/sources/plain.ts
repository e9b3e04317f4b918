/** Plain files: the text itself is the one region. */

const stanzaTag = /<(?:[\w.-]+:)?(?:message|presence|iq)[\s/>]/;

/**
 * A cheap look at a text: might there be stanzas in it? Framing decides; this only keeps documents
 * that have nothing to do with XMPP from being framed at all.
 */
export function mayHoldStanzas(text: string): boolean {
  return stanzaTag.test(text);
}
