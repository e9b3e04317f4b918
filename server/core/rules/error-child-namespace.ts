import { attribute } from "../xml/tree";
import { isContentNamespace } from "../xmpp/namespaces";
import { takeStanzaNamespace } from "./errorChildFixes";
import { rule } from "./rule";

export default rule({
  id: "error-child-namespace",
  group: "Error child",
  severity: "error",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An `<error/>` must be in the namespace of its stanza.",
  why: "An `<error/>` is a child of the stanza in the stanza's content namespace: `jabber:client` between client and server, `jabber:server` between servers (RFC 6120 §4.8.2, §8.3.2). Receivers look for it in that namespace, so they do not find an error that was copied from another kind of stream.",
  exceptions:
    "A stanza in no namespace may have an `<error/>` of any content namespace. An `<error/>` in a namespace that is no content namespace is reported by error-child-missing.",
  fix: { change: "Use the namespace of the stanza.", automatic: "always" },
  bad: `<iq xmlns='jabber:client' type='error' id='n1'>
  <error xmlns='jabber:server' type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<iq xmlns='jabber:client' type='error' id='n1'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    namespace:
      '<error/> is in "{namespace}", its stanza in "{right}". Use the stanza\'s (RFC 6120 §8.3.2)',
  },
  check: {
    on: "error",
    run({ element }, stanza, report) {
      const { namespace } = element;
      const right = stanza.element.namespace;
      if (namespace === right || !isContentNamespace(right)) return;
      report(attribute(element, "xmlns")?.span ?? element.nameSpan, "namespace", {
        values: { namespace, right },
        fixes: () => [takeStanzaNamespace(element, stanza)],
      });
    },
  },
});
