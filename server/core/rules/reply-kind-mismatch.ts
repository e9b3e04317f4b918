import { compareDirection, fits, mayBeRequest } from "../xmpp/replyMatch";
import { rule } from "./rule";

export default rule({
  id: "reply-kind-mismatch",
  group: "Replies",
  severity: "error",
  rfc: "8.3.1",
  since: "0.1.0",
  summary: "An error reply must be of the same kind as the stanza it answers.",
  why: "RFC 6120 §8.3.1: a message is answered by a message, an iq by an iq. The sender looks for the reply among stanzas of the kind it sent, and finds none.",
  exceptions:
    "An error is reported only if the id is the same, the given addresses are swapped, at least one address pair is given on both sides or the source marks opposite directions, and no earlier stanza of its own kind fits.",
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
    kind: "{kind} error answers a {other}. Use {other}, or another id (RFC 6120 §8.3.1)",
    request: "The {other} with the same id is here.",
  },
  check: {
    on: "reply",
    run({ reply, earlier }, report) {
      if (reply.type !== "error") return;
      const fitting = earlier.filter((one) => mayBeRequest(one) && fits(reply, one));
      if (fitting.some((one) => one.kind === reply.kind || one.isTypeUnknown)) return;
      const request = fitting.find((one) => compareDirection(reply, one).isGiven);
      if (!request) return;
      report(reply.nameSpan, "kind", {
        values: { kind: reply.kind, other: request.kind },
        request,
      });
    },
  },
});
