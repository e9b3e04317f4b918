import { conditionUnknown } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "sasl-condition-unknown",
  group: "SASL failure",
  severity: "error",
  rfc: "6.5",
  since: "0.1.0",
  summary: "Elements in the SASL namespace must be defined conditions or `<text/>`.",
  why: "The namespace `urn:ietf:params:xml:ns:xmpp-sasl` has 11 conditions (RFC 6120 §6.5). Stream errors and stanza errors have other conditions, in namespaces of theirs; only not-authorized is in all three.",
  fix: {
    change: "Change to the nearest of the 11 conditions, or to another one.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the nearest name is a guess.",
  },
  bad: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-autorized/>
</failure>`,
  good: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized/>
</failure>`,
  ...conditionUnknown("sasl"),
});
