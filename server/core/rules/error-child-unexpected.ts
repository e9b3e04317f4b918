import { putAttribute, removeElement } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "error-child-unexpected",
  group: "Error child",
  severity: "error",
  rfc: "8.3.1",
  summary: "Only a stanza of type error has an error child.",
  description:
    "RFC 6120 §8.3.1, rule 7: an entity does not include an error child if the type is anything but error, or if there is no type. Receivers look at the type, so such a stanza passes for an ordinary message, a presence that says that somebody is there, or a successful answer. Some of the examples in RFC 6120 itself have this mistake.",
  fix: "Set `type='error'`, or remove the error child.",
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
      "Only a stanza of type error has an error child, and this one is of type \"{type}\" (RFC 6120 §8.3.1). Set type='error', or remove the child.",
    none: "Only a stanza of type error has an error child, and this one has no type (RFC 6120 §8.3.1). Set type='error', or remove the child.",
  },
  check(stanza, report) {
    const [error] = stanza.errors;
    const type = stanza.typeValue;
    if (!error || type === "error" || (stanza.type && type === undefined)) return;
    report(error.element.nameSpan, type === undefined ? "none" : "other", {
      values: { type: type ?? "" },
      fixes: () => [
        {
          title: "Set type='error' on <{kind}/>",
          values: { kind: stanza.kind },
          edits: [putAttribute(stanza.element, "type", "error", stanza.source)],
          preferred: true,
          // With a type that says otherwise, either of the two may be the mistake.
          ...(stanza.type ? {} : { safe: true as const }),
        },
        {
          title: "Remove the error child",
          edits: stanza.errors.map((one) => removeElement(one.element, stanza.source)),
        },
      ],
    });
  },
});
