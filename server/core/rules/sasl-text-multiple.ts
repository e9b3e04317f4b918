import { textMultiple } from "./familyTexts";
import { rule } from "./rule";

export default rule({
  id: "sasl-text-multiple",
  group: "SASL failure",
  severity: "warning",
  rfc: "6.4.5",
  since: "0.1.0",
  summary: "A SASL failure should have only one `<text/>` per language.",
  why: "RFC 6120 §6.4.5 defines one `<text/>`; several are useful only as translations, distinguished by `xml:lang`.",
  exceptions: "An inherited language counts. Case does not matter.",
  fix: {
    change: "Remove the later one.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the language may be wrong instead.",
  },
  bad: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized/>
  <text xml:lang='en'>Wrong password</text>
  <text xml:lang='en'>Try again</text>
</failure>`,
  good: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized/>
  <text xml:lang='en'>Wrong password</text>
  <text xml:lang='it'>Password errata</text>
</failure>`,
  ...textMultiple("sasl"),
});
