import { removeSpan } from "./edits";
import { rule } from "./rule";

// Directives for this tool are no part of the stanza.
const directive = /^\s*xmpp-stanza-/;

export default rule({
  id: "xml-comment",
  group: "XML",
  severity: "error",
  offByDefault: true,
  rfc: "11.1",
  since: "0.1.0",
  summary: "A stanza must not contain a comment.",
  why: "RFC 6120 §11.1 forbids comments on the wire.",
  exceptions:
    "In files, comments are for human readers, so the rule is off by default. Turn it on for fixtures that a test sends byte for byte. Comments that begin with `xmpp-stanza-` are for this tool and are never reported.",
  fix: {
    change: "Remove the comment.",
    automatic: "always",
  },
  bad: `<presence>
  <!-- back in a minute -->
  <show>away</show>
</presence>`,
  good: `<presence>
  <show>away</show>
</presence>`,
  messages: {
    comment: "A stanza must not contain a comment. Remove it (RFC 6120 §11.1)",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      for (const { value, span } of stanza.comments) {
        if (directive.test(value)) continue;
        report(span, "comment", {
          fixes: () => [
            {
              title: "Remove the comment",
              edits: [removeSpan(span.start, span.end, stanza.source)],
              applicability: "automatic",
            },
          ],
        });
      }
    },
  },
});
