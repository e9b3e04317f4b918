import { compareDirection, mayAnswer, mayBeRequest } from "../xmpp/summary";
import { answeredErrors } from "./reply-to-error";
import { rule } from "./rule";

export default rule({
  id: "reply-address",
  group: "Replies",
  severity: "information",
  rfc: "8.3.1",
  summary: "A reply goes back where the request came from.",
  description:
    "RFC 6120 §8.3.1, rule 2, says that a reply should swap `from` and `to` of the request. Clients that check where an answer comes from, as they should, drop one from elsewhere. The rule looks at replies with the kind and id of an earlier request when none of those fits by address; a bare JID and one of its full JIDs agree.",
  fix: "Swap the request's addresses.",
  bad: `<iq from='viola@illyria.example/boat' to='illyria.example' id='r4' type='get'>
  <query xmlns='jabber:iq:version'/>
</iq>
<iq from='viola@illyria.example/boat' to='illyria.example' id='r4' type='result'/>`,
  good: `<iq from='viola@illyria.example/boat' to='illyria.example' id='r4' type='get'>
  <query xmlns='jabber:iq:version'/>
</iq>
<iq from='illyria.example' to='viola@illyria.example/boat' id='r4' type='result'/>`,
  messages: {
    address:
      'A reply should swap the addresses of its request (RFC 6120 §8.3.1), so "{side}" should be {address} here. Correct it, or give the reply another id.',
    request: "The request with the same id is here.",
  },
  checkReply({ reply, earlier }, report) {
    const possible = earlier.filter(mayBeRequest);
    if (possible.some((one) => compareDirection(reply, one).contradicting.length === 0)) return;
    const request = possible.find(
      (one) => one.kind === reply.kind && !one.isTypeUnknown && mayAnswer(reply, one),
    );
    if (!request || answeredErrors(reply, earlier).length > 0) return;
    const { contradicting } = compareDirection(reply, request);
    const changes = contradicting.map(
      (side) => [reply[side]!, request[side === "from" ? "to" : "from"]!.value] as const,
    );
    const [side] = contradicting;
    const [first] = changes;
    if (!side || !first) return;
    report(first[0].valueSpan, "address", {
      values: { side, address: first[1] },
      request,
      fixes: () => [{ title: "Swap the request's addresses", values: changes, preferred: true }],
    });
  },
});
