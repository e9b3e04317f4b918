import { compareDirection, isRequest, mayAnswer, mayBeRequest } from "../xmpp/summary";
import { rule } from "./rule";

export default rule({
  id: "reply-id-mismatch",
  group: "Replies",
  severity: "warning",
  rfc: "8.3.1",
  summary: "An error has the id of the stanza that it answers.",
  description:
    "An error reply repeats the id of the stanza that caused it (RFC 6120 §8.3.1, rule 3); by nothing else can the sender tell which one failed. The rule looks at an error right behind a stanza of the same kind whose addresses are swapped, when both have ids that differ, nothing answers the other's id, and no earlier stanza has the error's.",
  fix: "Take the request's id.",
  bad: `<iq from='viola@illyria.example/boat' to='illyria.example' id='r2' type='get'>
  <query xmlns='jabber:iq:version'/>
</iq>
<iq from='illyria.example' to='viola@illyria.example/boat' id='r3' type='error'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<iq from='viola@illyria.example/boat' to='illyria.example' id='r2' type='get'>
  <query xmlns='jabber:iq:version'/>
</iq>
<iq from='illyria.example' to='viola@illyria.example/boat' id='r2' type='error'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  messages: {
    id: 'This error seems to answer the {kind} before it, whose id is "{id}": a reply repeats it (RFC 6120 §8.3.1). Take that id.',
    request: "It seems to answer this stanza.",
  },
  checkReply({ reply, earlier, previous, isAnswered }, report) {
    if (reply.type !== "error" || !reply.id || !previous?.id) return;
    if (previous.kind !== reply.kind || !isRequest(previous)) return;
    if (!mayAnswer(reply, previous)) return;
    if (previous.id.value === reply.id.value) return;
    const { given, contradicting } = compareDirection(reply, previous);
    if (given === 0 || contradicting.length > 0) return;
    if (isAnswered(previous.id.value)) return;
    if (earlier.some(mayBeRequest)) return;
    const { value } = previous.id;
    report(reply.id.valueSpan, "id", {
      values: { kind: reply.kind, id: value },
      request: previous,
      fixes: () => [
        {
          title: "Take the request's id",
          values: [[reply.id!, value]],
          preferred: true,
        },
      ],
    });
  },
});
