import { isBlank } from "../xml/tree";
import { documentSection } from "../xmpp/errorFamilies";
import { knownText } from "../xmpp/unknown";
import { emptyElement } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "tls-failure-content",
  group: "TLS",
  severity: "warning",
  rfc: "5.4.2.2",
  since: "0.1.0",
  summary: "A TLS failure should be empty.",
  why: "RFC 6120 §5.4.2.2 defines `<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>` without conditions or text. The stream and the connection are closed after it, whatever it contains.",
  fix: {
    change: "Remove the content.",
    automatic: "never",
    reason: "`--fix` does not apply it, because content may be lost.",
  },
  bad: `<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'>
  <unsupported-version/>
</failure>`,
  good: "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
  messages: {
    content: "<{element}/> of TLS has no content. Remove what is in it ({document})",
  },
  check: {
    on: "family",
    family: "tls",
    run({ element, family }, report) {
      const text = knownText(element);
      const isEmpty =
        element.children.every(({ kind }) => kind !== "element") &&
        (text === undefined || isBlank(text));
      if (isEmpty || element.isElided) return;
      report(element.nameSpan, "content", {
        values: { element: element.name, document: documentSection(family, family.section) },
        fixes: () => [
          {
            title: "Remove the content of {condition}",
            values: { condition: element.name },
            edits: emptyElement(element),
            applicability: "choice",
          },
        ],
      });
    },
  },
});
