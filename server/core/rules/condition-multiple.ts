import { removeElement } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "condition-multiple",
  group: "Defined condition",
  severity: "error",
  rfc: "8.3.2",
  summary: "An error has one defined condition only.",
  description:
    "RFC 6120 §8.3.2 demands exactly one. With two, one receiver sees the first and another the last. What a second condition was to add belongs into `<text/>` or an application-specific condition.",
  fix: "Keep one and remove the others.",
  bad: `<iq type='error' id='c2'>
  <error type='cancel'>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<iq type='error' id='c2'>
  <error type='cancel'>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    multiple:
      "An error has exactly one defined condition (RFC 6120 §8.3.2), and {first} is there already. Keep one of them.",
    first: "The first condition is here.",
  },
  checkError({ conditions }, stanza, report) {
    const [first, ...others] = conditions;
    if (!first) return;
    for (const extra of others) {
      report(extra.nameSpan, "multiple", {
        values: { first: first.local },
        related: [{ span: first.nameSpan, message: "first" }],
        fixes: () =>
          [first, extra].map((kept) => ({
            title: "Keep {condition}, remove the others",
            values: { condition: kept.local },
            edits: conditions
              .filter((one) => one !== kept)
              .map((one) => removeElement(one, stanza.source)),
          })),
      });
    }
  },
});
