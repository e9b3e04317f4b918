import { isBlank, trimSpace } from "../xml/tree";
import { holdsAddress } from "../xmpp/conditions";
import { iriOfJid, isAbsoluteIri } from "../xmpp/iri";
import { isUnknownValue } from "../xmpp/placeholder";
import { knownText } from "../xmpp/unknown";
import { escapeText } from "./edits";
import { rule } from "./rule";
import { visibleSpan } from "./strayText";

export default rule({
  id: "condition-address-invalid",
  group: "Defined condition",
  severity: "error",
  rfc: "8.3.3.5",
  since: "0.1.0",
  checksForwarded: true,
  summary: "The address in gone and redirect must be an absolute URI or IRI.",
  why: "gone may give a new address, and redirect gives an alternate one (RFC 6120 §8.3.3.5, §8.3.3.14). Both are URIs or IRIs: `xmpp:romeo@example.net`, not a bare JID.",
  exceptions: "White space around the address is ignored.",
  fix: {
    change: "Put `xmpp:` before a JID.",
    automatic: "always",
  },
  bad: `<message type='error' id='c6'>
  <error type='cancel'>
    <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>romeo@afterlife.example.net</gone>
  </error>
</message>`,
  good: `<message type='error' id='c6'>
  <error type='cancel'>
    <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:romeo@afterlife.example.net</gone>
  </error>
</message>`,
  messages: {
    invalid: '"{address}" is not an absolute URI. Write it as xmpp:… (RFC 6120 §{section})',
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      for (const condition of error.conditions) {
        if (!holdsAddress(condition.local)) continue;
        const address = trimSpace(knownText(condition) ?? "");
        if (address === "" || isAbsoluteIri(address) || isUnknownValue(address)) continue;
        const text = condition.children.find((one) => one.kind === "text" && !isBlank(one.value));
        if (text?.kind !== "text") continue;
        // An address in pieces, around a comment or a CDATA section, is replaced as a whole.
        const last = condition.children.findLast(
          (one) => one.kind === "text" && !isBlank(one.value),
        ) as typeof text;
        const span = {
          start: visibleSpan(text, stanza.source).start,
          end: visibleSpan(last, stanza.source).end,
        };
        report(span, "invalid", {
          values: {
            condition: condition.local,
            address,
            section: condition.local === "gone" ? "8.3.3.5" : "8.3.3.14",
          },
          fixes: () => {
            const iri = iriOfJid(address);
            if (iri === undefined) return [];
            return [
              {
                title: "Change to {iri}",
                values: { iri },
                edits: [{ span, newText: escapeText(iri) }],
                applicability: "automatic",
              },
            ];
          },
        });
      }
    },
  },
});
