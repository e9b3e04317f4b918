import { conditionObsolete } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "stream-condition-obsolete",
  group: "Stream error",
  severity: "information",
  rfc: "4.9.3",
  since: "0.1.0",
  summary: "Stream errors should not have a condition that RFC 6120 has renamed or dropped.",
  why: "RFC 3920 had xml-not-well-formed, which is not-well-formed since RFC 6120 §4.9.3.13 because names that begin with xml are reserved, and invalid-id, which RFC 6120 dropped. Old servers still send them.",
  fix: {
    change: "Change to the new name, or to another condition.",
    automatic: "sometimes",
    reason: "`--fix` changes to the new name. For a dropped condition there is none.",
  },
  bad: `<stream:error>
  <xml-not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>`,
  good: `<stream:error>
  <not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>`,
  ...conditionObsolete("stream"),
});
