/** Reads a document as a conversation: senders and recipients of its stanzas, and the pairs of requests and replies. */

import type { StanzaDocument } from "../document/document";
import { type StreamSide, sideOf } from "../text/directions";
import type { Translate } from "../text/translate";
import { splitJid } from "../xmpp/jid";
import { isReply } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";
import type { ArrowRow, Conversation, Lifeline, Row, RowFindings } from "./conversationChart";

/** The ends of an arrow: addresses as far as they are known. */
interface Ends {
  from: string | undefined;
  to: string | undefined;
}

/** Checks the unchecked stanzas; silenced findings do not count. */
export function conversationOf(document: StanzaDocument, translate: Translate): Conversation {
  const stanzas = document.stanzas();
  const requests = document.exchanges.requestIndexes();
  const findings = findingsByStart(document);
  const ends = completeEnds(
    stanzas.map(({ summary }) => summary),
    requests,
  );
  const lifelines = new Lifelines(translate);
  const rows = stanzas.map(({ span, summary }, index): Row => {
    const found = findings.get(span.start);
    if (!summary) return { shape: "broken", span, findings: found };
    const { kind, type, id, payload, error, direction } = summary;
    const reply = isReply(summary);
    const { from, to } = ends[index]!;
    // Without a direction in the source: the sender without an address is the client on this
    // side, and the recipient without an address its server; of a reply that came back it is the other way round.
    const side = (direction && sideOf(direction)) ?? (reply ? "server" : "client");
    const isFromClient = side === "client";
    const row: ArrowRow = {
      shape: "arrow",
      span,
      kind,
      type,
      id: id?.value,
      payload,
      error: type === "error" ? (error ?? { condition: "", type: "" }) : undefined,
      from: lifelines.indexOf(from, isFromClient ? "client" : "server"),
      to: lifelines.indexOf(to, isFromClient ? "server" : "client"),
      isReply: reply,
      replyTo: requests[index],
      findings: found,
    };
    return row;
  });
  return { lifelines: lifelines.all, rows };
}

class Lifelines {
  readonly all: Lifeline[] = [];
  readonly #indexes = new Map<string, number>();

  constructor(readonly translate: Translate) {}

  /** The lifeline of the bare address; without an address, that of the implied side (RFC 6120 §8.1). */
  indexOf(address: string | undefined, side: StreamSide): number {
    if (address === undefined) return this.#index(` ${side}`, this.#implied(side));
    const { local, domain } = splitJid(address);
    const name = local === undefined ? domain : `${local}@${domain}`;
    return this.#index(name.toLowerCase(), { name, isImplied: false });
  }

  #index(key: string, lifeline: Lifeline): number {
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.all.length);
    return this.all.push(lifeline) - 1;
  }

  #implied(side: StreamSide): Lifeline {
    const name = side === "client" ? this.translate("client") : this.translate("server");
    return { name, isImplied: true };
  }
}

/**
 * Completes the missing addresses of a stanza from the source, if it states the client, else from the other stanza of
 * its pair: a reply goes back to the sender of its request.
 */
function completeEnds(
  summaries: readonly (StanzaSummary | undefined)[],
  requests: readonly (number | undefined)[],
): Ends[] {
  const ends = summaries.map((summary): Ends => {
    const { sender, client } = summary?.direction ?? {};
    return {
      from: summary?.from?.value ?? (sender === "client" ? client : undefined),
      to: summary?.to?.value ?? (sender === "server" ? client : undefined),
    };
  });
  const pairs = requests.flatMap((request, reply) =>
    request === undefined ? [] : [{ request: ends[request]!, reply: ends[reply]! }],
  );
  for (const { request, reply } of pairs) {
    request.from ??= reply.to;
    request.to ??= reply.from;
  }
  for (const { request, reply } of pairs) {
    reply.from ??= request.to;
    reply.to ??= request.from;
  }
  return ends;
}

const ranks = { error: 2, warning: 1, information: 0 };

/** The findings of each stanza and of those nested in it, by the offset of the stanza. */
function findingsByStart(document: StanzaDocument): Map<number, RowFindings> {
  const spans = document.stanzaSpans();
  const byStart = new Map<number, RowFindings>();
  let next = 0;
  const found = [...document.findings()].sort((a, b) => a.stanzaStart - b.stanzaStart);
  for (const { finding, stanzaStart } of found) {
    while (next < spans.length && spans[next]!.end <= stanzaStart) next++;
    const span = spans[next];
    // A finding about a comment between stanzas belongs to no stanza.
    if (!span || stanzaStart < span.start) continue;
    const before = byStart.get(span.start);
    const severity =
      before && ranks[before.severity] >= ranks[finding.severity]
        ? before.severity
        : finding.severity;
    byStart.set(span.start, { count: (before?.count ?? 0) + 1, severity });
  }
  return byStart;
}
