import type { Edit } from "../text/edit";
import { childElements, isBlank } from "../xml/tree";
import { knownText } from "../xmpp/unknown";
import { rule } from "./rule";

export default rule({
  id: "redirect-address-missing",
  group: "Defined condition",
  severity: "warning",
  rfc: "8.3.3.14",
  since: "0.1.0",
  summary: "`<redirect/>` should contain the alternate address.",
  why: "redirect sends the sender to another entity, whose address it should contain, as a URI or IRI (RFC 6120 §8.3.3.14). Without the address the sender cannot follow it.",
  fix: {
    change: "Insert `xmpp:`, for you to complete.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the address is unknown.",
  },
  bad: `<presence type='error'>
  <error type='modify'>
    <redirect xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</presence>`,
  good: `<presence type='error'>
  <error type='modify'>
    <redirect xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:garden@example.org</redirect>
  </error>
</presence>`,
  messages: {
    missing: "<redirect/> has no address. Add one, e.g. xmpp:room@example.org (RFC 6120 §8.3.3.14)",
  },
  check: {
    on: "error",
    run({ conditions }, _stanza, report) {
      for (const condition of conditions) {
        if (condition.local !== "redirect" || !isBlank(knownText(condition) ?? "known")) continue;
        if (childElements(condition).length > 0) continue;
        report(condition.nameSpan, "missing", {
          fixes: () => {
            const { startTag, endTag, name } = condition;
            const edit: Edit = endTag
              ? { span: { start: startTag.end, end: startTag.end }, newText: "xmpp:" }
              : {
                  span: { start: startTag.end - 2, end: startTag.end },
                  newText: `>xmpp:</${name}>`,
                };
            return [{ title: "Insert xmpp:", edits: [edit], applicability: "preferred" }];
          },
        });
      }
    },
  },
});
