import { keepOneOf } from "./conditionFixes";
import { rule } from "./rule";

export default rule({
  id: "condition-multiple",
  group: "Defined condition",
  severity: "error",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An `<error/>` must have only one defined condition.",
  why: "RFC 6120 §8.3.2 requires exactly one. Of two, some receivers read the first and others the last. Details belong in `<text/>` or in an application-specific condition.",
  fix: {
    change: "Keep one condition and remove the others.",
    automatic: "never",
    reason: "`--fix` does not apply it, because it cannot know which of them is meant.",
  },
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
      "More than one defined condition: {first} is already there. Keep one (RFC 6120 §8.3.2)",
    first: "The first condition is here.",
  },
  check: {
    on: "error",
    run({ conditions }, stanza, report) {
      const [first, ...others] = conditions;
      if (!first) return;
      for (const extra of others) {
        report(extra.nameSpan, "multiple", {
          values: { first: first.local },
          related: [{ span: first.nameSpan, message: "first" }],
          fixes: () => keepOneOf(conditions, [first, extra], stanza.source),
        });
      }
    },
  },
});
