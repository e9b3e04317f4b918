import { isOwnNamespace, STANZAS_NAMESPACE } from "../xmpp/namespaces";
import { setNamespace } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "text-namespace",
  group: "Text",
  severity: "error",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "`<text/>` must be in the stanza error namespace.",
  why: "Like a condition, `<text/>` is recognised only in `urn:ietf:params:xml:ns:xmpp-stanzas` (RFC 6120 §8.3.2). Without `xmlns` it is in the namespace of the stanza, and no receiver shows it.",
  fix: {
    change: "Set the namespace.",
    automatic: "always",
  },
  bad: `<iq type='error' id='t1'>
  <error type='wait'>
    <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xml:lang='en'>Come back later.</text>
  </error>
</iq>`,
  good: `<iq type='error' id='t1'>
  <error type='wait'>
    <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Come back later.</text>
  </error>
</iq>`,
  messages: {
    none: "<text/> has no namespace. Add xmlns='{right}' (RFC 6120 §8.3.2)",
    wrong: "<text/> is in the wrong namespace. Use {right} (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      for (const text of error.misplacedTexts) {
        const { namespace } = text;
        const own = text.attributes.find((attribute) => attribute.name === "xmlns");
        const none = !own && isOwnNamespace(namespace, stanza.element.namespace);
        report(own ? own.span : text.nameSpan, none ? "none" : "wrong", {
          values: { namespace, right: STANZAS_NAMESPACE },
          fixes: () => [
            {
              title: "Set the namespace of <text/>",
              edits: setNamespace(text, STANZAS_NAMESPACE, stanza.source),
              applicability: "automatic",
            },
          ],
        });
      }
    },
  },
});
