import { textNamespace } from "./familyTexts";
import { rule } from "./rule";

export default rule({
  id: "sasl-text-namespace",
  group: "SASL failure",
  severity: "error",
  rfc: "6.4.5",
  since: "0.1.0",
  summary: "`<text/>` of a SASL failure must be in the namespace of its `<failure/>`.",
  why: "In the SASL of RFC 6120 §6.4.5 and in that of XEP-0388, `<text/>` is in the namespace of the `<failure/>`; nobody shows it in another.",
  fix: {
    change: "Set the namespace.",
    automatic: "always",
  },
  bad: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized/>
  <text xmlns='' xml:lang='en'>Wrong password</text>
</failure>`,
  good: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>
  <not-authorized/>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-sasl' xml:lang='en'>Wrong password</text>
</failure>`,
  ...textNamespace("sasl"),
});
