import { compareDirection, isRequest, mayAnswer, mayBeRequest } from "../xmpp/summary";
import { rule } from "./rule";

export default rule({
  id: "reply-id-mismatch",
  group: "Replies",
  severity: "warning",
  rfc: "8.3.1",
  since: "0.1.0",
  summary: "An error reply should have the id of the stanza it answers.",
  why: "An error reply repeats the id of the stanza that caused it (RFC 6120 §8.3.1, rule 3). Without that id the sender cannot tell which stanza failed.",
  exceptions:
    "The rule checks an error directly after a stanza of the same kind with swapped addresses. It reports nothing if another stanza answers that id, or if an earlier stanza has the id of the error.",
  fix: {
    change: "Use the id of the request.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the error may answer another stanza.",
  },
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
    id: 'id differs from the {kind} this seems to answer. Use "{id}" (RFC 6120 §8.3.1)',
    request: "The stanza it seems to answer is here.",
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
          title: "Use the request's id",
          values: [[reply.id!, value]],
          applicability: "preferred",
        },
      ],
    });
  },
});
