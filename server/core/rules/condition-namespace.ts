import { isNearMiss, isOwnNamespace, STANZAS_NAMESPACE } from "../xmpp/namespaces";
import { moveCondition } from "./conditionFixes";
import { removeElement } from "./edits";
import type { Fix } from "./fix";
import { rule } from "./rule";

export default rule({
  id: "condition-namespace",
  group: "Defined condition",
  severity: "error",
  rfc: "8.3.2",
  summary: "A defined condition is in the namespace of stanza errors.",
  description:
    "A condition counts only in the namespace `urn:ietf:params:xml:ns:xmpp-stanzas` (RFC 6120 §8.3.2). Without `xmlns` it is in that of the stanza, and misspelt it is in one that nobody knows: either way the error has no condition for its receiver. In another namespace, an element of such a name is taken for the condition only if nothing else there is or was meant as one; otherwise it is application-specific.",
  fix: "Set the namespace.",
  bad: `<iq type='error' id='c4'>
  <error type='cancel'>
    <item-not-found/>
  </error>
</iq>`,
  good: `<iq type='error' id='c4'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    none: "{condition} is in no namespace of its own here, so it is no condition (RFC 6120 §8.3.2). Add xmlns='{right}'.",
    wrong:
      '{condition} is in the namespace "{namespace}" here, so it is no defined condition (RFC 6120 §8.3.2). It should be {right}.',
  },
  checkError(error, stanza, report) {
    for (const element of error.misplaced) {
      const { local, namespace } = element;
      const none = isOwnNamespace(namespace, stanza.element.namespace);
      const own = element.attributes.find((attribute) => attribute.name === "xmlns");
      report(
        own ? own.span : element.nameSpan,
        namespace === "" || (!own && element.prefix === "" && none) ? "none" : "wrong",
        {
          values: { condition: local, namespace, right: STANZAS_NAMESPACE },
          fixes: (context): Fix[] => [
            {
              title: "Set the namespace of {condition}",
              values: { condition: local },
              edits: moveCondition(element, error, stanza, context),
              preferred: true,
              // In a namespace of its own it may be meant for something else.
              ...(none || isNearMiss(namespace) ? { safe: true as const } : {}),
            },
            {
              title: "Remove <{name}/>",
              values: { name: element.name },
              edits: [removeElement(element, stanza.source)],
            },
          ],
        },
      );
    }
  },
});
