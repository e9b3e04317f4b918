import { appConditionNamespace } from "./familyTexts";
import { rule } from "./rule";

export default rule({
  id: "stream-app-condition-namespace",
  group: "Stream error",
  severity: "error",
  rfc: "4.9.4",
  since: "0.1.0",
  summary: "An application-specific condition of a stream error must have its own namespace.",
  why: "Next to condition and text, a stream error may contain one element that an application defines, in the namespace of that application (RFC 6120 §4.9.4). Without `xmlns` it is in the namespace of the stream, which does not define it.",
  fix: {
    change: "Remove the element.",
    automatic: "never",
    reason: "`--fix` does not apply it, because content may be lost.",
  },
  bad: `<stream:error>
  <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <too-many-rooms/>
</stream:error>`,
  good: `<stream:error>
  <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <too-many-rooms xmlns='http://example.org/ns'/>
</stream:error>`,
  ...appConditionNamespace("stream"),
});
