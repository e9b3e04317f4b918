/** Sections of the RFCs that define their namespaces. */

export interface NamespaceSection {
  readonly rfc: string;
  readonly section: string;
}

const sections: ReadonlyMap<string, NamespaceSection> = new Map(
  (
    [
      ["http://etherx.jabber.org/streams", "6120", "4.8.1"],
      ["jabber:client", "6120", "4.8.3"],
      ["jabber:server", "6120", "4.8.3"],
      ["urn:ietf:params:xml:ns:xmpp-streams", "6120", "4.9.2"],
      ["urn:ietf:params:xml:ns:xmpp-tls", "6120", "5"],
      ["urn:ietf:params:xml:ns:xmpp-sasl", "6120", "6"],
      ["urn:ietf:params:xml:ns:xmpp-bind", "6120", "7"],
      ["urn:ietf:params:xml:ns:xmpp-stanzas", "6120", "8.3.2"],
      ["jabber:iq:roster", "6121", "2.1"],
      ["urn:xmpp:features:rosterver", "6121", "2.6.1"],
      ["urn:xmpp:features:pre-approval", "6121", "3.4"],
    ] as const
  ).map(([namespace, rfc, section]) => [namespace, { rfc, section }]),
);

/** The section that defines the namespace, if it is one of RFC 6120 or RFC 6121. */
export function findNamespaceSection(namespace: string): NamespaceSection | undefined {
  return sections.get(namespace);
}

/** Address of a section of an RFC. */
export function sectionPage({ rfc, section }: NamespaceSection): string {
  return `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`;
}
