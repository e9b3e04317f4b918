import { rule } from "./rule";

export default rule({
  id: "iq-payload",
  group: "Stanza",
  severity: "error",
  rfc: "8.2.3",
  since: "0.1.0",
  summary: "An `<iq/>` must have one child element in a get or set, and at most one in a result.",
  why: "The child of a get or set is the request itself; RFC 6120 §8.2.3 requires exactly one. A result has at most one, the answer.",
  exceptions:
    "An `<error/>` is not counted: error-child-unexpected reports it where it does not belong. A placeholder, or an element of unknown name, may be the missing child, so nothing is reported there.",
  bad: `<iq type='get' id='d1' to='example.com'/>`,
  good: `<iq type='get' id='d1' to='example.com'>
  <query xmlns='http://jabber.org/protocol/disco#info'/>
</iq>`,
  messages: {
    none: "<iq type='{type}'> has no child element. Add the request (RFC 6120 §8.2.3)",
    many: "<iq type='{type}'> must have one child element. Remove this one (RFC 6120 §8.2.3)",
    result: "A result must have at most one child element. Remove this one (RFC 6120 §8.2.3)",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      const type = stanza.typeValue;
      if (stanza.kind !== "iq" || stanza.errors.length > 0) return;
      const asks = type === "get" || type === "set";
      if (!asks && type !== "result") return;
      const extra = stanza.payload[1];
      if (extra) {
        report(extra.nameSpan, asks ? "many" : "result", { values: { type } });
      } else if (asks && stanza.payload.length === 0 && !stanza.mayHaveError) {
        report(stanza.element.nameSpan, "none", { values: { type } });
      }
    },
  },
});
