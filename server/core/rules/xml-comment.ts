import { removeSpan } from "./edits";
import { rule } from "./rule";

// Comments by which a file speaks to this tool are no part of the stanza.
const directive = /^\s*xmpp-stanza-/;

export default rule({
  id: "xml-comment",
  group: "XML",
  severity: "error",
  offByDefault: true,
  rfc: "11.1",
  summary: "A stanza holds no comment.",
  description:
    "RFC 6120 §11.1 forbids comments on the wire. In files they are for human readers, so this rule is off unless you switch it on, for example for fixtures that a test sends byte for byte. Comments that begin with `xmpp-stanza-` speak to this tool and never count.",
  fix: "Remove it.",
  bad: `<presence>
  <!-- back in a minute -->
  <show>away</show>
</presence>`,
  good: `<presence>
  <show>away</show>
</presence>`,
  messages: {
    comment: "A stanza on the wire cannot hold a comment (RFC 6120 §11.1). Remove it.",
  },
  check(stanza, report) {
    for (const { value, span } of stanza.comments) {
      if (directive.test(value)) continue;
      report(span, "comment", {
        fixes: () => [
          {
            title: "Remove the comment",
            edits: [removeSpan(span.start, span.end, stanza.source)],
            preferred: true,
            safe: true,
          },
        ],
      });
    }
  },
});
