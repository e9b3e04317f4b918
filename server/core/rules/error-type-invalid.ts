import { isErrorType } from "../xmpp/conditions";
import { knownValue } from "../xmpp/stanza";
import { errorTypeFixes } from "./errorTypes";
import { rule, valueSpan } from "./rule";

export default rule({
  id: "error-type-invalid",
  group: "Error child",
  severity: "error",
  rfc: "8.3.2",
  summary: "The type of an error child is auth, cancel, continue, modify or wait.",
  description:
    "RFC 6120 §8.3.2 has these five and no others. A receiver that meets something else cannot know whether to try again. Case counts.",
  fix: "Change to the type expected for the condition, or to one of the others.",
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
      '"{type}" is no error type: RFC 6120 §8.3.2 has auth, cancel, continue, modify and wait. Use one of them.',
  },
  checkError(error, stanza, report) {
    const type = knownValue(error.type);
    if (!error.type || type === undefined || isErrorType(type)) return;
    report(valueSpan(error.type), "invalid", {
      values: { type },
      fixes: () => errorTypeFixes(error, stanza.source),
    });
  },
});
