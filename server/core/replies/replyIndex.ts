/** Index of the requests and replies of a document (RFC 6120 §8.3.1): the stanzas that share an id. */

import { partitionPoint } from "../text/partitionPoint";
import { compareDirection, isReply, isRequest } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";
import { type Entry, SharedId, type StanzaAtOffset } from "./sharedId";

const NONE: readonly never[] = [];

/** Maximum number of earlier stanzas of the same id to look at; with more, no request is certain. */
const MAX_EARLIER = 64;

export class ReplyIndex<Owner extends StanzaAtOffset> {
  /** Stanzas by id; most ids belong to a single stanza. */
  readonly #byId = new Map<string, Owner | SharedId<Owner>>();
  /** Number of ids that belong to more stanzas. */
  #shared = 0;

  /** @param summaryOf gives the summary with which the stanza was added */
  constructor(readonly summaryOf: (owner: Owner) => StanzaSummary) {}

  add(owner: Owner, summary: StanzaSummary): void {
    const id = summary.idValue;
    if (id === undefined) return;
    const known = this.#byId.get(id);
    if (known instanceof SharedId) {
      known.add({ owner, summary });
    } else if (known) {
      const shared = new SharedId<Owner>();
      shared.add({ owner: known, summary: this.summaryOf(known) });
      shared.add({ owner, summary });
      this.#byId.set(id, shared);
      this.#shared++;
    } else {
      this.#byId.set(id, owner);
    }
  }

  remove(owner: Owner, summary: StanzaSummary): void {
    const id = summary.idValue;
    if (id === undefined) return;
    const known = this.#byId.get(id);
    if (known instanceof SharedId) {
      known.remove({ owner, summary });
      if (known.size === 0) {
        this.#byId.delete(id);
        this.#shared--;
      }
    } else if (known === owner) {
      this.#byId.delete(id);
    }
  }

  /** Number of stanzas with that id. */
  countOf(id: string): number {
    const known = this.#byId.get(id);
    return known instanceof SharedId ? known.size : known ? 1 : 0;
  }

  /** True if any two stanzas have the same id. */
  get hasSharedIds(): boolean {
    return this.#shared > 0;
  }

  /** The stanzas of that id, in order. */
  sharing(id: string): readonly Owner[] {
    return this.#entries(id).map(({ owner }) => owner);
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
    return isCertain && !this.isAnswered(previous.id.value) ? previous : undefined;
  }

  /**
   * The nearest earlier stanza of the same id and kind that the reply answers by its addresses; a nearer stanza in the
   * reply's own direction only if there is no other.
   */
  requestOf(owner: Owner, summary: StanzaSummary): Owner | undefined {
    if (!isReply(summary)) return undefined;
    let nearest: Owner | undefined;
    for (const one of this.before({ owner, summary })) {
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

  /** The earlier stanzas of the same id, the nearest first, at most MAX_EARLIER. */
  before({ owner, summary }: Entry<Owner>): Entry<Owner>[] {
    const entries = this.#entries(summary.idValue);
    const end = indexAt(entries, owner.start);
    return entries.slice(Math.max(0, end - MAX_EARLIER), end).reverse();
  }

  /** True if a stanza of that id is, or may be, a reply. */
  isAnswered(id: string): boolean {
    const known = this.#byId.get(id);
    if (known instanceof SharedId) return known.isAnswered;
    return known !== undefined && !isRequest(this.summaryOf(known));
  }

  #entries(id: string | undefined): readonly Entry<Owner>[] {
    const known = id === undefined ? undefined : this.#byId.get(id);
    if (known instanceof SharedId) return known.entries;
    return known ? [{ owner: known, summary: this.summaryOf(known) }] : NONE;
  }
}

/** Number of entries that begin before the offset (binary search). */
function indexAt<Owner extends StanzaAtOffset>(
  entries: readonly Entry<Owner>[],
  start: number,
): number {
  return partitionPoint(entries, ({ owner }) => owner.start < start);
}
