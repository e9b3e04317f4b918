import { rule } from "./rule";

export default rule({
  id: "limit-exceeded",
  group: "XML",
  severity: "warning",
  rfc: "13.12",
  since: "0.1.0",
  summary: "Stanzas and findings should stay within the configured limits.",
  why: "Servers limit the size of stanzas (RFC 6120 §13.12). This program has limits too, so that it stays fast on any input: `limits.stanzaLength` characters in a stanza (1000000), `limits.depth` levels of nested elements (256), `limits.attributes` attributes of an element (1000), and `limits.findings` findings in a file (10000). Each limit can be raised. The example below exceeds a depth of 4.",
  exceptions:
    "A stanza that exceeds a limit gets no other finding, because it is not checked any further.",
  bad: `<message to='juliet@example.com'>
  <a xmlns='urn:example:nested'><b><c><d/></c></b></a>
</message>`,
  good: `<message to='juliet@example.com'>
  <a xmlns='urn:example:nested'><b><c/></b></a>
</message>`,
  exampleLimits: { depth: 4 },
  messages: {
    stanzaLength:
      "Longer than {limit} characters; not checked. Shorten it or raise limits.stanzaLength",
    depth: "Nested deeper than {limit} elements; not checked. Flatten it or raise limits.depth",
    attributes: "More than {limit} attributes; not checked. Remove some or raise limits.attributes",
    findings:
      "More than {limit} findings; the rest are not shown. Fix some or raise limits.findings",
  },
  check: {
    on: "exceeded",
    run({ limit, span, max }, report) {
      report(span, limit, { values: { limit: String(max) } });
    },
  },
});
