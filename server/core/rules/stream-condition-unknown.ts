import { conditionUnknown } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "stream-condition-unknown",
  group: "Stream error",
  severity: "error",
  rfc: "4.9.3",
  since: "0.1.0",
  summary: "Elements in the stream error namespace must be defined conditions or `<text/>`.",
  why: "The namespace `urn:ietf:params:xml:ns:xmpp-streams` contains the 25 conditions of RFC 6120 §4.9.3 and `text`. A condition of your own belongs in your own namespace, next to a defined condition. Stanza errors and SASL failures have other conditions, in namespaces of theirs.",
  fix: {
    change: "Change to the nearest of the 25 conditions, or to another one.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the nearest name is a guess.",
  },
  bad: `<stream:error>
  <system-shutdwon xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>`,
  good: `<stream:error>
  <system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>`,
  ...conditionUnknown("stream"),
});
