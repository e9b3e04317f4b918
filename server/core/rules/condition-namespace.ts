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
  since: "0.1.0",
  checksForwarded: true,
  summary: "A defined condition must be in the stanza error namespace.",
  why: "A condition is recognised only in the namespace `urn:ietf:params:xml:ns:xmpp-stanzas` (RFC 6120 §8.3.2). Without `xmlns` it is in the namespace of the stanza, which does not define it, so the receiver finds no condition.",
  exceptions:
    "In any other namespace, an element with the name of a condition is reported only if nothing else is, or was meant as, the condition; otherwise it is application-specific.",
  fix: {
    change: "Set the namespace.",
    automatic: "sometimes",
    reason:
      "`--fix` sets the namespace if it is absent or almost right. An element in another namespace may be intended.",
  },
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
    none: "<{condition}/> has no namespace. Add xmlns='{right}' (RFC 6120 §8.3.2)",
    wrong: "<{condition}/> is in the wrong namespace. Use {right} (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
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
                // An element in a namespace of its own may have another meaning.
                applicability: none || isNearMiss(namespace) ? "automatic" : "preferred",
              },
              {
                title: "Remove <{name}/>",
                values: { name: element.name },
                edits: [removeElement(element, stanza.source)],
                applicability: "choice",
              },
            ],
          },
        );
      }
    },
  },
});
