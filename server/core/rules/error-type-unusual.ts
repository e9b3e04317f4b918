import { findCondition, isExpectedType } from "../xmpp/conditions";
import { knownErrorType, onlyCondition } from "../xmpp/stanza";
import { errorTypeFixes } from "./errorTypes";
import { rule, valueSpan } from "./rule";

export default rule({
  id: "error-type-unusual",
  group: "Error child",
  severity: "information",
  rfc: "8.3.3",
  summary: "The error type is one that the condition expects.",
  description:
    "RFC 6120 §8.3.3 names with every condition the error type that goes with it. Another one is allowed where it fits better, but mostly it is a slip, or dates from RFC 3920, which had other types for gone and internal-server-error. With no condition, or more than one, nothing is expected.",
  fix: "Change to the expected type.",
  bad: `<iq type='error' id='e3'>
  <error type='cancel'>
    <not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<iq type='error' id='e3'>
  <error type='auth'>
    <not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    unusual:
      "{condition} goes with the error type {expected}, not {type} (RFC 6120 §{section}). Change the type, unless it is meant.",
    "unusual-of-two":
      "{condition} goes with the error type {expected} or {other}, not {type} (RFC 6120 §{section}). Change the type, unless it is meant.",
  },
  checkError(error, stanza, report) {
    const type = knownErrorType(error);
    const condition = findCondition(onlyCondition(error)?.local ?? "");
    if (!error.type || !type || !condition || isExpectedType(condition.name, type)) return;
    const { name, section, expectedTypes } = condition;
    const [expected = "", other] = expectedTypes;
    report(valueSpan(error.type), other ? "unusual-of-two" : "unusual", {
      values: { condition: name, type, section, expected, other: other ?? "" },
      fixes: () =>
        errorTypeFixes(error, stanza.source, type)
          .slice(0, expectedTypes.length)
          // An unusual type may be meant, so that only a person may change it.
          .map(({ safe: _, ...fix }) => fix),
    });
  },
});
