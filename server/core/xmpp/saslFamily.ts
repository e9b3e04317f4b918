/** SASL failures (RFC 6120 §6.5), also in the negotiation of XEP-0388. */

import type { ErrorFamily } from "./errorFamily";

const SASL_NAMESPACE = "urn:ietf:params:xml:ns:xmpp-sasl";
const SASL2_NAMESPACE = "urn:xmpp:sasl:2";

export const saslFamily: ErrorFamily = {
  id: "sasl",
  title: "SASL failure",
  kind: "sasl-failure",
  document: "RFC 6120",
  section: "6.4.5",
  listSection: "6.5",
  hosts: [
    { local: "failure", namespace: SASL_NAMESPACE, textNamespace: SASL_NAMESPACE },
    { local: "failure", namespace: SASL2_NAMESPACE, textNamespace: SASL2_NAMESPACE },
  ],
  namespace: SASL_NAMESPACE,
  conditions: [
    {
      name: "aborted",
      section: "6.5.1",
      meaning: "The authentication was aborted at the request of the other side.",
    },
    {
      name: "account-disabled",
      section: "6.5.2",
      meaning: "The account has been disabled.",
    },
    {
      name: "credentials-expired",
      section: "6.5.3",
      meaning: "The credentials are right, but no longer valid.",
    },
    {
      name: "encryption-required",
      section: "6.5.4",
      meaning: "The mechanism is allowed only on an encrypted stream.",
    },
    {
      name: "incorrect-encoding",
      section: "6.5.5",
      meaning: "The data is not encoded in Base64 as it must be.",
    },
    {
      name: "invalid-authzid",
      section: "6.5.6",
      meaning: "The authorization identity is malformed, or not one for these credentials.",
    },
    {
      name: "invalid-mechanism",
      section: "6.5.7",
      meaning: "No mechanism was named, or one that is not offered.",
    },
    {
      name: "malformed-request",
      section: "6.5.8",
      meaning: "The request has a form that the mechanism does not allow.",
    },
    {
      name: "mechanism-too-weak",
      section: "6.5.9",
      meaning: "The mechanism is weaker than the server allows for this account.",
    },
    {
      name: "not-authorized",
      section: "6.5.10",
      meaning: "The credentials are wrong, or the account does not exist.",
    },
    {
      name: "temporary-auth-failure",
      section: "6.5.11",
      meaning: "The server cannot authenticate anybody at the moment. Try again later.",
    },
  ],
  example: "not-authorized",
  obsolete: {},
  endsStream: false,
};
