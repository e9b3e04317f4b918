/** The findings about requests and replies of a text (RFC 6120 §8.2.3 and §8.3.1), updated incrementally. */

import { activeRules, type Configuration } from "../check/config";
import type { FindingCounts } from "../check/findingCounts";
import { LaterStanzas } from "../replies/laterStanzas";
import { excusedFindings, findingsAboutReply, type Preceding } from "../replies/replyFindings";
import type { ReplyIndex } from "../replies/replyIndex";
import { isEndOfStep, type Steps } from "../text/steps";
import { hasElisionAlone } from "../xml/holes";
import { isReply } from "../xmpp/replyMatch";
import type { StanzaSummary } from "../xmpp/summary";
import type { CheckedPiece, CheckResult } from "./checkResult";
import type { FramedText } from "./framedText";

/** Number of stanzas with one id, from which on an edit checks all replies again instead of those of the id. */
const MAX_SHARED = 1000;

/** Maximum number of preceding pieces among which a request that excuses a finding is searched. */
const MAX_PRECEDING = 64;

/** Number of replies to check between two steps. */
const REPLIES_PER_STEP = 100;

/** Facts about the stanzas before a text that is part of a larger one. */
export interface EarlierStanzas {
  /** True for the id of an earlier stanza, with false positives: nothing is reported about its replies. */
  isKnownId?(id: string): boolean;
  /** True if the last stanza before the text is an iq request without an id. */
  readonly isAfterRequest?: boolean;
}

/**
 * Checks replies against their requests, and requests for their answers, and stores the findings in the results
 * of the pieces. After an edit, only the replies that it may affect are checked again.
 */
export class ExchangeChecker {
  /** Pieces whose findings as a reply have to be computed again. */
  #outdated: Set<CheckedPiece> | "all" = "all";
  /** Number of changes that invalidate findings. */
  #changes = 0;
  /** Value of `#changes` when the findings of all requests were computed. */
  #requestsKnown = -1;

  /**
   * @param replies holds the well-formed stanzas of the text that were checked
   * @param counts of all findings about the pieces
   */
  constructor(
    readonly framed: FramedText<CheckResult>,
    readonly replies: ReplyIndex<CheckedPiece>,
    readonly earlier: EarlierStanzas,
    readonly counts: FindingCounts,
  ) {}

  /** Interrupts a check in progress; the findings about requests have to be computed again. */
  invalidate(): void {
    this.#changes++;
  }

  /** Marks all replies to be checked again. */
  invalidateReplies(): void {
    this.#outdated = "all";
  }

  /** Adds a stanza that was checked by itself. */
  add(piece: CheckedPiece, summary: StanzaSummary): void {
    this.replies.add(piece, summary);
    this.#markAround(piece, summary);
  }

  /** Removes a stanza, with the summary that it had. */
  remove(piece: CheckedPiece, summary: StanzaSummary): void {
    this.replies.remove(piece, summary);
    this.#markAround(piece, summary);
  }

  /** Marks the stanzas from an index on that the pieces before it affect; their findings may change with these. */
  followingChanged(index: number): void {
    // The stanza stays, and follows another stanza than before.
    const next = this.framed.stanzaAmong(index);
    if (next) this.#mark(next);
    // A request that excuses a finding may precede it by several pieces.
    for (let i = index; i < index + MAX_PRECEDING; i++) {
      const piece = this.framed.at(i);
      if (!piece) break;
      if (piece.result?.findings.some(({ rule }) => rule.isExcused)) this.#mark(piece);
    }
  }

  #mark(piece: CheckedPiece): void {
    if (this.#outdated !== "all") this.#outdated.add(piece);
  }

  /** Marks the stanza, those of its id, and the stanzas just after them. */
  #markAround(piece: CheckedPiece, { idValue: id }: StanzaSummary): void {
    if (this.#outdated === "all") return;
    if (id !== undefined && this.replies.countOf(id) > MAX_SHARED) {
      this.#outdated = "all";
      return;
    }
    const sharing = id === undefined ? [] : this.replies.sharing(id);
    for (const stanza of [piece, ...sharing]) {
      this.#mark(stanza);
      const next = this.framed.stanzaFrom(stanza.start + 1);
      if (next) this.#mark(next);
    }
  }

  /** Computes the findings in steps, after all stanzas are checked. A change in between leaves it undone. */
  *check(configuration: Configuration): Steps<void> {
    yield* this.#checkReplies(configuration);
    yield* this.#checkRequests(configuration);
  }

  *#checkReplies(configuration: Configuration): Steps<void> {
    const outdated = this.#outdated;
    if (outdated === "all") {
      const changes = this.#changes;
      const { pieces } = this.framed;
      let previous: CheckedPiece | undefined;
      for (let from = 0; from < pieces.length; from += REPLIES_PER_STEP) {
        // In a function of its own: engines hardly ever optimise the loop of a generator while it runs.
        previous = this.#checkSome(pieces, from, previous, configuration);
        if (from + REPLIES_PER_STEP >= pieces.length) break;
        yield;
        if (this.#changes !== changes) return;
      }
    } else if (outdated.size > 0) {
      for (const piece of outdated) {
        if (piece.result) this.#checkReply(piece, this.framed.stanzaBefore(piece), configuration);
      }
    } else {
      return;
    }
    this.#outdated = new Set();
  }

  /** @returns the last stanza up to the end of these pieces */
  #checkSome(
    pieces: readonly CheckedPiece[],
    from: number,
    before: CheckedPiece | undefined,
    configuration: Configuration,
  ): CheckedPiece | undefined {
    let previous = before;
    const to = Math.min(from + REPLIES_PER_STEP, pieces.length);
    for (let i = from; i < to; i++) {
      const piece = pieces[i]!;
      this.#checkReply(piece, previous, configuration);
      if (piece.isStanza) previous = piece;
    }
    return previous;
  }

  #checkReply(
    piece: CheckedPiece,
    previous: CheckedPiece | undefined,
    configuration: Configuration,
  ): void {
    // All stanzas are checked by themselves before.
    const result = piece.result!;
    const { summary, findings } = result;
    if (!summary || !isReply(summary)) return;
    const id = summary.idValue;
    const entry = { owner: piece, summary };
    // The request may be in a part of the text before this one.
    const { isKnownId, isAfterRequest = false } = this.earlier;
    const isElsewhere = id === undefined ? isAfterRequest && !previous : isKnownId?.(id) === true;
    const before = isElsewhere ? undefined : this.#preceding(piece, previous);
    const about = before && findingsAboutReply(this.replies, entry, before, configuration);
    const excused =
      findings.length === 0
        ? result.excused
        : excusedFindings(this.replies, entry, before, findings, configuration);
    result.countIn(this.counts, -1);
    if (about) result.replies = about;
    result.excused = excused;
    result.countIn(this.counts, 1);
  }

  #preceding(piece: CheckedPiece, previous: CheckedPiece | undefined): Preceding<CheckedPiece> {
    const summary = previous?.result?.summary;
    const { framed } = this;
    return {
      previous: summary && previous && { owner: previous, summary },
      *all() {
        for (const { result } of framed.stanzasBefore(piece, MAX_PRECEDING)) yield result?.summary;
      },
    };
  }

  /**
   * Looks at all requests again after any change, while a rule about them is on: an answer may stand anywhere after
   * a request, and a place where stanzas were left out is in none of them.
   */
  *#checkRequests(configuration: Configuration): Steps<void> {
    const changes = this.#changes;
    // An interrupted check of the replies goes first.
    if (this.#requestsKnown === changes || this.#outdated === "all") return;
    if (activeRules(configuration).request.length === 0) return;
    const { pieces } = this.framed;
    const later = new LaterStanzas(this.replies, summariesOf(pieces));
    let end = this.framed.length;
    for (let i = pieces.length - 1; i >= 0; i--) {
      const piece = pieces[i]!;
      if (hasElisionAlone(this.framed.slice(piece.end, end))) later.addUnknown();
      end = piece.start;
      if (!piece.result) return;
      if (piece.isStanza) this.#checkRequest(piece, piece.result, later, configuration);
      if (!isEndOfStep(i)) continue;
      yield;
      if (this.#changes !== changes) return;
    }
    this.#requestsKnown = changes;
  }

  #checkRequest(
    piece: CheckedPiece,
    result: CheckResult,
    later: LaterStanzas<CheckedPiece>,
    configuration: Configuration,
  ): void {
    const { summary } = result;
    if (!summary) {
      later.addUnknown();
      return;
    }
    if (isReply(summary)) {
      const requests = result.replies.map(({ request }) => request);
      later.add(piece, summary, requests);
      return;
    }
    const found = later.findingsAbout(piece, summary, configuration);
    result.countIn(this.counts, -1);
    result.replies = found;
    result.countIn(this.counts, 1);
    later.add(piece, summary, []);
  }
}

function* summariesOf(pieces: readonly CheckedPiece[]): Iterable<StanzaSummary> {
  for (const { result } of pieces) if (result?.summary) yield result.summary;
}
