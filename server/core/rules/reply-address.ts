import { isOppositeDirection } from "../text/directions";
import { compareDirection, mayBeRequest } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";
import { answeredReplies } from "./reply-to-error";
import { rule } from "./rule";

export default rule({
  id: "reply-address",
  group: "Replies",
  severity: "information",
  rfc: "8.3.1",
  since: "0.1.0",
  summary: "A reply should swap the addresses of its request.",
  why: "RFC 6120 §8.3.1, rule 2: a reply should swap `from` and `to` of the request. Clients that check where a reply comes from, as they should, drop it otherwise.",
  exceptions:
    "The rule checks a reply with the kind and id of an earlier request if no such request fits by address. A bare JID and one of its full JIDs match; a final dot of a domain does not count. Two stanzas of the same direction are not compared, nor is a reply that reply-to-error reports.",
  fix: {
    change: "Swap the addresses of the request.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the id may be wrong instead.",
  },
  bad: `<iq from='viola@illyria.example/boat' to='illyria.example' id='r4' type='get'>
  <query xmlns='jabber:iq:version'/>
</iq>
<iq from='viola@illyria.example/boat' to='illyria.example' id='r4' type='result'/>`,
  good: `<iq from='viola@illyria.example/boat' to='illyria.example' id='r4' type='get'>
  <query xmlns='jabber:iq:version'/>
</iq>
<iq from='illyria.example' to='viola@illyria.example/boat' id='r4' type='result'/>`,
  messages: {
    address: "Reply should have {side}='{address}'. Correct it or change its id (RFC 6120 §8.3.1)",
    request: "The request with the same id is here.",
  },
  check: {
    on: "reply",
    run({ reply, earlier }, report) {
      const possible = earlier.filter(mayBeRequest);
      if (possible.some((one) => isFitting(reply, one))) return;
      const request = possible.find(
        (one) =>
          one.kind === reply.kind &&
          !one.isTypeUnknown &&
          isOppositeDirection(reply.direction, one.direction) &&
          compareDirection(reply, one).contradicting.length > 0,
      );
      if (!request || answeredReplies(reply, earlier).length > 0) return;
      const { contradicting } = compareDirection(reply, request);
      const changes = contradicting.map(
        (side) => [side, request[side === "from" ? "to" : "from"]!.value] as const,
      );
      const [first] = changes;
      const address = first && reply[first[0]];
      if (!first || !address) return;
      report(address.valueSpan, "address", {
        values: { side: first[0], address: first[1] },
        request,
        fixes: () => [
          { title: "Swap the request's addresses", values: changes, applicability: "preferred" },
        ],
      });
    },
  },
});

/** True for a request whose addresses fit; a request of another client may have been meant. */
function isFitting(reply: StanzaSummary, one: StanzaSummary): boolean {
  const { contradicting, relation, fits } = compareDirection(reply, one);
  return fits || (relation === "apart" && contradicting.length === 0);
}
