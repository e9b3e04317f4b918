import { conditionMissing } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "compression-condition-missing",
  group: "Stream compression",
  severity: "error",
  rfc: "XEP-0138 §2",
  since: "0.1.0",
  summary: "A compression failure must have a condition.",
  why: "The schema of XEP-0138 requires one: setup-failed, processing-failed, unsupported-method, or a condition of stanza errors. The other side may try again with another method, and needs to know.",
  exceptions:
    "An element that was meant as the condition is reported by compression-condition-unknown or compression-condition-namespace instead.",
  fix: {
    change: "Insert a condition.",
    automatic: "never",
    reason: "`--fix` does not apply it, because only you know what went wrong.",
  },
  bad: `<failure xmlns='http://jabber.org/protocol/compress'/>`,
  good: `<failure xmlns='http://jabber.org/protocol/compress'>
  <unsupported-method/>
</failure>`,
  ...conditionMissing("compression"),
});
