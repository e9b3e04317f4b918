import {
  addressesMatch,
  compareDirection,
  mayAnswer,
  mayBeRequest,
  type StanzaSummary,
} from "../xmpp/summary";
import { rule } from "./rule";

export default rule({
  id: "reply-to-error",
  group: "Replies",
  severity: "error",
  rfc: "8.3.1",
  since: "0.1.0",
  summary: "An error must not be answered by an error.",
  why: "RFC 6120 §8.3.1, rule 8: two entities that answer errors with errors would never stop.",
  exceptions:
    "The rule reports an error with the id of an earlier error and all four addresses swapped, if no earlier stanza fits as the request of both and the first error was not addressed to its own sender.",
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
    request: "The error that it answers is here.",
  },
  checkReply({ reply, earlier }, report) {
    const answered = answeredErrors(reply, earlier).find((one) => mayAnswer(reply, one));
    if (answered) report(reply.nameSpan, "error", { request: answered });
  },
});

/** The earlier errors that the error answers by its id and addresses, the nearest first. */
export function answeredErrors(
  reply: StanzaSummary,
  earlier: readonly StanzaSummary[],
): StanzaSummary[] {
  if (reply.type !== "error") return [];
  const fits = (one: StanzaSummary) => compareDirection(reply, one).contradicting.length === 0;
  if (earlier.some((one) => mayBeRequest(one) && fits(one))) return [];
  return earlier.filter(
    (one) =>
      one.type === "error" &&
      one.from !== undefined &&
      one.to !== undefined &&
      compareDirection(reply, one).given === 2 &&
      fits(one) &&
      !addressesMatch(one.from.value, one.to.value),
  );
}
