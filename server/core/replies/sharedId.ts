/** The stanzas of a document that share an id. */

import { isRequest } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";

/** A stanza of the document, with its current offset. */
export interface StanzaAtOffset {
  readonly start: number;
}

/** A stanza in the index, with the summary it was added with. */
export interface Entry<Owner> {
  readonly owner: Owner;
  readonly summary: StanzaSummary;
}

/**
 * Stanzas of the same id. Sorted lazily, when the entries are read: there may be
 * a million of them, and an edit may remove them all.
 */
export class SharedId<Owner extends StanzaAtOffset> {
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
