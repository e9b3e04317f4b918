import { fits, isReply } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";
import { knownValue } from "../xmpp/unknown";
import { putAttribute } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "iq-id-missing",
  group: "Stanza",
  severity: "error",
  rfc: "8.2.3",
  since: "0.1.0",
  summary: "An `<iq/>` must have an id.",
  why: "The sender of a request recognises the reply by its id, so RFC 6120 §8.2.3 requires an id on every iq. On a get or set the id must not be empty either.",
  exceptions:
    "On a result or error the id may be empty, because a reply repeats the id of the request (§8.3.1). A reply directly after a request without an id is not reported, because only the request is wrong, unless the reply may answer an earlier request. In a program, a get or set without an id is only information, and `--fix` leaves it alone: the function that sends it may add one.",
  fix: {
    change:
      "Insert an id that is new in the file; on a reply, the id of the request if it is known.",
    automatic: "sometimes",
    reason: "`--fix` inserts the id, except on a reply whose request is unknown.",
  },
  bad: `<iq type='get' to='example.com'>
  <ping xmlns='urn:xmpp:ping'/>
</iq>`,
  good: `<iq type='get' to='example.com' id='ping-1'>
  <ping xmlns='urn:xmpp:ping'/>
</iq>`,
  messages: {
    missing: "<iq/> has no id, so its reply cannot be matched. Add one (RFC 6120 §8.2.3)",
    empty: "<iq/> has an empty id, so its reply cannot be matched. Fill it in (RFC 6120 §8.2.3)",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      if (stanza.kind !== "iq") return;
      const { element, id } = stanza;
      const type = stanza.typeValue;
      const asks = type === "get" || type === "set";
      if (id && !(asks && knownValue(id) === "")) return;
      report(id ? id.span : element.nameSpan, id ? "empty" : "missing", {
        // The function that sends a request may add the id.
        ...(asks ? { severityInCode: "information" } : {}),
        fixes: (context) => {
          const value = context.requestId ?? context.freshId();
          return [
            {
              title: "Insert id='{value}'",
              values: { value },
              edits: [putAttribute(element, "id", value, stanza.source)],
              applicability:
                // The right id of a reply is that of its request.
                asks || context.requestId !== undefined ? "automatic" : "preferred",
            },
          ];
        },
      });
    },
  },
  isExcused(exchange) {
    if (!exchange) return true;
    const { reply, previous, preceding } = exchange;
    // A missing id cannot be repeated in the reply: the mistake is the request's alone.
    if (!previous || !isOpenRequest(previous, reply)) return false;
    if (previous.id || previous.unusable?.id !== undefined) return false;
    // Unless the reply may answer another request.
    let after: StanzaSummary | undefined;
    for (const one of preceding()) {
      const isAnswered = one && after && isReplyTo(after, one);
      if (one && one !== previous && isOpenRequest(one, reply) && !isAnswered) return false;
      after = one;
    }
    return true;
  },
});

function isOpenRequest(one: StanzaSummary, reply: StanzaSummary): boolean {
  return one.kind === "iq" && (one.type === "get" || one.type === "set") && fits(reply, one);
}

/** True if the stanza just after the request is its reply, judged by its id as far as it is there. */
function isReplyTo(after: StanzaSummary, request: StanzaSummary): boolean {
  const isSame = after.idValue === undefined || after.idValue === request.idValue;
  return after.kind === "iq" && isReply(after) && isSame && fits(after, request);
}
