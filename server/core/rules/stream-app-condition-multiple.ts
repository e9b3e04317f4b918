import { appConditionMultiple } from "./familyTexts";
import { rule } from "./rule";

export default rule({
  id: "stream-app-condition-multiple",
  group: "Stream error",
  severity: "warning",
  rfc: "4.9.2",
  since: "0.1.0",
  summary: "A stream error should have at most one application-specific condition.",
  why: "RFC 6120 §4.9.2 allows one next to condition and text. Most receivers read the first and ignore the others.",
  fix: {
    change: "Remove the element.",
    automatic: "never",
    reason: "`--fix` does not apply it, because content may be lost.",
  },
  bad: `<stream:error>
  <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <too-many-rooms xmlns='http://example.org/ns'/>
  <go-away xmlns='http://example.org/ns'/>
</stream:error>`,
  good: `<stream:error>
  <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <too-many-rooms xmlns='http://example.org/ns'/>
</stream:error>`,
  ...appConditionMultiple("stream"),
});
