/**
 * Reads a document as a conversation: senders and recipients of its stanzas and of errors outside of them, and the
 * pairs of requests and replies.
 */

import type { StanzaDocument } from "../document/document";
import { familyErrorsOf, type PlacedError } from "../document/familyRows";
import type { PlacedStanza } from "../document/placedStanza";
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

/** A stanza by its index among the stanzas, or an error outside of stanzas. */
type Element = { readonly start: number } & (
  | { readonly stanza: PlacedStanza; readonly index: number }
  | { readonly error: PlacedError }
);

/** Checks the unchecked stanzas; silenced findings do not count. */
export function conversationOf(document: StanzaDocument, translate: Translate): Conversation {
  const stanzas = document.stanzas();
  const requests = document.exchanges.requestIndexes();
  const findings = findingsByStart(document);
  const ends = completeEnds(
    stanzas.map(({ summary }) => summary),
    requests,
  );
  const client = clientOf(stanzas, ends);
  const lifelines = new Lifelines(translate);
  const elements: Element[] = [
    ...stanzas.map((stanza, index) => ({ start: stanza.span.start, stanza, index })),
    ...[...familyErrorsOf(document)].map((error) => ({ start: error.span.start, error })),
  ].sort((a, b) => a.start - b.start);
  const rowOfStanza = elements.flatMap((one, row) => ("stanza" in one ? [row] : []));
  const rows = elements.map((element): Row => {
    const found = findings.get(element.start);
    if ("error" in element) return errorRow(element.error, document, client, lifelines, found);
    const {
      index,
      stanza: { span, summary },
    } = element;
    const request = requests[index];
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
      replyTo: request === undefined ? undefined : rowOfStanza[request],
      findings: found,
    };
    return row;
  });
  return { lifelines: withEnds(lifelines.all, rows), rows };
}

/** The bare address of the one client whose streams the source shows; undefined if it shows those of none or of several. */
function clientOf(stanzas: readonly PlacedStanza[], ends: readonly Ends[]): string | undefined {
  const clients = new Set<string>();
  stanzas.forEach(({ summary }, index) => {
    const side = summary?.direction && sideOf(summary.direction);
    const address = side && (side === "client" ? ends[index]!.from : ends[index]!.to);
    if (address !== undefined) clients.add(bareOf(address));
  });
  return clients.size === 1 ? [...clients][0] : undefined;
}

/**
 * The row of an error outside of stanzas; where the source states no direction, it comes from the server.
 * @param onlyClient whose stream it is where the source does not name one
 */
function errorRow(
  { span, name, family, condition = "" }: PlacedError,
  document: StanzaDocument,
  onlyClient: string | undefined,
  lifelines: Lifelines,
  findings: RowFindings | undefined,
): ArrowRow {
  const direction = document.directionAt(span.start);
  const isFromClient = (direction && sideOf(direction)) === "client";
  const { client = onlyClient } = direction ?? {};
  // Its server, where it is drawn already: no stanza may have been for the server itself.
  const server = client === undefined ? undefined : lifelines.known(splitJid(client).domain);
  const ends = isFromClient ? ([client, server] as const) : ([server, client] as const);
  const from = lifelines.indexOf(ends[0], isFromClient ? "client" : "server");
  const to = lifelines.indexOf(ends[1], isFromClient ? "server" : "client");
  return {
    shape: "arrow",
    span,
    kind: family?.title ?? name,
    type: "",
    error: { condition, type: "" },
    from,
    to,
    isReply: false,
    isNonza: true,
    ...(family?.endsStream ? { endsStreamOf: isFromClient ? from : to } : {}),
    findings,
  };
}

function bareOf(address: string): string {
  const { local, domain } = splitJid(address);
  return local === undefined ? domain : `${local}@${domain}`;
}

/** The lifelines, each with the row that ends its stream if nothing comes from there or goes there later. */
function withEnds(lifelines: readonly Lifeline[], rows: readonly Row[]): Lifeline[] {
  const ends = new Map<number, number>();
  rows.forEach((row, index) => {
    if (row.shape !== "arrow") return;
    ends.delete(row.from);
    ends.delete(row.to);
    if (row.endsStreamOf !== undefined) ends.set(row.endsStreamOf, index);
  });
  return lifelines.map((one, index) => {
    const endRow = ends.get(index);
    return endRow === undefined ? one : { ...one, endRow };
  });
}

class Lifelines {
  readonly all: Lifeline[] = [];
  readonly #indexes = new Map<string, number>();

  constructor(readonly translate: Translate) {}

  /** The lifeline of the bare address; without an address, that of the implied side (RFC 6120 §8.1). */
  indexOf(address: string | undefined, side: StreamSide): number {
    if (address === undefined) return this.#index(` ${side}`, this.#implied(side));
    const name = bareOf(address);
    return this.#index(name.toLowerCase(), { name, isImplied: false });
  }

  /** The address, if it has a lifeline. */
  known(address: string): string | undefined {
    return this.#indexes.has(address.toLowerCase()) ? address : undefined;
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

/** The findings of each stanza, of those nested in it and of each error outside of stanzas, by its offset. */
function findingsByStart(document: StanzaDocument): Map<number, RowFindings> {
  const spans = document.pieces.filter(({ isElement }) => isElement);
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
