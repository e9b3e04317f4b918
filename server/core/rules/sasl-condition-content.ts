import { conditionContent } from "./familyConditions";
import { rule } from "./rule";

export default rule({
  id: "sasl-condition-content",
  group: "SASL failure",
  severity: "error",
  rfc: "6.5",
  since: "0.1.0",
  summary: "A condition of a SASL failure must be empty.",
  why: "RFC 6120 §6.5 defines conditions as empty elements. Text for people belongs in `<text/>`.",
  fix: {
    change: "Move the text into `<text/>`, or remove the content.",
    automatic: "never",
    reason: "`--fix` does not apply it, because content may be lost.",
  },
  bad: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized>Wrong password</not-authorized>
</failure>`,
  good: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized/>
  <text xml:lang='en'>Wrong password</text>
</failure>`,
  ...conditionContent("sasl"),
});
