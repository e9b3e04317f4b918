/** Abbreviations of namespaces in generated tables. */

/** The namespace that a table has, perhaps without its usual beginning. */
export function inFull(namespace: string): string {
  if (namespace.startsWith("~")) return `http://jabber.org/protocol/${namespace.slice(1)}`;
  return namespace.startsWith("+") ? `urn:xmpp:${namespace.slice(1)}` : namespace;
}
