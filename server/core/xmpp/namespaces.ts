/** Namespaces that the rules know by name (RFC 6120, and XEP-0114 for components). */

import { UNKNOWN_NAMESPACE } from "../xml/namespaces";
import { isUnknownValue } from "./placeholder";

/** Namespace of the defined conditions and of `<text/>` in stanza errors (RFC 6120 §8.3.2). */
export const STANZAS_NAMESPACE = "urn:ietf:params:xml:ns:xmpp-stanzas";
/** Namespace of the stream itself; the prefix `stream` is bound to it by custom. */
export const STREAMS_NAMESPACE = "http://etherx.jabber.org/streams";
export const CLIENT_NAMESPACE = "jabber:client";
/** Namespace of the body that carries stanzas over HTTP (XEP-0124). */
export const BOSH_NAMESPACE = "http://jabber.org/protocol/httpbind";

/** The namespaces that qualify stanzas (RFC 6120 §4.8.2). */
export const contentNamespaces: ReadonlySet<string> = new Set([
  CLIENT_NAMESPACE,
  "jabber:server",
  "jabber:component:accept",
  "jabber:component:connect",
]);

/** True for a content namespace: one that qualifies stanzas. */
export function isContentNamespace(namespace: string): boolean {
  return contentNamespaces.has(namespace);
}

/** True for no namespace and for the content namespaces: those of a stanza's own children. */
export function isOwnNamespace(namespace: string, stanzaNamespace: string): boolean {
  return namespace === "" || namespace === stanzaNamespace || contentNamespaces.has(namespace);
}

/** True if the final namespace is unknown: the name has a hole, or refers to an entity. */
export function isUnknownNamespace(namespace: string): boolean {
  return namespace === UNKNOWN_NAMESPACE || isUnknownValue(namespace);
}

const nearMiss = /^urn:ietf:.*xmpp-(?:stanza|stream)s?$/i;

const around = /[\s/#]/;

/**
 * True for a mistaken namespace of stanza errors: misspelt, in another
 * case, that of stream errors, or with white space, `/` or `#` around it.
 */
export function isNearMiss(namespace: string): boolean {
  return namespace !== STANZAS_NAMESPACE && nearMiss.test(withoutMarks(namespace));
}

/** The namespace without the white space, `/` and `#` around it. */
export function withoutMarks(namespace: string): string {
  let start = 0;
  let end = namespace.length;
  while (start < end && around.test(namespace[start]!)) start++;
  while (end > start && around.test(namespace[end - 1]!)) end--;
  return namespace.slice(start, end);
}
