/**
 * A text with the findings of each of its stanzas, updated incrementally: an edit causes new checks only of the
 * stanzas that it touches, and of the replies that it may affect.
 */

import { activeRules, type Configuration } from "../check/config";
import { byPlace, type DocumentFinding, forget, place } from "../check/documentFindings";
import { checkStanza, type Finding } from "../check/lint";
import { LaterStanzas } from "../replies/laterStanzas";
import { type Preceding, type ReplyFinding, ReplyIndex } from "../replies/replies";
import { type Directive, mayHaveDirectives, readDirectives } from "../suppressions/directives";
import {
  type Direction,
  type DirectionRange,
  directionAt,
  isSameDirection,
  moveDirections,
} from "../text/directions";
import type { Edit } from "../text/edit";
import type { EditableText } from "../text/editableText";
import { isEndOfStep, runToCompletion, type Steps } from "../text/steps";
import { hasElisionAlone } from "../xml/holes";
import { isReply } from "../xmpp/replyMatch";
import { mayNeedSigns } from "../xmpp/signs";
import type { StanzaSummary } from "../xmpp/summary";
import { ForeignElements } from "./foreignElements";
import { FramedText, type FramingContext, type Piece } from "./framedText";
import { type KnownShapes, knownShapes } from "./knownShapes";
import { findUnclosedWrappers } from "./unclosedWrappers";

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

/** Number of stanzas with one id, from which on an edit checks all replies again instead of those of the id. */
const MAX_SHARED = 1000;

/** Maximum number of preceding pieces among which a request that excuses a finding is searched. */
const MAX_PRECEDING = 64;

/** Number of replies to check between two steps. */
const SETTLED = 100;

/** Facts about a text that the text itself does not show. */
export interface CheckContext extends FramingContext {
  /** Senders of the stanzas, where the source states them. */
  readonly directions?: readonly DirectionRange[];
  /** True if the text is known to be of XMPP, whatever it shows itself. */
  readonly isOfXmpp?: boolean;
  /** True for a whole file of stanzas, in which elements between stanzas have to be closed. */
  readonly isWhole?: boolean;
  /** True for the id of an earlier stanza, with false positives: nothing is reported about its replies. */
  isKnownId?(id: string): boolean;
  /** True if the last stanza before the text is an iq request without an id. */
  readonly isAfterRequest?: boolean;
}

export class CheckedText {
  readonly framed: FramedText<CheckResult>;
  // Only pieces that were checked, and have a summary, are put into the index.
  readonly replies = new ReplyIndex<CheckedPiece>((piece) => piece.result!.summary!);
  #configuration: Configuration;
  /** Undefined where each stanza has to be checked in full. */
  #shapes: KnownShapes | undefined;
  #directions: readonly DirectionRange[];
  /** Range of piece indexes that may hold unchecked pieces. */
  #unchecked = { from: 0, to: Number.POSITIVE_INFINITY };
  /** Pieces whose findings as a reply have to be computed again. */
  #unsettled: Set<CheckedPiece> | "all" = "all";
  /** Number of changes that invalidate findings. */
  #changes = 0;
  /** Value of `#changes` when the findings of all requests were computed. */
  #requestsKnown = -1;
  #count = 0;
  #directives = 0;
  /** False as long as the text is the original text, and that has no directives. */
  #mayHaveDirectives: boolean;
  readonly #foreign: ForeignElements;
  /** Findings about start tags between stanzas; undefined after a change. */
  #unclosed: readonly DocumentFinding[] | undefined;

  /** @param isSkipped true for the text of a stanza that is not to be checked */
  constructor(
    text: EditableText,
    configuration: Configuration,
    readonly isSkipped?: (stanza: string) => boolean,
    readonly around: CheckContext = {},
  ) {
    this.framed = new FramedText(text, around);
    this.#foreign = new ForeignElements(this.framed, around.isOfXmpp);
    this.#directions = around.directions ?? NONE;
    this.#mayHaveDirectives = mayHaveDirectives(text.toString());
    this.#configuration = configuration;
    this.#shapes = isSkipped ? undefined : knownShapes(configuration);
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  /** Number of findings, silenced ones too; known after everything is checked. */
  get count(): number {
    this.checkAll();
    return this.#count + this.unclosed.length;
  }

  /** Findings about elements between the stanzas that are never closed. */
  get unclosed(): readonly DocumentFinding[] {
    if (!this.around.isWhole) return NONE;
    this.#unclosed ??= findUnclosedWrappers(this.framed, this.#configuration);
    return this.#unclosed;
  }

  /** True if the text has a directive anywhere, effective or not. */
  get hasDirectives(): boolean {
    this.checkAll();
    return this.#directives > 0;
  }

  /** Takes another configuration; all stanzas are checked again on demand. */
  configure(configuration: Configuration): void {
    if (configuration === this.#configuration) return;
    this.#configuration = configuration;
    this.#shapes = this.isSkipped ? undefined : knownShapes(configuration);
    this.#changes++;
    this.#unclosed = undefined;
    this.#checkAnew();
  }

  /** Replaces the span by the text. */
  edit(edit: Edit): void {
    this.#changes++;
    this.#directions = moveDirections(this.#directions, [edit]);
    const { removed, first, added } = this.framed.edit(edit);
    this.#mayHaveDirectives = true;
    for (const piece of removed) this.#forget(piece);
    this.#unclosed = undefined;
    const { from, to } = this.#unchecked;
    const shift = added - removed.length;
    const isChecked = from >= to;
    this.#unchecked = {
      from: isChecked ? first : Math.min(from, first),
      to: isChecked ? first + added : Math.max(to + shift, first + added),
    };
    if (this.#foreign.textChanged()) this.#checkAnew();
    // Inserted pieces are checked anyway; the stanza after them stays, and follows another stanza
    // than before.
    const behind = this.framed.stanzaAmong(first + added);
    if (behind) this.#unsettle(behind);
    // A request that excuses a finding may precede it by several pieces.
    for (let i = first + added; i < first + added + MAX_PRECEDING; i++) {
      const piece = this.framed.at(i);
      if (!piece) break;
      if (piece.result?.findings.some(({ rule }) => rule.isExcused)) this.#unsettle(piece);
    }
  }

  #checkAnew(): void {
    for (const piece of this.framed.pieces) this.#forget(piece);
    this.#unchecked = { from: 0, to: Number.POSITIVE_INFINITY };
    this.#unsettled = "all";
  }

  get directions(): readonly DirectionRange[] {
    return this.#directions;
  }

  /** Replaces the directions that the source states; only stanzas with another direction are checked again. */
  setDirections(directions: readonly DirectionRange[]): void {
    if (directions.length === 0 && this.#directions.length === 0) return;
    this.#directions = directions;
    this.#changes++;
    for (const piece of this.framed.pieces) {
      const summary = piece.result?.summary;
      if (summary && !isSameDirection(summary.direction, this.directionAt(piece.start))) {
        this.#forget(piece);
        this.#unchecked = { from: 0, to: Number.POSITIVE_INFINITY };
        this.#unsettled = "all";
      }
    }
  }

  /** Sender and stream of a stanza that begins at the offset, where the source states them. */
  directionAt(offset: number): Direction | undefined {
    return directionAt(this.#directions, offset);
  }

  /**
   * Checks the unchecked pieces one by one, so that other work gets a turn between them.
   * Yields after each piece that it had to check.
   */
  *check(): Generator<void, void> {
    for (let piece = this.#nextUnchecked(); piece; piece = this.#nextUnchecked()) {
      this.checked(piece);
      yield;
    }
    yield* this.#settling();
    yield* this.#settlingRequests();
  }

  checkAll(): void {
    const { from, to } = this.#unchecked;
    for (let i = from; i < to; i++) {
      const piece = this.framed.at(i);
      if (!piece) break;
      if (!piece.result) this.checked(piece);
    }
    this.#unchecked = { from: 0, to: 0 };
    runToCompletion(this.#settling());
    runToCompletion(this.#settlingRequests());
  }

  /** The result of a piece, which is checked for it if need be. */
  checked(piece: CheckedPiece): CheckResult {
    if (piece.result) return piece.result;
    const result = this.#check(piece);
    const { directives } = result;
    piece.result = result;
    this.#count += result.findings.length;
    if (directives.length > 0) this.#directives++;
    if (result.summary) {
      this.replies.add(piece, result.summary);
      if (this.#unsettled !== "all") this.#unsettleAround(piece, result.summary);
    }
    return result;
  }

  #check(piece: CheckedPiece): CheckResult {
    const shape = piece.takeShape();
    const alike = shape && this.#shapes?.summaryOf(shape, this.framed, piece);
    // Whether an element is a stanza at all depends on the whole text, which the shape does not show.
    const mayBeForeign = mayNeedSigns(piece.scope);
    if (alike && !(mayBeForeign && this.#foreign.has(this.framed.sourceOf(piece), piece))) {
      alike.direction = this.directionAt(piece.start);
      return new CheckResult(NONE, alike, true, NONE);
    }
    const source = this.framed.sourceOf(piece);
    const hasDirectives = this.#mayHaveDirectives && mayHaveDirectives(source);
    const directives = hasDirectives ? readDirectives(source) : NONE;
    if (!piece.isStanza || this.isSkipped?.(source) || this.#foreign.has(source, piece)) {
      return new CheckResult(NONE, undefined, true, directives);
    }
    const checked = checkStanza(source, piece.scope, this.#configuration);
    if (shape) this.#shapes?.learn(shape, checked);
    const { findings, summary } = checked;
    if (summary) summary.direction = this.directionAt(piece.start);
    const kept = findings.length === 0 ? NONE : findings.map(forget);
    return new CheckResult(kept, summary, summary !== undefined, directives);
  }

  /** The known ids of the stanzas, in order. */
  *ids(): Generator<string, void> {
    this.checkAll();
    for (const { result } of this.framed.pieces) {
      const id = result?.summary?.idValue;
      if (id !== undefined) yield id;
    }
  }

  /** The first findings in the order of their places, at most `most`. */
  place(most: number): DocumentFinding[] {
    this.checkAll();
    const placed: DocumentFinding[] = [];
    const wanted = Math.min(most, this.count);
    const { unclosed } = this;
    let next = 0;
    for (let i = 0; placed.length < wanted; i++) {
      const piece = this.framed.pieces[i];
      while (next < unclosed.length && !(piece && piece.start < unclosed[next]!.span.start)) {
        placed.push(unclosed[next++]!);
      }
      const result = piece?.result;
      if (!result || result.count === 0) continue;
      for (const one of result.findingsAt(piece.start)) placed.push(one);
    }
    if (placed.length > wanted) placed.length = wanted;
    return placed;
  }

  #nextUnchecked(): CheckedPiece | undefined {
    const { from, to } = this.#unchecked;
    for (let i = from; i < to; i++) {
      const piece = this.framed.at(i);
      if (!piece) break;
      if (piece.result) continue;
      this.#unchecked.from = i;
      return piece;
    }
    this.#unchecked = { from: 0, to: 0 };
    return undefined;
  }

  #forget(piece: CheckedPiece): void {
    const { result } = piece;
    if (!result) return;
    piece.result = undefined;
    this.#count -= result.count;
    if (result.directives.length > 0) this.#directives--;
    if (!result.summary) return;
    this.replies.remove(piece, result.summary);
    if (this.#unsettled !== "all") this.#unsettleAround(piece, result.summary);
  }

  #unsettle(piece: CheckedPiece): void {
    if (this.#unsettled !== "all") this.#unsettled.add(piece);
  }

  /** Marks the stanza, those of its id, and the stanzas just after them for a new look as replies. */
  #unsettleAround(piece: CheckedPiece, { idValue: id }: StanzaSummary): void {
    const hasId = id !== undefined;
    if (hasId && this.replies.countOf(id) > MAX_SHARED) {
      this.#unsettled = "all";
      return;
    }
    for (const one of [piece, ...(hasId ? this.replies.sharing(id) : NONE)]) {
      this.#unsettle(one);
      const behind = this.framed.stanzaFrom(one.start + 1);
      if (behind) this.#unsettle(behind);
    }
  }

  /** Computes the findings about replies; all stanzas must be checked before. A change in between leaves it undone. */
  *#settling(): Steps<void> {
    const unsettled = this.#unsettled;
    if (unsettled === "all") {
      const changes = this.#changes;
      const { pieces } = this.framed;
      let previous: CheckedPiece | undefined;
      for (let from = 0; from < pieces.length; from += SETTLED) {
        // In a function of its own: engines hardly ever optimise the loop of a generator while it runs.
        previous = this.#settleSome(pieces, from, previous);
        if (from + SETTLED >= pieces.length) break;
        yield;
        if (this.#changes !== changes) return;
      }
    } else if (unsettled.size > 0) {
      for (const piece of unsettled) {
        if (piece.result) this.#settleOne(piece, this.framed.stanzaBefore(piece));
      }
    } else {
      return;
    }
    this.#unsettled = new Set();
  }

  /** @returns the last stanza up to the end of these pieces */
  #settleSome(
    pieces: readonly CheckedPiece[],
    from: number,
    before: CheckedPiece | undefined,
  ): CheckedPiece | undefined {
    let previous = before;
    const to = Math.min(from + SETTLED, pieces.length);
    for (let i = from; i < to; i++) {
      const piece = pieces[i]!;
      this.#settleOne(piece, previous);
      if (piece.isStanza) previous = piece;
    }
    return previous;
  }

  #settleOne(piece: CheckedPiece, previous: CheckedPiece | undefined): void {
    // Pieces are settled after they are checked.
    const result = piece.result!;
    const { summary, findings } = result;
    if (!summary || !isReply(summary)) return;
    const id = summary.idValue;
    const entry = { owner: piece, summary };
    const count = result.count;
    // The request may be in a part of the text before this one.
    const { isKnownId, isAfterRequest = false } = this.around;
    const isElsewhere = id === undefined ? isAfterRequest && !previous : isKnownId?.(id) === true;
    const before = isElsewhere ? undefined : this.#preceding(piece, previous);
    if (before) result.replies = this.replies.findings(entry, before, this.#configuration);
    if (findings.length > 0) {
      result.excused = this.replies.excused(entry, before, findings, this.#configuration);
    }
    this.#count += result.count - count;
  }

  /**
   * Looks at all requests again after any change, while a rule about them is on: an answer may stand anywhere after
   * a request, and a place where stanzas were left out is in none of them.
   */
  *#settlingRequests(): Steps<void> {
    const changes = this.#changes;
    // An interrupted check of the replies goes first.
    if (this.#requestsKnown === changes || this.#unsettled === "all") return;
    if (activeRules(this.#configuration).request.length === 0) return;
    const { pieces } = this.framed;
    const later = new LaterStanzas(this.replies, summariesOf(pieces));
    let end = this.framed.length;
    for (let i = pieces.length - 1; i >= 0; i--) {
      const piece = pieces[i]!;
      if (hasElisionAlone(this.framed.slice(piece.end, end))) later.addUnknown();
      end = piece.start;
      if (!piece.result) return;
      if (piece.isStanza) this.#settleRequest(piece, piece.result, later);
      if (!isEndOfStep(i)) continue;
      yield;
      if (this.#changes !== changes) return;
    }
    this.#requestsKnown = changes;
  }

  #settleRequest(
    piece: CheckedPiece,
    result: CheckResult,
    later: LaterStanzas<CheckedPiece>,
  ): void {
    const { summary } = result;
    if (!summary) {
      later.addUnknown();
      return;
    }
    if (!isReply(summary)) {
      const { count } = result;
      result.replies = later.findingsAbout(piece, summary, this.#configuration);
      this.#count += result.count - count;
    }
    const isAboutReply = isReply(summary) ? result.replies : NONE;
    later.add(
      piece,
      summary,
      isAboutReply.map(({ request }) => request),
    );
  }

  #preceding(piece: CheckedPiece, previous: CheckedPiece | undefined): Preceding<CheckedPiece> {
    const summary = previous?.result?.summary;
    const { framed } = this;
    return {
      previous: summary && previous && { owner: previous, summary },
      *all() {
        for (const one of framed.stanzasBefore(piece, MAX_PRECEDING)) yield one.result?.summary;
      },
    };
  }
}

function* summariesOf(pieces: readonly CheckedPiece[]): Iterable<StanzaSummary> {
  for (const { result } of pieces) if (result?.summary) yield result.summary;
}
