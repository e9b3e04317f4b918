/** Whether a text has to do with XMPP: other XML has elements named `message`, too. */

import { lookupNamespace, type Scope } from "../xml/scope";

const namespace =
  /\bxmlns(?::[\w.-]+)?\s*=\s*["'](?:jabber:|urn:xmpp:|urn:ietf:params:xml:ns:xmpp|http:\/\/jabber\.org\/|http:\/\/etherx\.jabber\.org\/|vcard-temp)/;
const element = /<(?:stream:|(?:[\w.-]+:)?iq[\s/>])/;
/** An address of an element that may be a stanza. */
const address = /<(?:message|presence)\s[^<>]*?\b(?:from|to)\s*=/;
const errorChild = /<error[\s/>]/;

/** True if a namespace, an `iq`, a stream or an address in it is of XMPP. */
export function hasSignsOfXmpp(text: string): boolean {
  return namespace.test(text) || element.test(text) || address.test(text);
}

/** True for an element with a child `error`, which hardly anything but a stanza has. */
export function mayHaveErrorChild(source: string): boolean {
  return errorChild.test(source);
}

const startTag = /^<[^>]*/;

/**
 * True for an element that is a stanza only if something in its text is of XMPP: in no namespace, in elements of which
 * it is not known what they are.
 */
export function needsSigns(source: string, scope: Scope | undefined): boolean {
  if (!scope || lookupNamespace(scope, "")) return false;
  return !startTag.exec(source)![0].includes("xmlns") && !source.startsWith("<iq");
}
