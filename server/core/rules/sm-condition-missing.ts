import { conditionMissing } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "sm-condition-missing",
  group: "Stream management",
  severity: "warning",
  rfc: "XEP-0198 §6",
  since: "0.1.0",
  summary: "`<failed/>` of stream management should have a condition.",
  why: "XEP-0198 §6 wants a condition in `<failed/>`: without one, the client cannot know whether its session is gone or resumption is not supported.",
  exceptions:
    "An element that was meant as the condition is reported by sm-condition-unknown or sm-condition-namespace instead.",
  fix: {
    change: "Insert a condition.",
    automatic: "never",
    reason: "`--fix` does not apply it, because only you know what went wrong.",
  },
  bad: `<failed xmlns='urn:xmpp:sm:3'/>`,
  good: `<failed xmlns='urn:xmpp:sm:3'>
  <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
</failed>`,
  ...conditionMissing("sm"),
});
