import { addressesMatch, compareDirection, fits, isReply, mayBeRequest } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";
import { rule } from "./rule";

export default rule({
  id: "reply-to-error",
  group: "Replies",
  severity: "error",
  rfc: "8.3.1",
  since: "0.1.0",
  summary: "An error or a result must not be answered.",
  why: "RFC 6120 §8.3.1, rule 8: two entities that answer errors with errors would never stop. RFC 6120 §8.2.3, rule 4: an iq of type result or error is not answered by another one.",
  exceptions:
    "The rule reports an error with the id of an earlier error, and an iq error or result with the id of an earlier result, if all four addresses are swapped or the source marks opposite directions. It reports nothing if an earlier stanza fits as the request, or if the first reply was addressed to its own sender. A result in answer to an error is not reported.",
  bad: `<message from='olivia@illyria.example' to='viola@illyria.example' id='r5' type='error'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>
<message from='viola@illyria.example' to='olivia@illyria.example' id='r5' type='error'>
  <error type='cancel'>
    <not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  good: `<message from='olivia@illyria.example' to='viola@illyria.example' id='r5' type='error'>
  <error type='cancel'>
    <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</message>`,
  messages: {
    error: "Error in answer to an error. Remove it, or change its id (RFC 6120 §8.3.1)",
    result: "{type} in answer to a result. Remove it, or change its id (RFC 6120 §8.2.3)",
    request: "The error that it answers is here.",
    answered: "The result that it answers is here.",
  },
  check: {
    on: "reply",
    run({ reply, earlier }, report) {
      const [answered] = answeredReplies(reply, earlier);
      if (!answered) return;
      const isError = answered.type === "error";
      report(reply.nameSpan, isError ? "error" : "result", {
        values: { type: reply.type },
        request: answered,
        requestMessage: isError ? "request" : "answered",
      });
    },
  },
});

/**
 * The earlier replies that the reply answers by its id and the opposite direction, the nearest first: errors if it is
 * an error itself, results if it is an iq.
 */
export function answeredReplies(
  reply: StanzaSummary,
  earlier: readonly StanzaSummary[],
): StanzaSummary[] {
  if (!isReply(reply)) return [];
  if (earlier.some((one) => mayBeRequest(one) && fits(reply, one))) return [];
  return earlier.filter((one) => {
    if (!endsWithout(reply, one)) return false;
    const { pairs, relation, fits: isFitting } = compareDirection(reply, one);
    if (!isFitting || (pairs < 2 && relation !== "opposite")) return false;
    // A stanza to its own sender goes in both directions.
    return !(one.from && one.to && addressesMatch(one.from.value, one.to.value));
  });
}

/** True if the reply must not answer the other stanza, judged by kind and type of both. */
function endsWithout(reply: StanzaSummary, one: StanzaSummary): boolean {
  if (one.type === "error") return reply.type === "error";
  return one.kind === "iq" && one.type === "result" && reply.kind === "iq";
}
