import { removeElement } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "error-child-duplicate",
  group: "Error child",
  severity: "error",
  rfc: "8.3.1",
  summary: "A stanza has one error child at most.",
  description:
    "RFC 6120 §8.3.1 speaks of one error child, and receivers read one: which of several it is depends on the implementation. However many there are, this is one finding, at the second.",
  fix: "Remove the later ones.",
  bad: `<message type='error' id='m3'>
  <error type='cancel'>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
  <error type='wait'>
    <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  good: `<message type='error' id='m3'>
  <error type='cancel'>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  messages: {
    duplicate:
      "A stanza has one error child at most (RFC 6120 §8.3.1), and this is another. Remove it.",
    first: "The first error child is here.",
  },
  check(stanza, report) {
    const [first, second, ...more] = stanza.errors;
    if (!first || !second) return;
    report(second.element.nameSpan, "duplicate", {
      related: [{ span: first.element.nameSpan, message: "first" }],
      fixes: () => [
        {
          title: "Remove the later error children",
          edits: [second, ...more].map((one) => removeElement(one.element, stanza.source)),
          preferred: true,
        },
      ],
    });
  },
});
