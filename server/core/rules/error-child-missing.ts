import type { Edit } from "../text/edit";
import { conditions } from "../xmpp/conditions";
import type { Stanza } from "../xmpp/stanza";
import {
  appendChildren,
  conditionXml,
  layoutOf,
  putAttribute,
  quoteOf,
  removeAttribute,
  renameElement,
  sorted,
} from "./edits";
import type { Fix, FixContext } from "./fix";
import { rule, valueSpan } from "./rule";

// The conditions that answer most requests that fail, before the others of the table.
const usual = ["service-unavailable", "item-not-found", "bad-request", "feature-not-implemented"];

export default rule({
  id: "error-child-missing",
  group: "Error child",
  severity: "error",
  rfc: "8.3.1",
  summary: "A stanza of type error has an error child.",
  description:
    "The error child says what went wrong; without it the receiver learns only that something did (RFC 6120 §8.3.1, rule 4). The child is in the namespace of the stanza. If it is there but in another namespace, the finding stands at it.",
  fix: "Insert an error child with a condition to choose; set the namespace of a misplaced one.",
  bad: `<message from='juliet@example.com' type='error' id='m1'/>`,
  good: `<message from='juliet@example.com' type='error' id='m1'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  messages: {
    missing:
      "A stanza of type error has an error child that says what went wrong (RFC 6120 §8.3.1). Add <error/> with a type and a condition.",
    namespace:
      "This error child is in another namespace than its stanza, so the stanza has none (RFC 6120 §8.3.1). Correct its namespace.",
  },
  check(stanza, report) {
    const { type, typeValue, errors, misplacedErrors, unknownContent } = stanza;
    if (!type || typeValue !== "error" || errors.length > 0 || unknownContent) return;
    const [misplaced] = misplacedErrors;
    if (!misplaced) {
      report(valueSpan(type), "missing", { fixes: (context) => insertions(stanza, context) });
      return;
    }
    report(misplaced.nameSpan, "namespace", {
      fixes: () => {
        const { source } = stanza;
        const own = misplaced.attributes.find((one) => one.name === "xmlns");
        const inherits = misplaced.parent?.namespace === stanza.element.namespace;
        const edits: Edit[] =
          own && inherits && stanza.element.prefix === ""
            ? [removeAttribute(own, source)]
            : [putAttribute(misplaced, "xmlns", stanza.element.namespace, source)];
        const renamed = misplaced.prefix === "" ? [] : renameElement(misplaced, "error");
        return [
          {
            title: "Put <error/> into the namespace of the stanza",
            edits: sorted([...renamed, ...edits]),
            preferred: true,
            safe: true,
          },
        ];
      },
    });
  },
});

function insertions(stanza: Stanza, context: FixContext): Fix[] {
  const { element, source } = stanza;
  const quote = quoteOf(element, source);
  const known = new Map(conditions.map((condition) => [condition.name, condition]));
  // undefined-condition needs more than can be guessed here.
  const rest = conditions.map(({ name }) => name).filter((name) => name !== "undefined-condition");
  const names = [...new Set([...usual, ...rest])];
  return names.map((name) => {
    const type = known.get(name)?.expectedTypes[0] ?? "cancel";
    const prefix = element.prefix === "" ? "" : `${element.prefix}:`;
    const address = name === "redirect" ? "xmpp:" : "";
    const skeleton = [
      `<${prefix}error type=${quote}${type}${quote}>`,
      conditionXml(name, quote, address),
      `</${prefix}error>`,
    ];
    return {
      title: "Insert <error/> with {condition}",
      values: { condition: name },
      edits: [insertLines(stanza, skeleton, context)],
    };
  });
}

/** Inserts the three lines of an error child, indented like the stanza's other children. */
function insertLines(stanza: Stanza, lines: readonly string[], context: FixContext): Edit {
  const [open = "", condition = "", close = ""] = lines;
  const { element, source } = stanza;
  const { before, step } = layoutOf(element, source, context);
  // On one line with its siblings, the child is on one line too.
  const isInline = !before.includes("\n");
  const child = isInline
    ? `${open}${condition}${close}`
    : `${open}${before}${step}${condition}${before}${close}`;
  return appendChildren(element, [child], source, context);
}
