import { rule } from "./rule";

export default rule({
  id: "app-condition-namespace",
  group: "Application-specific condition",
  severity: "error",
  rfc: "8.3.4",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An application-specific condition must have its own namespace.",
  why: "Next to condition and text, an `<error/>` may contain one element that an application defines, in the namespace of that application (RFC 6120 §8.3.4). Without `xmlns` it is in the namespace of the stanza, which does not define it.",
  bad: `<iq type='error' id='a1'>
  <error type='modify'>
    <bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <too-many-parameters/>
  </error>
</iq>`,
  good: `<iq type='error' id='a1'>
  <error type='modify'>
    <bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <too-many-parameters xmlns='http://example.org/ns'/>
  </error>
</iq>`,
  messages: {
    none: "<{name}/> must have its own namespace. Add the xmlns that defines it (RFC 6120 §8.3.4)",
  },
  check: {
    on: "error",
    run(error, _stanza, report) {
      for (const element of error.unqualified) {
        report(element.nameSpan, "none", { values: { name: element.name } });
      }
    },
  },
});
