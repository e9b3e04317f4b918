import { conditionMissing } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "stream-condition-missing",
  group: "Stream error",
  severity: "error",
  rfc: "4.9.2",
  since: "0.1.0",
  summary: "A stream error must have a defined condition.",
  why: "The condition tells the other side why the stream ends. RFC 6120 §4.9.2 requires one of the 25 that §4.9.3 defines, even next to an application-specific condition.",
  exceptions:
    "An element that was meant as the condition is reported by stream-condition-unknown or stream-condition-namespace instead.",
  fix: {
    change: "Insert a condition.",
    automatic: "never",
    reason: "`--fix` does not apply it, because only you know what went wrong.",
  },
  bad: `<stream:error>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>Bye</text>
</stream:error>`,
  good: `<stream:error>
  <system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>Bye</text>
</stream:error>`,
  ...conditionMissing("stream"),
});
