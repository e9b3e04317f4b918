import { conditionNamespace } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "stream-condition-namespace",
  group: "Stream error",
  severity: "error",
  rfc: "4.9.2",
  since: "0.1.0",
  summary: "A condition of a stream error must be in the stream error namespace.",
  why: "A condition is recognised only in the namespace `urn:ietf:params:xml:ns:xmpp-streams` (RFC 6120 §4.9.2). Without `xmlns` it is in the namespace of the stream; in `urn:ietf:params:xml:ns:xmpp-stanzas` it is a condition of stanza errors, even where the names are the same.",
  exceptions:
    "In any other namespace, an element with the name of a condition is reported only if nothing else is, or was meant as, the condition; otherwise it is application-specific.",
  fix: {
    change: "Set the namespace.",
    automatic: "sometimes",
    reason:
      "`--fix` sets the namespace if it is absent or that of another kind of errors. An element in any other namespace may be intended.",
  },
  bad: `<stream:error>
  <not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
</stream:error>`,
  good: `<stream:error>
  <not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>`,
  ...conditionNamespace("stream"),
});
