import { rule } from "./rule";

export default rule({
  id: "undefined-condition-alone",
  group: "Application-specific condition",
  severity: "warning",
  rfc: "8.3.3.21",
  summary: "undefined-condition comes with an application-specific condition.",
  description:
    "undefined-condition says only that none of the other 21 fits. RFC 6120 §8.3.3.21 says to use it together with an application-specific condition, which then says what went wrong. The rule is silent where a child stands that app-condition-namespace reports: it was meant to be just that.",
  bad: `<message type='error' id='a3'>
  <error type='modify'>
    <undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  good: `<message type='error' id='a3'>
  <error type='modify'>
    <undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <too-many-parameters xmlns='http://example.org/ns'/>
  </error>
</message>`,
  messages: {
    alone:
      "undefined-condition says nothing by itself: RFC 6120 §8.3.3.21 has it beside an application-specific condition. Add one, or use another of the 22.",
  },
  checkError(error, _stanza, report) {
    const condition = error.conditions.find((one) => one.local === "undefined-condition");
    if (!condition || error.application.length + error.unqualified.length > 0) return;
    if (error.unknownContent) return;
    report(condition.nameSpan, "alone");
  },
});
