import { rule } from "./rule";

export default rule({
  id: "app-condition-multiple",
  group: "Application-specific condition",
  severity: "warning",
  rfc: "8.3.2",
  summary: "An error has one application-specific condition at most.",
  description:
    "RFC 6120 §8.3.2 allows one such element beside condition and text. Most receivers look at the first and ignore the others. Only elements with a namespace of their own are counted.",
  bad: `<iq type='error' id='a2'>
  <error type='modify'>
    <bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <too-many-parameters xmlns='http://example.org/ns'/>
    <unknown-parameter xmlns='http://example.org/ns'/>
  </error>
</iq>`,
  good: `<iq type='error' id='a2'>
  <error type='modify'>
    <bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <too-many-parameters xmlns='http://example.org/ns'/>
  </error>
</iq>`,
  messages: {
    multiple:
      "An error has one application-specific condition at most (RFC 6120 §8.3.2), and {first} is there already. Keep one of them.",
    first: "The first one is here.",
  },
  checkError({ application }, _stanza, report) {
    const [first, second] = application;
    if (!first || !second) return;
    report(second.nameSpan, "multiple", {
      values: { first: first.local },
      related: [{ span: first.nameSpan, message: "first" }],
    });
  },
});
