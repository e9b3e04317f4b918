import { childElements, isBlank } from "../xml/tree";
import { holdsAddress } from "../xmpp/conditions";
import { knownText } from "../xmpp/unknown";
import { emptyCondition } from "./conditionFixes";
import { emptyElement, removeElement } from "./edits";
import { rule } from "./rule";
import { visibleSpan } from "./strayText";

export default rule({
  id: "condition-content",
  group: "Defined condition",
  severity: "error",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "A condition must be empty; only gone and redirect may contain an address.",
  why: "RFC 6120 §8.3.2 defines conditions as empty elements; only gone and redirect contain text, the new address. Text for people belongs in `<text/>`, details for programs in an application-specific condition.",
  fix: {
    change: "Move the text into `<text/>`, or remove the content.",
    automatic: "never",
    reason: "`--fix` does not apply it, because content may be lost.",
  },
  bad: `<iq type='error' id='c5'>
  <error type='modify'>
    <bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>No query in here</bad-request>
  </error>
</iq>`,
  good: `<iq type='error' id='c5'>
  <error type='modify'>
    <bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>No query in here</text>
  </error>
</iq>`,
  messages: {
    text: "<{condition}/> must be empty. Move its text into <text/> (RFC 6120 §8.3.2)",
    element: "<{condition}/> must not contain <{child}/>. Move it out (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      for (const condition of error.conditions) {
        const values = { condition: condition.local };
        const [child] = childElements(condition);
        const text = condition.children.find((one) => one.kind === "text" && !isBlank(one.value));
        const known = knownText(condition);
        const address = holdsAddress(condition.local);
        if (child) {
          report(child.nameSpan, "element", {
            values: { ...values, child: child.name },
            fixes: () => [
              {
                title: "Remove the content of {condition}",
                values,
                edits: address
                  ? childElements(condition).map((one) => removeElement(one, stanza.source))
                  : emptyElement(condition),
                applicability: "choice",
              },
            ],
          });
        } else if (!address && text?.kind === "text" && known !== undefined) {
          report(visibleSpan(text, stanza.source), "text", {
            values,
            fixes: (context) => {
              const hasText = error.texts.length + error.misplacedTexts.length > 0;
              const empty = {
                title: "Empty {condition}",
                values,
                edits: emptyElement(condition),
                applicability: "choice" as const,
              };
              if (hasText) return [{ ...empty, applicability: "preferred" }];
              const edits = emptyCondition(condition, error, stanza, context);
              return [
                { title: "Move the text into <text/>", edits, applicability: "preferred" },
                empty,
              ];
            },
          });
        }
      }
    },
  },
});
