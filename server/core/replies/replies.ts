/**
 * Index of the requests and replies of a document (RFC 6120 §8.3.1): the stanzas that share an id, and the
 * findings about each reply.
 */

import { activeRules, type Configuration } from "../check/config";
import type { Finding } from "../check/lint";
import { reportRuleFailure } from "../check/ruleFailures";
import type { Exchange, ReplyFix, ReplyReport } from "../rules/rule";
import { partitionPoint } from "../text/partitionPoint";
import { compareDirection, isReply, isRequest } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";

/** Maximum number of earlier stanzas of the same id to look at; with more, no request is certain. */
const MAX_EARLIER = 64;

/** A stanza of the document, with its current offset. */
export interface StanzaAtOffset {
  readonly start: number;
}

/** A finding about a reply, relative to `owner`; its related place is relative to `request`. */
export interface ReplyFinding<Owner> {
  readonly finding: Finding;
  readonly request: Owner;
  fixes(): ReplyFix[];
}

interface Entry<Owner> {
  readonly owner: Owner;
  readonly summary: StanzaSummary;
}

/** The stanzas before a reply. */
export interface Preceding<Owner> {
  /** The stanza just before the reply, if there is any and it is well-formed. */
  readonly previous: Entry<Owner> | undefined;
  /** All of them, the nearest first; undefined for those that are not well-formed, and for some in a large text. */
  all(): Iterable<StanzaSummary | undefined>;
}

/**
 * Stanzas of the same id. Sorted lazily, when the entries are read: there may be
 * a million of them, and an edit may remove them all.
 */
class Group<Owner extends StanzaAtOffset> {
  #entries: Entry<Owner>[] = [];
  #isOrdered = true;
  /** Created when the first stanza is removed: there is a group for nearly every stanza of a file. */
  #gone: Set<Owner> | undefined;
  /** Number of stanzas that are, or may be, replies. */
  #answers = 0;

  /** In the order of their places. */
  get entries(): readonly Entry<Owner>[] {
    this.#forgetGone();
    if (!this.#isOrdered) this.#entries.sort((a, b) => a.owner.start - b.owner.start);
    this.#isOrdered = true;
    return this.#entries;
  }

  get size(): number {
    return this.#entries.length - (this.#gone?.size ?? 0);
  }

  get isAnswered(): boolean {
    return this.#answers > 0;
  }

  add(entry: Entry<Owner>): void {
    // A stanza that is added again must not be taken for the removed one.
    if (this.#gone) this.#forgetGone();
    const last = this.#entries.at(-1);
    if (last && last.owner.start > entry.owner.start) this.#isOrdered = false;
    this.#entries.push(entry);
    if (!isRequest(entry.summary)) this.#answers++;
  }

  remove({ owner, summary }: Entry<Owner>): void {
    this.#gone ??= new Set();
    this.#gone.add(owner);
    if (!isRequest(summary)) this.#answers--;
  }

  #forgetGone(): void {
    const gone = this.#gone;
    if (!gone) return;
    this.#entries = this.#entries.filter(({ owner }) => !gone.has(owner));
    this.#gone = undefined;
  }
}

export class ReplyIndex<Owner extends StanzaAtOffset> {
  /** Groups by id; most ids belong to a single stanza, which needs no group. */
  readonly #groups = new Map<string, Owner | Group<Owner>>();
  /** Number of values that are groups. */
  #shared = 0;

  /** @param summaryOf gives the summary with which the stanza was added */
  constructor(readonly summaryOf: (owner: Owner) => StanzaSummary) {}

  add(owner: Owner, summary: StanzaSummary): void {
    const id = summary.idValue;
    if (id === undefined) return;
    const known = this.#groups.get(id);
    if (known instanceof Group) {
      known.add({ owner, summary });
    } else if (known) {
      const group = new Group<Owner>();
      group.add({ owner: known, summary: this.summaryOf(known) });
      group.add({ owner, summary });
      this.#groups.set(id, group);
      this.#shared++;
    } else {
      this.#groups.set(id, owner);
    }
  }

  remove(owner: Owner, summary: StanzaSummary): void {
    const id = summary.idValue;
    if (id === undefined) return;
    const known = this.#groups.get(id);
    if (known instanceof Group) {
      known.remove({ owner, summary });
      if (known.size === 0) {
        this.#groups.delete(id);
        this.#shared--;
      }
    } else if (known === owner) {
      this.#groups.delete(id);
    }
  }

  /** Number of stanzas with that id. */
  countOf(id: string): number {
    const known = this.#groups.get(id);
    return known instanceof Group ? known.size : known ? 1 : 0;
  }

  /** The stanzas of that id, in order. */
  sharing(id: string): readonly Owner[] {
    return this.#entries(id).map(({ owner }) => owner);
  }

  /**
   * The findings of the reply rules about a stanza, if it is a reply.
   * @param before the stanzas before it
   */
  findings(
    { owner, summary }: Entry<Owner>,
    before: Preceding<Owner>,
    configuration: Configuration,
  ): readonly ReplyFinding<Owner>[] {
    if (!isReply(summary)) return NONE;
    const id = summary.idValue;
    const alone = id === undefined || this.#shared === 0 || this.countOf(id) === 1;
    // Most replies in a capture have an id of their own and follow a stanza that is no request.
    if (alone && !mayFollowRequest(summary, before.previous?.summary)) return NONE;
    return this.#check({ owner, summary }, before, configuration);
  }

  /**
   * The findings of a reply that its request excuses.
   * @param before the stanzas before it; undefined where its request may be in an earlier part that was dropped
   */
  excused(
    { owner, summary }: Entry<Owner>,
    before: Preceding<Owner> | undefined,
    findings: readonly Finding[],
    configuration: Configuration,
  ): readonly Finding[] {
    const possible = findings.filter(({ rule }) => rule.isExcused);
    if (possible.length === 0 || !isReply(summary)) return NONE;
    const exchange = before && this.#exchange({ owner, summary }, before);
    return possible.filter(({ rule, values }) => {
      try {
        return rule.isExcused?.(exchange, values);
      } catch (error) {
        reportRuleFailure(configuration.onRuleFailure, { rule, task: "check", error });
        return false;
      }
    });
  }

  /**
   * The stanza that a reply without an id seems to answer: the previous stanza, if its addresses
   * are swapped and no other stanza answers it.
   */
  guessRequest(
    reply: StanzaSummary,
    previous: StanzaSummary | undefined,
  ): StanzaSummary | undefined {
    if (!previous?.id || previous.kind !== reply.kind || !isReply(reply)) return undefined;
    if (!isRequest(previous)) return undefined;
    const direction = compareDirection(reply, previous);
    const isCertain = direction.isGiven && direction.fits;
    return isCertain && !this.#isAnswered(previous.id.value) ? previous : undefined;
  }

  /**
   * The nearest earlier stanza of the same id and kind that the reply answers by its addresses; a nearer stanza in the
   * reply's own direction only if there is no other.
   */
  requestOf(owner: Owner, summary: StanzaSummary): Owner | undefined {
    if (!isReply(summary)) return undefined;
    let nearest: Owner | undefined;
    for (const one of this.#before(owner, summary)) {
      if (one.summary.kind !== summary.kind || !isRequest(one.summary)) continue;
      const { fits, relation } = compareDirection(summary, one.summary);
      if (!fits) continue;
      if (relation !== "same") return one.owner;
      nearest ??= one.owner;
    }
    return nearest;
  }

  /** The later stanzas that answer the request, in order. */
  repliesTo(owner: Owner, summary: StanzaSummary): Owner[] {
    const entries = this.#entries(summary.idValue);
    const first = indexAt(entries, owner.start) + 1;
    return entries
      .slice(first, first + MAX_EARLIER)
      .filter((one) => this.requestOf(one.owner, one.summary) === owner)
      .map((one) => one.owner);
  }

  /** The stanzas of the same id after the stanza, in order; undefined where there are too many to be certain of. */
  laterOf(owner: Owner, { idValue }: StanzaSummary): Owner[] | undefined {
    const entries = this.#entries(idValue);
    const later = entries.slice(indexAt(entries, owner.start) + 1);
    return later.length > MAX_EARLIER ? undefined : later.map((one) => one.owner);
  }

  #check(
    { owner, summary }: Entry<Owner>,
    preceding: Preceding<Owner>,
    configuration: Configuration,
  ): ReplyFinding<Owner>[] {
    const before = this.#before(owner, summary);
    const { previous } = preceding;
    const exchange = this.#exchange({ owner, summary }, preceding, before);
    const findings: ReplyFinding<Owner>[] = [];
    for (const { rule, severity, check } of activeRules(configuration).reply) {
      const report: ReplyReport<string> = (span, messageKey, more) => {
        const { values, request, fixes } = more;
        const entry = [...before, ...(previous ? [previous] : [])].find(
          (one) => one.summary === request,
        );
        if (!entry) return;
        const related = [{ span: request.nameSpan, messageKey: more.requestMessage ?? "request" }];
        const finding: Finding = {
          rule,
          severity,
          span,
          stanzaStart: 0,
          messageKey,
          values: values ?? {},
          related,
        };
        const guarded = () => {
          try {
            return fixes?.() ?? [];
          } catch (error) {
            reportRuleFailure(configuration.onRuleFailure, { rule, task: "fix", error });
            return [];
          }
        };
        findings.push({ finding, request: entry.owner, fixes: guarded });
      };
      try {
        check.run(exchange, report);
      } catch (error) {
        reportRuleFailure(configuration.onRuleFailure, { rule, task: "check", error });
      }
    }
    return findings;
  }

  #exchange(
    { owner, summary }: Entry<Owner>,
    { previous, all }: Preceding<Owner>,
    earlier: readonly Entry<Owner>[] = this.#before(owner, summary),
  ): Exchange {
    return {
      reply: summary,
      earlier: earlier.map((entry) => entry.summary),
      previous: previous?.summary,
      preceding: all,
      isAnswered: (id) => this.#isAnswered(id),
    };
  }

  /** The earlier stanzas of the same id, the nearest first. */
  #before(owner: Owner, summary: StanzaSummary): Entry<Owner>[] {
    const entries = this.#entries(summary.idValue);
    const end = indexAt(entries, owner.start);
    return entries.slice(Math.max(0, end - MAX_EARLIER), end).reverse();
  }

  #isAnswered(id: string): boolean {
    const known = this.#groups.get(id);
    if (known instanceof Group) return known.isAnswered;
    return known !== undefined && !isRequest(this.summaryOf(known));
  }

  #entries(id: string | undefined): readonly Entry<Owner>[] {
    const known = id === undefined ? undefined : this.#groups.get(id);
    if (known instanceof Group) return known.entries;
    return known ? [{ owner: known, summary: this.summaryOf(known) }] : NONE;
  }
}

const NONE: readonly never[] = [];

/** True if the previous stanza may be the request of a reply, judged by kind and type of both. */
function mayFollowRequest(reply: StanzaSummary, previous: StanzaSummary | undefined): boolean {
  return previous?.idValue !== undefined && previous.kind === reply.kind && isRequest(previous);
}

/** Number of entries that begin before the offset (binary search). */
function indexAt<Owner extends StanzaAtOffset>(
  entries: readonly Entry<Owner>[],
  start: number,
): number {
  return partitionPoint(entries, ({ owner }) => owner.start < start);
}
