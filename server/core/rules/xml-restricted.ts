import { removeSpan } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "xml-restricted",
  group: "XML",
  severity: "error",
  rfc: "11.1",
  summary:
    "A stanza holds no DTD, no processing instruction and no entity reference beyond the five of XML.",
  description:
    "RFC 6120 §11.1 keeps these features of XML out of streams; a receiver ignores them or closes the stream with restricted-xml. The five entities that XML itself defines (`&amp;`, `&lt;`, `&gt;`, `&apos;`, `&quot;`) and character references are fine. What an entity would stand for is not known here, so no other rule says anything about a value that holds one.",
  fix: "Remove it.",
  bad: `<message to='juliet@example.com'>
  <body>Wherefore art thou&hellip;</body>
</message>`,
  good: `<message to='juliet@example.com'>
  <body>Wherefore art thou…</body>
</message>`,
  messages: {
    doctype: "A stanza cannot hold a document type declaration (RFC 6120 §11.1). Remove it.",
    "processing-instruction":
      "A stanza cannot hold a processing instruction (RFC 6120 §11.1). Remove <?{name}…?>.",
    "entity-reference":
      "A stanza cannot refer to the entity {name}: RFC 6120 §11.1 allows only amp, lt, gt, apos and quot. Write the character itself.",
  },
  check(stanza, report) {
    for (const { feature, name, span } of stanza.restricted) {
      report(span, feature, {
        values: { name },
        fixes: () => [
          {
            title: "Remove it",
            edits: [
              feature === "entity-reference"
                ? { span, newText: "" }
                : removeSpan(span.start, span.end, stanza.source),
            ],
            preferred: true,
            ...(feature === "entity-reference" ? {} : { safe: true as const }),
          },
        ],
      });
    }
  },
});
