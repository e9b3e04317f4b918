/** Index of the stanzas after a request in its scope: whether there is, or may be, an answer (RFC 6120 §8.2.3). */

import { activeRules, type Configuration } from "../check/config";
import { reportRuleFailure } from "../check/ruleFailures";
import type { RequestExchange, RequestReport } from "../rules/rule";
import { type Direction, relateDirections } from "../text/directions";
import { comparableAddress, compareDirection, fits, isReply, isRequest } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";
import type { ReplyFinding } from "./replyFindings";
import type { ReplyIndex } from "./replyIndex";
import type { StanzaAtOffset } from "./sharedId";

const NONE: readonly never[] = [];

/** Maximum number of replies with unknown ids that are compared; with more, any request may be answered. */
const MAX_LOOSE = 64;

/** Collects the stanzas of a scope from the last to the first. */
export class LaterStanzas<Owner extends StanzaAtOffset> {
  /** True if there is an unreadable stanza: it may be any answer. */
  #isUncertain = false;
  /** Replies with unknown ids. */
  readonly #loose: StanzaSummary[] = [];
  /** Requests that a finding about a reply already explains. */
  readonly #explained = new Set<Owner>();
  /** The nearest answered request of each pair of addresses. */
  readonly #answered = new Map<string, Owner>();
  /** Each side of each stream that sends something in the scope. */
  readonly #directions = new Map<string, Direction[]>();

  /** @param summaries all stanzas of the scope, as far as they can be read */
  constructor(
    readonly replies: ReplyIndex<Owner>,
    summaries: Iterable<StanzaSummary>,
  ) {
    for (const { direction } of summaries) {
      if (!direction) continue;
      const known = this.#directions.get(direction.stream);
      if (!known) this.#directions.set(direction.stream, [direction]);
      else if (!known.some(({ sender }) => sender === direction.sender)) known.push(direction);
    }
  }

  /** Adds an unreadable stanza, or a place where some were left out. */
  addUnknown(): void {
    this.#isUncertain = true;
  }

  /** @param explained requests of the stanza by the findings about it */
  add(owner: Owner, summary: StanzaSummary, explained: Iterable<Owner>): void {
    for (const one of explained) this.#explained.add(one);
    if (summary.kind !== "iq") return;
    if (!isRequest(summary)) {
      if (summary.idValue !== undefined) return;
      this.#loose.push(summary);
      if (this.#loose.length > MAX_LOOSE) this.#isUncertain = true;
      return;
    }
    const pair = pairOf(summary);
    if (pair === undefined) return;
    const isAnswered = this.replies
      .repliesTo(owner, summary)
      .some((reply) => compareDirection(this.replies.summaryOf(reply), summary).isGiven);
    if (isAnswered) this.#answered.set(pair, owner);
  }

  /** Findings about a stanza, if it is a request; all stanzas after it have been added, it has not. */
  findingsAbout(
    owner: Owner,
    request: StanzaSummary,
    configuration: Configuration,
  ): readonly ReplyFinding<Owner>[] {
    const { kind, type, idValue } = request;
    if (kind !== "iq" || (type !== "get" && type !== "set") || idValue === undefined) return NONE;
    const pair = pairOf(request);
    const later = pair === undefined ? undefined : this.#answered.get(pair);
    const laterAnswered = later && this.replies.summaryOf(later);
    const exchange: RequestExchange = {
      request,
      mayBeAnswered: this.#mayBeAnswered(owner, request),
      hasBothDirections: this.#hasBothDirections(request),
      laterAnswered,
    };
    const findings: ReplyFinding<Owner>[] = [];
    for (const { rule, severity, check } of activeRules(configuration).request) {
      const report: RequestReport<string> = (span, messageKey, { values = {}, laterMessage }) => {
        const related =
          laterMessage !== undefined && laterAnswered
            ? [{ span: laterAnswered.nameSpan, messageKey: laterMessage }]
            : [];
        const finding = { rule, severity, span, stanzaStart: 0, messageKey, values, related };
        findings.push({ finding, request: later ?? owner, fixes: () => [] });
      };
      try {
        check.run(exchange, report);
      } catch (error) {
        reportRuleFailure(configuration.onRuleFailure, { rule, task: "check", error });
      }
    }
    return findings;
  }

  #mayBeAnswered(owner: Owner, request: StanzaSummary): boolean {
    if (this.#isUncertain || this.#explained.has(owner)) return true;
    if (this.#loose.some((reply) => fits(reply, request))) return true;
    const later = this.replies.laterOf(owner, request);
    if (!later) return true;
    return later.some((one) => {
      const summary = this.replies.summaryOf(one);
      if (isRequest(summary)) return false;
      // The answer to another request of that id may answer this request too, which was sent again.
      if (fits(summary, request) || !isReply(summary)) return true;
      return this.replies.requestOf(one, summary) === undefined;
    });
  }

  #hasBothDirections({ direction }: StanzaSummary): boolean {
    const sides = direction && this.#directions.get(direction.stream);
    return sides?.some((one) => relateDirections(one, direction) === "opposite") ?? false;
  }
}

/** The sender and the recipient, if both are given. */
function pairOf({ from, to }: StanzaSummary): string | undefined {
  if (!from || !to) return undefined;
  return `${comparableAddress(from.value)}\n${comparableAddress(to.value)}`;
}
