import { conditionNamespace } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "sasl-condition-namespace",
  group: "SASL failure",
  severity: "error",
  rfc: "6.4.5",
  since: "0.1.0",
  summary: "A condition of a SASL failure must be in the SASL namespace.",
  why: "A condition is recognised only in the namespace `urn:ietf:params:xml:ns:xmpp-sasl` (RFC 6120 §6.4.5), also in the `<failure/>` of XEP-0388, which has another namespace.",
  exceptions:
    "In any other namespace, an element with the name of a condition is reported only if nothing else is, or was meant as, the condition; otherwise it is application-specific.",
  fix: {
    change: "Set the namespace.",
    automatic: "sometimes",
    reason:
      "`--fix` sets the namespace if it is absent or that of another kind of errors. An element in any other namespace may be intended.",
  },
  bad: `<failure xmlns='urn:xmpp:sasl:2'>
  <not-authorized/>
</failure>`,
  good: `<failure xmlns='urn:xmpp:sasl:2'>
  <not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
</failure>`,
  ...conditionNamespace("sasl"),
});
