import { conditionUnknown } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "sm-condition-unknown",
  group: "Stream management",
  severity: "error",
  rfc: "XEP-0198 §6",
  since: "0.1.0",
  summary: "The condition in `<failed/>` must be one of the 22 of stanza errors.",
  why: "XEP-0198 §6 has no conditions of its own: `<failed/>` contains one of those that RFC 6120 §8.3.3 defines, in their namespace.",
  fix: {
    change: "Change to the nearest of the 22 conditions, or to another one.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the nearest name is a guess.",
  },
  bad: `<failed xmlns='urn:xmpp:sm:3'>
  <item-not-fond xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
</failed>`,
  good: `<failed xmlns='urn:xmpp:sm:3'>
  <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
</failed>`,
  ...conditionUnknown("sm"),
});
