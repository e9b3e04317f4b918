import { conditionMissing } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "sasl-condition-missing",
  group: "SASL failure",
  severity: "error",
  rfc: "6.4.5",
  since: "0.1.0",
  summary: "A SASL failure must have a defined condition.",
  why: "The condition tells the client whether to try again, and with what. RFC 6120 §6.4.5 requires one of the 11 that §6.5 defines, and so does XEP-0388 for `<failure xmlns='urn:xmpp:sasl:2'/>`.",
  exceptions:
    "An element that was meant as the condition is reported by sasl-condition-unknown or sasl-condition-namespace instead.",
  fix: {
    change: "Insert a condition.",
    automatic: "never",
    reason: "`--fix` does not apply it, because only you know what went wrong.",
  },
  bad: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>`,
  good: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized/>
</failure>`,
  ...conditionMissing("sasl"),
});
