import { removeElement } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "error-child-duplicate",
  group: "Error child",
  severity: "error",
  rfc: "8.3.1",
  since: "0.1.0",
  checksForwarded: true,
  summary: "A stanza must have at most one `<error/>`.",
  why: "RFC 6120 §8.3.1 allows one `<error/>`. If there are several, it depends on the receiver which of them is read.",
  exceptions: "However many there are, only the second is reported.",
  fix: {
    change: "Remove all but the first.",
    automatic: "never",
    reason: "`--fix` does not apply it, because it cannot know which of them is meant.",
  },
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
    duplicate: "Second <error/> in this stanza. Remove it (RFC 6120 §8.3.1)",
    first: "The first <error/> is here.",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      const [first, second, ...more] = stanza.errors;
      if (!first || !second) return;
      report(second.element.nameSpan, "duplicate", {
        related: [{ span: first.element.nameSpan, message: "first" }],
        fixes: () => [
          {
            title: "Remove all but the first <error/>",
            edits: [second, ...more].map((one) => removeElement(one.element, stanza.source)),
            applicability: "preferred",
          },
        ],
      });
    },
  },
});
