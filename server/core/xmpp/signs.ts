/** Signs that a text is of XMPP: other XML has elements named `message`, too. */

import { lookupNamespace, type Scope } from "../xml/scope";

const namespace =
  /\bxmlns(?::[\w.-]+)?\s*=\s*["'](?:jabber:|urn:xmpp:|urn:ietf:params:xml:ns:xmpp|http:\/\/jabber\.org\/|http:\/\/etherx\.jabber\.org\/|vcard-temp)/;
const element = /<(?:stream:|(?:[\w.-]+:)?iq[\s/>])/;
/** An address of an element that may be a stanza. */
const address = /<(?:message|presence)\s[^<>]*?\b(?:from|to)\s*=/;
const errorChild = /<error[\s/>]/;

/** True if a namespace, an `iq`, a stream or an address in the text is of XMPP. */
export function hasSignsOfXmpp(text: string): boolean {
  return namespace.test(text) || element.test(text) || address.test(text);
}

/** True for an element with a child `error`, which hardly any element but a stanza has. */
export function mayHaveErrorChild(source: string): boolean {
  return errorChild.test(source);
}

/** True if an element in the scope may be one for which `needsSigns` is true. */
export function mayNeedSigns(scope: Scope | undefined): boolean {
  return scope !== undefined && !lookupNamespace(scope, "");
}

const startTag = /^<[^>]*/;

/**
 * True for an element that is a stanza only if its text has signs of XMPP: in no namespace, and in elements of
 * unknown meaning.
 */
export function needsSigns(source: string, scope: Scope | undefined): boolean {
  if (!mayNeedSigns(scope)) return false;
  return !startTag.exec(source)![0].includes("xmlns") && !source.startsWith("<iq");
}
