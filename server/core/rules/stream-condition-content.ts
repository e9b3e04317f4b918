import { conditionContent } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "stream-condition-content",
  group: "Stream error",
  severity: "error",
  rfc: "4.9.3",
  since: "0.1.0",
  summary: "A condition of a stream error must be empty; only see-other-host has content.",
  why: "RFC 6120 §4.9.3 defines conditions as empty elements; only see-other-host contains text, the other host. Text for people belongs in `<text/>`, details for programs in an application-specific condition.",
  fix: {
    change: "Move the text into `<text/>`, or remove the content.",
    automatic: "never",
    reason: "`--fix` does not apply it, because content may be lost.",
  },
  bad: `<stream:error>
  <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'>Too much</policy-violation>
</stream:error>`,
  good: `<stream:error>
  <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>Too much</text>
</stream:error>`,
  ...conditionContent("stream"),
});
