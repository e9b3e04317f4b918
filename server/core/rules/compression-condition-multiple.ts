import { conditionMultiple } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "compression-condition-multiple",
  group: "Stream compression",
  severity: "error",
  rfc: "XEP-0138 §2",
  since: "0.1.0",
  summary: "A compression failure must have only one condition.",
  why: "The schema of XEP-0138 allows one of its three conditions, or one of stanza errors.",
  fix: {
    change: "Keep one condition and remove the others.",
    automatic: "never",
    reason: "`--fix` does not apply it, because it cannot know which of them is meant.",
  },
  bad: `<failure xmlns='http://jabber.org/protocol/compress'>
  <setup-failed/>
  <unsupported-method/>
</failure>`,
  good: `<failure xmlns='http://jabber.org/protocol/compress'>
  <setup-failed/>
</failure>`,
  ...conditionMultiple("compression"),
});
