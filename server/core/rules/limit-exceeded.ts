import { rule } from "./rule";

export default rule({
  id: "limit-exceeded",
  group: "XML",
  severity: "warning",
  rfc: "13.12",
  summary: "A stanza is not too large to be checked, and a file has not too many findings.",
  description:
    "Servers limit the size of stanzas (RFC 6120 §13.12), and so does this program, which has to stay quick whatever it is given: a stanza may have `limits.stanzaLength` characters (1000000), `limits.depth` elements that are open in each other (256), and elements of `limits.attributes` attributes (1000). Of a stanza that goes beyond, nothing else is told. Of a file `limits.findings` findings are told (10000). Each of these limits can be raised. The stanza below goes beyond a depth of 4.",
  bad: `<message to='juliet@example.com'>
  <a xmlns='urn:example:nested'><b><c><d/></c></b></a>
</message>`,
  good: `<message to='juliet@example.com'>
  <a xmlns='urn:example:nested'><b><c/></b></a>
</message>`,
  exampleLimits: { depth: 4 },
  messages: {
    stanzaLength:
      "This stanza is longer than {limit} characters, so it is not checked. Shorten it, or raise the setting limits.stanzaLength.",
    depth:
      "More than {limit} elements are open in each other here, so the stanza is not checked. Nest fewer, or raise the setting limits.depth.",
    attributes:
      "This element has more than {limit} attributes, so the stanza is not checked. Remove some, or raise the setting limits.attributes.",
    findings:
      "This file has more than {limit} findings; those from here on are not told. Mend some, or raise the setting limits.findings.",
  },
  checkExceeded({ limit, span, most }, report) {
    report(span, limit, { values: { limit: String(most) } });
  },
});
