import { conditionNamespace } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "compression-condition-namespace",
  group: "Stream compression",
  severity: "error",
  rfc: "XEP-0138 §2",
  since: "0.1.0",
  summary: "A condition of a compression failure must be in the namespace of its `<failure/>`.",
  why: "setup-failed, processing-failed and unsupported-method are defined in `http://jabber.org/protocol/compress` alone (XEP-0138 §2).",
  exceptions:
    "In any other namespace, an element with the name of a condition is reported only if nothing else is, or was meant as, the condition.",
  fix: {
    change: "Set the namespace.",
    automatic: "sometimes",
    reason:
      "`--fix` sets the namespace if it is absent or that of another kind of errors. An element in any other namespace may be intended.",
  },
  bad: `<failure xmlns='http://jabber.org/protocol/compress'>
  <setup-failed xmlns=''/>
</failure>`,
  good: `<failure xmlns='http://jabber.org/protocol/compress'>
  <setup-failed xmlns='http://jabber.org/protocol/compress'/>
</failure>`,
  ...conditionNamespace("compression"),
});
