import { compareDirection, isRequest, mayBeRequest } from "../xmpp/replyMatch";
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
    "The rule checks an error directly after a stanza of the same kind with swapped addresses, or of the opposite direction where the source marks directions. A message or presence without an id is reported too; an iq without an id is left to iq-id-missing. It reports nothing if another stanza answers that id, or if an earlier stanza has the id of the error.",
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
    missing: "Error without the id of the {kind} it seems to answer. Add it (RFC 6120 §8.3.1)",
    request: "The stanza it seems to answer is here.",
  },
  check: {
    on: "reply",
    run({ reply, earlier, previous, isAnswered }, report) {
      if (reply.type !== "error" || !previous?.id) return;
      if (previous.kind !== reply.kind || !isRequest(previous)) return;
      // The rule iq-id-missing reports an iq without an id.
      if (!reply.id && (reply.kind === "iq" || reply.unusable?.id !== undefined)) return;
      const { value } = previous.id;
      if (reply.idValue === value) return;
      const direction = compareDirection(reply, previous);
      if (!direction.isGiven || !direction.fits) return;
      // For a request without `to`, only the sender of the error is evidence that the error answers it.
      if (!previous.to && (direction.pairs === 0 || direction.relation !== "opposite")) return;
      if (isAnswered(value)) return;
      if (earlier.some(mayBeRequest)) return;
      report(reply.id?.valueSpan ?? reply.nameSpan, reply.id ? "id" : "missing", {
        values: { kind: reply.kind, id: value },
        request: previous,
        fixes: () => [
          { title: "Use the request's id", values: [["id", value]], applicability: "preferred" },
        ],
      });
    },
  },
});
