import { conditionMultiple } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "sm-condition-multiple",
  group: "Stream management",
  severity: "error",
  rfc: "XEP-0198 §6",
  since: "0.1.0",
  summary: "`<failed/>` of stream management must have only one condition.",
  why: "XEP-0198 §6 defines one condition of stanza errors, and its schema allows no second.",
  fix: {
    change: "Keep one condition and remove the others.",
    automatic: "never",
    reason: "`--fix` does not apply it, because it cannot know which of them is meant.",
  },
  bad: `<failed xmlns='urn:xmpp:sm:3'>
  <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  <unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
</failed>`,
  good: `<failed xmlns='urn:xmpp:sm:3'>
  <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
</failed>`,
  ...conditionMultiple("sm"),
});
