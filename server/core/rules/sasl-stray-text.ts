import { strayText } from "./familyTexts";
import { rule } from "./rule";

export default rule({
  id: "sasl-stray-text",
  group: "SASL failure",
  severity: "warning",
  rfc: "6.4.5",
  since: "0.1.0",
  summary: "Text in a SASL failure should be inside `<text/>`.",
  why: "A SASL failure contains elements only: a condition and an optional `<text/>` (RFC 6120 §6.4.5). Text between them is ignored.",
  exceptions: "Without a condition, only that is reported.",
  fix: {
    change: "Move the text into `<text/>`; remove it if there is a `<text/>` already.",
    automatic: "sometimes",
    reason: "`--fix` moves the text if there is no `<text/>`. It never removes text.",
  },
  bad: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  Wrong password
  <not-authorized/>
</failure>`,
  good: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized/>
  <text xml:lang='en'>Wrong password</text>
</failure>`,
  ...strayText("sasl"),
});
