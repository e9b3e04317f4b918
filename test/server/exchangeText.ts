/** A request with its reply, for tests of the editor. */

/** A request with its error reply, a message, and a request without a reply. */
export const exchange = `<iq type='get' id='q1' from='viola@illyria.example/boat' to='illyria.example'>
  <query xmlns='jabber:iq:version'/>
</iq>
<message id='m1' from='viola@illyria.example/boat' to='olivia@illyria.example'/>
<iq type='error' id='q1' from='illyria.example' to='viola@illyria.example/boat'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>
<iq type='set' id='q2' from='viola@illyria.example/boat' to='illyria.example'>
  <query xmlns='jabber:iq:private'/>
</iq>
`;
