/** Conditions of most failing requests: offered first, or used where there is no user to ask. */
export const usualConditions = [
  "service-unavailable",
  "item-not-found",
  "bad-request",
  "feature-not-implemented",
] as const;

/** The namespaces of the application-specific conditions that most servers answer with. */
export const usualAppNamespaces: readonly string[] = [
  "http://jabber.org/protocol/pubsub#errors",
  "urn:xmpp:errors",
  "urn:xmpp:blocking:errors",
  "urn:xmpp:http:upload:0",
  "http://jabber.org/protocol/commands",
  "urn:xmpp:jingle:errors:1",
];
