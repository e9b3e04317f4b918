import { compareDirection, mayAnswer, mayBeRequest } from "../xmpp/summary";
import { rule } from "./rule";

export default rule({
  id: "reply-kind-mismatch",
  group: "Replies",
  severity: "error",
  rfc: "8.3.1",
  summary: "An error is of the same kind as the stanza that it answers.",
  description:
    "RFC 6120 §8.3.1 has the error reply be a stanza of the same kind: a message is answered by a message, an iq by an iq. The sender looks for the answer among stanzas of the kind it has sent, and finds none. The rule speaks up only if the id is the same, the addresses are swapped as far as they are given, at least one of them is given on both sides, and no earlier stanza of the error's own kind fits.",
  bad: `<message from='viola@illyria.example/boat' to='olivia@illyria.example' id='r1'>
  <body>If music be the food of love, play on.</body>
</message>
<iq from='olivia@illyria.example' to='viola@illyria.example/boat' id='r1' type='error'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<message from='viola@illyria.example/boat' to='olivia@illyria.example' id='r1'>
  <body>If music be the food of love, play on.</body>
</message>
<message from='olivia@illyria.example' to='viola@illyria.example/boat' id='r1' type='error'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  messages: {
    kind: "The kind of this error is {kind}, and that of the stanza it answers is {other}: they should be the same (RFC 6120 §8.3.1). Correct the kind, or give the error another id.",
    request: "The {other} with the same id is here.",
  },
  checkReply({ reply, earlier }, report) {
    if (reply.type !== "error") return;
    const fitting = earlier.filter(
      (one) => mayBeRequest(one) && compareDirection(reply, one).contradicting.length === 0,
    );
    if (fitting.some((one) => one.kind === reply.kind || one.isTypeUnknown)) return;
    const request = fitting.find(
      (one) => compareDirection(reply, one).given > 0 && mayAnswer(reply, one),
    );
    if (!request) return;
    report(reply.nameSpan, "kind", {
      values: { kind: reply.kind, other: request.kind },
      request,
    });
  },
});
