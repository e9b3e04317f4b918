/** Stream errors (RFC 6120 §4.9). */

import type { ErrorFamily } from "./errorFamily";
import { STREAMS_NAMESPACE } from "./namespaces";

const STREAM_ERRORS_NAMESPACE = "urn:ietf:params:xml:ns:xmpp-streams";

export const streamFamily: ErrorFamily = {
  id: "stream",
  title: "stream error",
  kind: "stream-error",
  document: "RFC 6120",
  section: "4.9.2",
  listSection: "4.9.3",
  hosts: [{ local: "error", namespace: STREAMS_NAMESPACE, textNamespace: STREAM_ERRORS_NAMESPACE }],
  namespace: STREAM_ERRORS_NAMESPACE,
  conditions: [
    {
      name: "bad-format",
      section: "4.9.3.1",
      meaning: "XML was sent that cannot be processed.",
    },
    {
      name: "bad-namespace-prefix",
      section: "4.9.3.2",
      meaning: "A namespace prefix is missing or not supported.",
    },
    {
      name: "conflict",
      section: "4.9.3.3",
      meaning: "A newer stream of the same entity takes the place of this one.",
    },
    {
      name: "connection-timeout",
      section: "4.9.3.4",
      meaning: "One side shows no sign of life, so the other closes the stream.",
    },
    {
      name: "host-gone",
      section: "4.9.3.5",
      meaning: "The domain that the stream was opened to is no longer served here.",
    },
    {
      name: "host-unknown",
      section: "4.9.3.6",
      meaning: "The domain that the stream was opened to is not served here.",
    },
    {
      name: "improper-addressing",
      section: "4.9.3.7",
      meaning: "A stanza between two servers has no from or no to, or one without a valid address.",
    },
    {
      name: "internal-server-error",
      section: "4.9.3.8",
      meaning: "The server is misconfigured or failed internally, so it cannot serve the stream.",
    },
    {
      name: "invalid-from",
      section: "4.9.3.9",
      meaning: "The from address is not one that was negotiated for this stream.",
    },
    {
      name: "invalid-namespace",
      section: "4.9.3.10",
      meaning: "The namespace of the stream, or its content namespace, is wrong or not supported.",
    },
    {
      name: "invalid-xml",
      section: "4.9.3.11",
      meaning: "XML was sent that does not validate, to a server that validates.",
    },
    {
      name: "not-authorized",
      section: "4.9.3.12",
      meaning: "Something was sent before the stream was authenticated, or not permitted on it.",
    },
    {
      name: "not-well-formed",
      section: "4.9.3.13",
      meaning: "XML was sent that is not well-formed.",
    },
    {
      name: "policy-violation",
      section: "4.9.3.14",
      meaning: "The stream breaks a policy of the service, such as a size limit.",
    },
    {
      name: "remote-connection-failed",
      section: "4.9.3.15",
      meaning: "The server cannot reach another service that it needs for the stream.",
    },
    {
      name: "reset",
      section: "4.9.3.16",
      meaning: "The stream is closed because security features or other settings have changed.",
    },
    {
      name: "resource-constraint",
      section: "4.9.3.17",
      meaning: "The server lacks the resources to serve the stream.",
    },
    {
      name: "restricted-xml",
      section: "4.9.3.18",
      meaning: "XML was sent that streams forbid: a comment, a DTD, a processing instruction.",
    },
    {
      name: "see-other-host",
      section: "4.9.3.19",
      meaning: "The server sends the other side to another host, which this element names.",
      holds: "host",
    },
    {
      name: "system-shutdown",
      section: "4.9.3.20",
      meaning: "The server is being shut down, and closes all streams.",
    },
    {
      name: "undefined-condition",
      section: "4.9.3.21",
      meaning: "None of the other conditions of streams fits.",
    },
    {
      name: "unsupported-encoding",
      section: "4.9.3.22",
      meaning: "The stream is not encoded in UTF-8.",
    },
    {
      name: "unsupported-feature",
      section: "4.9.3.23",
      meaning: "A feature was required that the other side does not support.",
    },
    {
      name: "unsupported-stanza-type",
      section: "4.9.3.24",
      meaning: "A child of the stream was sent that is no message, presence or iq, nor known.",
    },
    {
      name: "unsupported-version",
      section: "4.9.3.25",
      meaning: "The version of XMPP in the stream header is not supported.",
    },
  ],
  example: "policy-violation",
  // RFC 3920 §4.7.3.
  obsolete: { "xml-not-well-formed": "not-well-formed", "invalid-id": undefined },
  endsStream: true,
};
