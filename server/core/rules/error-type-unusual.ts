import { findCondition, isExpectedType } from "../xmpp/conditions";
import { knownErrorType, onlyCondition } from "../xmpp/stanza";
import { errorTypeFixes } from "./errorTypes";
import { type Fix, isPreferred } from "./fix";
import { rule, valueSpan } from "./rule";

export default rule({
  id: "error-type-unusual",
  group: "Error child",
  severity: "information",
  rfc: "8.3.3",
  since: "0.1.0",
  checksForwarded: true,
  summary: "The type of an `<error/>` should be one that its condition expects.",
  why: "RFC 6120 §8.3.3 names the expected type for each condition. Another type is allowed where it fits better, but is usually a mistake, or dates from RFC 3920, which had other types for gone and internal-server-error.",
  exceptions: "An error without a condition, or with several, is not reported.",
  fix: {
    change: "Change to the expected type.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the unusual type may be intended.",
  },
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
    unusual: "{condition} usually has type {expected}, not {type}. Check it (RFC 6120 §{section})",
    "unusual-of-two":
      "{condition} usually has type {expected} or {other}. Check {type} (RFC 6120 §{section})",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      const type = knownErrorType(error);
      const condition = findCondition(onlyCondition(error)?.local ?? "");
      if (!error.type || !type || !condition || isExpectedType(condition.name, type)) return;
      const { name, section, expectedTypes } = condition;
      const [expected = "", other] = expectedTypes;
      report(valueSpan(error.type), other ? "unusual-of-two" : "unusual", {
        values: { condition: name, type, section, expected, other: other ?? "" },
        fixes: (context) =>
          errorTypeFixes(error, stanza.source, context, type)
            .slice(0, expectedTypes.length)
            // An unusual type may be meant, so that only a person may change it.
            .map(
              (fix): Fix => ({ ...fix, applicability: isPreferred(fix) ? "preferred" : "choice" }),
            ),
      });
    },
  },
});
