import { isLegacyError } from "../xmpp/stanza";
import { errorTypeFixes } from "./errorTypes";
import { rule } from "./rule";

export default rule({
  id: "error-type-missing",
  group: "Error child",
  severity: "error",
  rfc: "8.3.2",
  summary: "An error child has a type.",
  description:
    "The type tells the sender what to do next: give up (cancel), change the data (modify), get access (auth), try later (wait), or carry on (continue). RFC 6120 §8.3.2 demands it, and every condition has the type that goes with it. An error from before RFC 3920, with a numeric `code` and neither type nor condition, is spared: condition-missing and error-code-legacy say what it lacks.",
  fix: "Insert the type expected for the condition, or one of the other four.",
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
    missing:
      "This error has no type, which RFC 6120 §8.3.2 demands: it tells the sender whether to try again. Add one of auth, cancel, continue, modify, wait.",
    expected:
      "This error has no type, which RFC 6120 §8.3.2 demands. Add type='{type}', which {condition} expects.",
  },
  checkError(error, stanza, report) {
    if (error.type || isLegacyError(error)) return;
    const [best] = errorTypeFixes(error, stanza.source);
    const [condition] = [...error.conditions, ...error.misplaced];
    const known = best?.preferred && condition ? "expected" : "missing";
    report(error.element.nameSpan, known, {
      values: { type: best?.values?.type ?? "", condition: condition?.local ?? "" },
      fixes: () => errorTypeFixes(error, stanza.source),
    });
  },
});
