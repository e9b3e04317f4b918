/** Elements outside of stanzas that report an error, by local name, with their namespaces. */

import { STREAMS_NAMESPACE } from "./namespaces";

/** The namespaces in which an element of that name reports an error. */
const hosts: ReadonlyMap<string, readonly string[]> = new Map([
  // RFC 6120 §4.9.
  ["error", [STREAMS_NAMESPACE]],
  [
    "failure",
    [
      // RFC 6120 §6.5 and §5.4.2.2; XEP-0388; XEP-0138.
      "urn:ietf:params:xml:ns:xmpp-sasl",
      "urn:ietf:params:xml:ns:xmpp-tls",
      "urn:xmpp:sasl:2",
      "http://jabber.org/protocol/compress",
    ],
  ],
  // XEP-0198.
  ["failed", ["urn:xmpp:sm:3", "urn:xmpp:sm:2"]],
]);

/** The namespaces in which an element of that name reports an error without being a stanza; none for most names. */
export function errorHostNamespaces(local: string): readonly string[] | undefined {
  return hosts.get(local);
}
