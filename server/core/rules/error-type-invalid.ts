import { isErrorType } from "../xmpp/conditions";
import { knownValue } from "../xmpp/unknown";
import { errorTypeFixes } from "./errorTypes";
import { rule, valueSpan } from "./rule";

export default rule({
  id: "error-type-invalid",
  group: "Error child",
  severity: "error",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "The type of an `<error/>` must be auth, cancel, continue, modify or wait.",
  why: "RFC 6120 §8.3.2 defines these five. A receiver that finds another type cannot know whether to try again. Case matters.",
  fix: {
    change: "Change to the type expected for the condition, or to one of the others.",
    automatic: "sometimes",
    reason: "`--fix` changes to the expected type if the condition expects only one.",
  },
  bad: `<iq type='error' id='e2'>
  <error type='fatal'>
    <not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<iq type='error' id='e2'>
  <error type='cancel'>
    <not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    invalid:
      'Unknown error type "{type}". Use auth, cancel, continue, modify or wait (RFC 6120 §8.3.2)',
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      const type = knownValue(error.type);
      if (!error.type || type === undefined || isErrorType(type)) return;
      report(valueSpan(error.type), "invalid", {
        values: { type },
        fixes: (context) => errorTypeFixes(error, stanza.source, context),
      });
    },
  },
});
