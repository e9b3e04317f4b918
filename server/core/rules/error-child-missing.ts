import type { Edit } from "../text/edit";
import type { XmlElement } from "../xml/tree";
import { conditions } from "../xmpp/conditions";
import { isContentNamespace } from "../xmpp/namespaces";
import { isStanzaKind, type Stanza } from "../xmpp/stanza";
import { appendChildren, conditionXml, layoutOf, quoteOf } from "./edits";
import { moveOut, takeStanzaNamespace } from "./errorChildFixes";
import type { Fix, FixContext } from "./fix";
import { rule, valueSpan } from "./rule";

// The conditions that answer most failing requests, before the others of the table.
const usual = ["service-unavailable", "item-not-found", "bad-request", "feature-not-implemented"];

export default rule({
  id: "error-child-missing",
  group: "Error child",
  severity: "error",
  rfc: "8.3.1",
  since: "0.1.0",
  checksForwarded: true,
  summary: "A stanza of type error must have an `<error/>`.",
  why: "The `<error/>` says what went wrong; without it the receiver only learns that something did (RFC 6120 §8.3.1, rule 4). It must be in the namespace of its stanza.",
  exceptions:
    "If there is an `<error/>` in another namespace, or deeper in the stanza, inside the payload, the finding is there.",
  fix: {
    change:
      "Insert an `<error/>` with a condition of your choice; put a misplaced one into the namespace of the stanza; move a nested one out.",
    automatic: "sometimes",
    reason:
      "`--fix` corrects the namespace of a child. It does not move a nested `<error/>`, which may be the payload's own, nor insert an `<error/>`, because only you know the condition.",
  },
  bad: `<message from='juliet@example.com' type='error' id='m1'/>`,
  good: `<message from='juliet@example.com' type='error' id='m1'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  messages: {
    missing: "type='error' without <error/>. Add one with type and condition (RFC 6120 §8.3.1)",
    namespace: "<error/> is not in its stanza's namespace. Correct the namespace (RFC 6120 §8.3.1)",
    nested: "<error/> is inside <{parent}/>. Move it out into the stanza (RFC 6120 §8.3.1)",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      const { type, typeValue, errors, misplacedErrors, mayHaveError } = stanza;
      if (!type || typeValue !== "error" || errors.length > 0 || mayHaveError) return;
      const [misplaced] = misplacedErrors;
      const nested = misplaced ? undefined : findNestedError(stanza.element);
      if (misplaced) {
        report(misplaced.nameSpan, "namespace", {
          fixes: () => [takeStanzaNamespace(misplaced, stanza)],
        });
      } else if (nested) {
        report(nested.nameSpan, "nested", {
          values: { parent: nested.parent?.name ?? "" },
          fixes: (context) => [moveOut(nested, stanza, context), ...insertions(stanza, context)],
        });
      } else {
        report(valueSpan(type), "missing", { fixes: (context) => insertions(stanza, context) });
      }
    },
  },
});

/** The first element `error` deeper in the stanza that belongs to no other stanza. */
function findNestedError(stanza: XmlElement): XmlElement | undefined {
  const open = [...stanza.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind !== "element") continue;
    if (node.local === "error") return node;
    if (isStanzaKind(node.local) && isContentNamespace(node.namespace)) continue;
    for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
  }
  return undefined;
}

function insertions(stanza: Stanza, context: FixContext): Fix[] {
  const { element, source } = stanza;
  const quote = quoteOf(element, source);
  const known = new Map(conditions.map((condition) => [condition.name, condition]));
  // undefined-condition needs an application-specific condition, which cannot be guessed here.
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
      applicability: "choice" as const,
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
