import { errorTypesFor, findCondition } from "../xmpp/conditions";
import { isLegacyError } from "../xmpp/stanza";
import { errorTypeFixes, meantCondition } from "./errorTypes";
import { rule } from "./rule";

export default rule({
  id: "error-type-missing",
  group: "Error child",
  severity: "error",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An `<error/>` must have a type.",
  why: "The type tells the sender what to do next: give up (cancel), change the data (modify), provide credentials (auth), try again later (wait), or carry on (continue). RFC 6120 §8.3.2 requires it.",
  exceptions:
    "An error from before RFC 3920, with a numeric `code` and neither type nor condition, is reported by condition-missing and error-code-legacy instead.",
  fix: {
    change: "Insert the type expected for the condition, or one of the other four.",
    automatic: "sometimes",
    reason: "`--fix` inserts the expected type if the condition expects only one.",
  },
  bad: `<iq type='error' id='e1'>
  <error>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<iq type='error' id='e1'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    missing: "<error/> has no type. Add auth, cancel, continue, modify or wait (RFC 6120 §8.3.2)",
    expected: "<error/> has no type. Add type='{type}', as {condition} expects (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      if (error.type || isLegacyError(error)) return;
      const condition = meantCondition(error);
      const isExpected = findCondition(condition ?? "")?.expectedTypes.length;
      report(error.element.nameSpan, isExpected ? "expected" : "missing", {
        values: { type: errorTypesFor(condition)[0]?.type ?? "", condition: condition ?? "" },
        fixes: (context) => errorTypeFixes(error, stanza.source, context),
      });
    },
  },
});
