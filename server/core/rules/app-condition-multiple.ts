import { rule } from "./rule";

export default rule({
  id: "app-condition-multiple",
  group: "Application-specific condition",
  severity: "warning",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An `<error/>` should have at most one application-specific condition.",
  why: "RFC 6120 §8.3.2 allows one next to condition and text. Most receivers read the first and ignore the others.",
  exceptions: "Only elements with their own namespace are counted.",
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
      "More than one application-specific condition. Keep one, e.g. {first} (RFC 6120 §8.3.2)",
    first: "The first one is here.",
  },
  check: {
    on: "error",
    run({ application }, _stanza, report) {
      const [first, second] = application;
      if (!first || !second) return;
      report(second.nameSpan, "multiple", {
        values: { first: first.local },
        related: [{ span: first.nameSpan, message: "first" }],
      });
    },
  },
});
