import { conditionMultiple } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "sasl-condition-multiple",
  group: "SASL failure",
  severity: "error",
  rfc: "6.4.5",
  since: "0.1.0",
  summary: "A SASL failure must have only one defined condition.",
  why: "RFC 6120 §6.4.5 requires one. Details belong in `<text/>`.",
  fix: {
    change: "Keep one condition and remove the others.",
    automatic: "never",
    reason: "`--fix` does not apply it, because it cannot know which of them is meant.",
  },
  bad: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <aborted/>
  <not-authorized/>
</failure>`,
  good: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized/>
</failure>`,
  ...conditionMultiple("sasl"),
});
