import { findStanzaType } from "../xmpp/stanzaTypes";
import { putAttribute, removeElement } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "error-child-unexpected",
  group: "Error child",
  severity: "error",
  rfc: "8.3.1",
  since: "0.1.0",
  checksForwarded: true,
  summary: "Only a stanza of type error may have an `<error/>`.",
  why: "RFC 6120 §8.3.1, rule 7: an entity must not include an `<error/>` if the type is anything but error, or if there is no type. Receivers look at the type, so they take such a stanza for a normal message, an available presence or a successful result. Some examples in RFC 6120 itself have this mistake.",
  exceptions: "A type that is not defined at all is reported by stanza-type-invalid alone.",
  fix: {
    change: "Set `type='error'`, or remove the `<error/>`.",
    automatic: "sometimes",
    reason:
      "`--fix` sets the type where there is none. Where there is another type, either the type or the `<error/>` may be wrong.",
  },
  bad: `<message from='bill@example.com' to='romeo@example.net' id='m2'>
  <error type='modify'>
    <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  good: `<message from='bill@example.com' to='romeo@example.net' id='m2' type='error'>
  <error type='modify'>
    <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  messages: {
    other:
      "<error/> in a stanza of type \"{type}\". Set type='error' or remove it (RFC 6120 §8.3.1)",
    none: "<error/> in a stanza without a type. Set type='error' or remove it (RFC 6120 §8.3.1)",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      const [error] = stanza.errors;
      const type = stanza.typeValue;
      if (!error || type === "error" || (stanza.type && type === undefined)) return;
      // A type that is not defined is a single mistake with a single repair, which stanza-type-invalid reports.
      if (type !== undefined && !stanza.nested && !findStanzaType(stanza.kind, type)) return;
      report(error.element.nameSpan, type === undefined ? "none" : "other", {
        values: { type: type ?? "" },
        fixes: () => [
          {
            title: "Set type='error' on <{kind}/>",
            values: { kind: stanza.kind },
            edits: [putAttribute(stanza.element, "type", "error", stanza.source)],
            // With a type that contradicts the child, either of the two may be the mistake.
            applicability: stanza.type ? "preferred" : "automatic",
          },
          {
            title: "Remove <error/>",
            edits: stanza.errors.map((one) => removeElement(one.element, stanza.source)),
            applicability: "choice",
          },
        ],
      });
    },
  },
});
