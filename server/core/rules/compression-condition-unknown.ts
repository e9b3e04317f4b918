import { conditionUnknown } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "compression-condition-unknown",
  group: "Stream compression",
  severity: "error",
  rfc: "XEP-0138 §2",
  since: "0.1.0",
  summary: "The condition of a compression failure must be one that XEP-0138 allows.",
  why: "XEP-0138 §2 defines setup-failed, processing-failed and unsupported-method, and its schema allows the 22 conditions of stanza errors in their namespace besides.",
  fix: {
    change: "Change to the nearest of the three conditions, or to another one.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the nearest name is a guess.",
  },
  bad: `<failure xmlns='http://jabber.org/protocol/compress'>
  <unsuported-method/>
</failure>`,
  good: `<failure xmlns='http://jabber.org/protocol/compress'>
  <unsupported-method/>
</failure>`,
  ...conditionUnknown("compression"),
});
