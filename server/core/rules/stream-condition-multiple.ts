import { conditionMultiple } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "stream-condition-multiple",
  group: "Stream error",
  severity: "error",
  rfc: "4.9.2",
  since: "0.1.0",
  summary: "A stream error must have only one defined condition.",
  why: "RFC 6120 §4.9.2 requires exactly one. Details belong in `<text/>` or in an application-specific condition.",
  fix: {
    change: "Keep one condition and remove the others.",
    automatic: "never",
    reason: "`--fix` does not apply it, because it cannot know which of them is meant.",
  },
  bad: `<stream:error>
  <conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>`,
  good: `<stream:error>
  <conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>`,
  ...conditionMultiple("stream"),
});
