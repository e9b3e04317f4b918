import type { Restricted } from "../xml/tree";
import { removeSpan } from "./edits";
import { rule } from "./rule";

const titles = {
  doctype: "Remove the document type",
  "processing-instruction": "Remove <?{name}…?>",
  "entity-reference": "Remove &{name};",
} as const satisfies Record<Restricted["feature"], string>;

export default rule({
  id: "xml-restricted",
  group: "XML",
  severity: "error",
  rfc: "11.1",
  since: "0.1.0",
  summary: "A stanza must not contain a DTD, a processing instruction or a custom entity.",
  why: "RFC 6120 §11.1 excludes these features of XML from streams. A receiver ignores them, or closes the stream with restricted-xml.",
  exceptions:
    "The five entities that XML itself defines (`&amp;`, `&lt;`, `&gt;`, `&apos;`, `&quot;`) and character references are allowed. The value of any other entity is unknown, so no other rule checks a value that contains one.",
  fix: {
    change: "Remove it.",
    automatic: "sometimes",
    reason:
      "`--fix` removes a DTD or a processing instruction, but not an entity reference, because the text it stands for would be lost.",
  },
  bad: `<message to='juliet@example.com'>
  <body>Wherefore art thou&hellip;</body>
</message>`,
  good: `<message to='juliet@example.com'>
  <body>Wherefore art thou…</body>
</message>`,
  messages: {
    doctype: "A stanza must not contain a document type. Remove it (RFC 6120 §11.1)",
    "processing-instruction": "A stanza must not contain <?{name}…?>. Remove it (RFC 6120 §11.1)",
    "entity-reference":
      "A stanza must not refer to the entity {name}. Write its text instead (RFC 6120 §11.1)",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      for (const { feature, name, span } of stanza.restricted) {
        report(span, feature, {
          values: { name },
          fixes: () => [
            {
              title: titles[feature],
              values: { name },
              edits: [
                feature === "entity-reference"
                  ? { span, newText: "" }
                  : removeSpan(span.start, span.end, stanza.source),
              ],
              applicability: feature === "entity-reference" ? "preferred" : "automatic",
            },
          ],
        });
      }
    },
  },
});
