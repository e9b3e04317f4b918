/** Cached findings of one piece of a text. */

import { type DocumentFinding, place } from "../check/documentFindings";
import type { Finding } from "../check/finding";
import type { FindingCounts } from "../check/findingCounts";
import type { ReplyFinding } from "../replies/replyFindings";
import type { Directive } from "../suppressions/directives";
import { byPlace } from "../text/span";
import type { StanzaSummary } from "../xmpp/summary";
import type { Piece } from "./piece";

const NONE: readonly never[] = [];

/** A stanza, or a comment between stanzas, with its result. */
export type CheckedPiece = Piece<CheckResult>;

/** Cached result of checking a piece. Offsets count from its start. */
export class CheckResult {
  /** Findings about the piece as a reply or a request. */
  replies: readonly ReplyFinding<CheckedPiece>[] = NONE;
  /** The findings that are excused by the request that the stanza answers. */
  excused: readonly Finding[] = NONE;
  /** The findings at their places, as long as the piece does not move. */
  #placed: { readonly start: number; readonly findings: readonly DocumentFinding[] } | undefined;

  constructor(
    readonly findings: readonly Finding[],
    /** Undefined for a comment, and for a stanza that is not well-formed or too large. */
    readonly summary: StanzaSummary | undefined,
    /** False for a stanza that is not well-formed or too large: it may have further defects. */
    readonly isRead: boolean,
    readonly directives: readonly Directive[],
    /** False for a comment, for an element that is no stanza, and for a sketch that is not meant to be sent. */
    readonly isChecked: boolean,
  ) {}

  /** The findings of the stanza that are not excused, without those about the exchange. */
  get standing(): readonly Finding[] {
    const { excused, findings } = this;
    return excused.length === 0 ? findings : findings.filter((one) => !excused.includes(one));
  }

  /** Number of findings that `findingsAt` gives. */
  get count(): number {
    return this.findings.length - this.excused.length + this.replies.length;
  }

  /** Counts those findings, or no longer counts them. */
  countIn(counts: FindingCounts, by: 1 | -1): void {
    if (this.count === 0) return;
    for (const one of this.standing) counts.add(one, by);
    for (const { finding } of this.replies) counts.add(finding, by);
  }

  /** All findings, in the order of their places in a text in which the piece begins at `start`. */
  findingsAt(start: number): readonly DocumentFinding[] {
    if (this.replies.length === 0 && this.excused.length === 0) {
      if (this.#placed?.start !== start) {
        this.#placed = { start, findings: this.findings.map((one) => place(one, start)) };
      }
      return this.#placed.findings;
    }
    const own = this.standing.map((one) => place(one, start));
    for (const { finding, request } of this.replies) own.push(place(finding, start, request.start));
    return own.sort(byPlace);
  }
}
