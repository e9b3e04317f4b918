import { rule } from "./rule";

export default rule({
  id: "request-unanswered",
  group: "Replies",
  severity: "warning",
  offByDefault: true,
  rfc: "8.2.3",
  since: "0.1.0",
  summary: "An iq of type get or set should have a reply in its file.",
  why: "Whoever receives an iq of type get or set must answer with a result or an error (RFC 6120 §8.2.3, rule 3). Without a reply the sender waits until it gives up.",
  exceptions:
    "A file may end before the reply, so the rule is off by default. Turn it on for transcripts and captures that hold whole exchanges. It reports a request only where the source marks who sends what and both sides send something, or where a later request with the same `from` and `to` is answered. It reports nothing if a later stanza is malformed, was left out or may be the reply, if another rule reports the reply, and in files that are too large to be kept as a whole.",
  fix: {
    change: "Create an error reply after the request, with a condition that you choose.",
    automatic: "never",
    reason: "`--fix` does not apply it, because only you know the right reply.",
    isReply: true,
  },
  bad: `<iq from='viola@illyria.example/boat' to='illyria.example' id='r6' type='get'>
  <query xmlns='jabber:iq:version'/>
</iq>
<iq from='viola@illyria.example/boat' to='illyria.example' id='r7' type='get'>
  <query xmlns='jabber:iq:last'/>
</iq>
<iq from='illyria.example' to='viola@illyria.example/boat' id='r7' type='result'>
  <query xmlns='jabber:iq:last' seconds='60'/>
</iq>`,
  good: `<iq from='viola@illyria.example/boat' to='illyria.example' id='r6' type='get'>
  <query xmlns='jabber:iq:version'/>
</iq>
<iq from='viola@illyria.example/boat' to='illyria.example' id='r7' type='get'>
  <query xmlns='jabber:iq:last'/>
</iq>
<iq from='illyria.example' to='viola@illyria.example/boat' id='r7' type='result'>
  <query xmlns='jabber:iq:last' seconds='60'/>
</iq>
<iq from='illyria.example' to='viola@illyria.example/boat' id='r6' type='error'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    unanswered: "No reply to this {type}. Add a result or an error (RFC 6120 §8.2.3)",
    later: "A later request to the same address is answered.",
  },
  check: {
    on: "request",
    run({ request, mayBeAnswered, hasBothDirections, laterAnswered }, report) {
      if (mayBeAnswered || !(hasBothDirections || laterAnswered)) return;
      report(request.nameSpan, "unanswered", {
        values: { type: request.type },
        ...(laterAnswered && { laterMessage: "later" }),
      });
    },
  },
});
