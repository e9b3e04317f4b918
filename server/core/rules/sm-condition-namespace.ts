import { conditionNamespace } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "sm-condition-namespace",
  group: "Stream management",
  severity: "error",
  rfc: "XEP-0198 §6",
  since: "0.1.0",
  summary: "The condition in `<failed/>` must be in the stanza error namespace.",
  why: "The conditions are those of stanza errors, in `urn:ietf:params:xml:ns:xmpp-stanzas` (XEP-0198 §6). Without `xmlns` a condition is in the namespace of `<failed/>`, which does not define it.",
  exceptions:
    "In any other namespace, an element with the name of a condition is reported only if nothing else is, or was meant as, the condition.",
  fix: {
    change: "Set the namespace.",
    automatic: "sometimes",
    reason:
      "`--fix` sets the namespace if it is absent or that of another kind of errors. An element in any other namespace may be intended.",
  },
  bad: `<failed xmlns='urn:xmpp:sm:3'>
  <item-not-found/>
</failed>`,
  good: `<failed xmlns='urn:xmpp:sm:3'>
  <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
</failed>`,
  ...conditionNamespace("sm"),
});
