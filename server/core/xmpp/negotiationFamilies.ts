/** Failures of what is negotiated for a stream beside SASL: stream management, compression and TLS. */

import type { ErrorFamily } from "./errorFamily";
import { STANZAS_NAMESPACE } from "./namespaces";
import { stanzaFamily } from "./stanzaFamily";

/** XEP-0198 §6: the conditions are those of stanza errors. */
export const smFamily: ErrorFamily = {
  id: "sm",
  title: "stream management failure",
  kind: "sm-failed",
  document: "XEP-0198",
  section: "6",
  listSection: "6",
  hosts: [
    { local: "failed", namespace: "urn:xmpp:sm:3", textNamespace: STANZAS_NAMESPACE },
    { local: "failed", namespace: "urn:xmpp:sm:2", textNamespace: STANZAS_NAMESPACE },
  ],
  namespace: STANZAS_NAMESPACE,
  conditions: stanzaFamily.conditions.map((one) => ({ ...one, section: "6" })),
  example: "item-not-found",
  obsolete: {},
  endsStream: false,
};

const COMPRESSION_NAMESPACE = "http://jabber.org/protocol/compress";

/** XEP-0138 §2; its schema allows the conditions of stanza errors besides. */
export const compressionFamily: ErrorFamily = {
  id: "compression",
  title: "compression failure",
  kind: "compression-failure",
  document: "XEP-0138",
  section: "2",
  listSection: "2",
  hosts: [{ local: "failure", namespace: COMPRESSION_NAMESPACE, textNamespace: STANZAS_NAMESPACE }],
  namespace: COMPRESSION_NAMESPACE,
  isLikeStanzas: true,
  conditions: [
    {
      name: "setup-failed",
      section: "2",
      meaning: "The method of compression is not acceptable, or could not be set up.",
    },
    {
      name: "processing-failed",
      section: "2",
      meaning: "The compressed data could not be processed.",
    },
    {
      name: "unsupported-method",
      section: "2",
      meaning: "The method of compression is not supported.",
    },
  ],
  example: "unsupported-method",
  obsolete: {},
  endsStream: false,
};

/** RFC 6120 §5.4.2.2: an empty element. */
export const tlsFamily: ErrorFamily = {
  id: "tls",
  title: "TLS failure",
  kind: "tls-failure",
  document: "RFC 6120",
  section: "5.4.2.2",
  listSection: "5.4.2.2",
  hosts: [{ local: "failure", namespace: "urn:ietf:params:xml:ns:xmpp-tls" }],
  namespace: "urn:ietf:params:xml:ns:xmpp-tls",
  conditions: [],
  example: "",
  obsolete: {},
  endsStream: true,
};
