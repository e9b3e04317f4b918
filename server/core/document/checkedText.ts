/**
 * A text with the findings of each of its stanzas, updated incrementally: an edit causes new checks only of the
 * stanzas that it touches, and of the replies that it may affect.
 */

import { checkStanza, checkTape } from "../check/checkStanza";
import type { Configuration } from "../check/config";
import { type DocumentFinding, forget } from "../check/documentFindings";
import { type ErrorCounts, FindingCounts } from "../check/findingCounts";
import { ReplyIndex } from "../replies/replyIndex";
import { mayHaveDirectives } from "../suppressions/directives";
import { readDirectives } from "../suppressions/readDirectives";
import {
  type Direction,
  type DirectionRange,
  directionAt,
  isSameDirection,
  moveDirections,
} from "../text/directions";
import type { Edit } from "../text/edit";
import type { EditableText } from "../text/editableText";
import { runToCompletion } from "../text/steps";
import { mayNeedSigns } from "../xmpp/signs";
import { type CheckedPiece, CheckResult } from "./checkResult";
import { type EarlierStanzas, ExchangeChecker } from "./exchangeChecker";
import { ForeignElements } from "./foreignElements";
import { FramedText, type FramingContext } from "./framedText";
import { type KnownShapes, knownShapes } from "./knownShapes";
import { UnclosedWrappers } from "./unclosedWrappers";

const NONE: readonly never[] = [];

/** Facts about a text that the text itself does not show. */
export interface CheckContext extends FramingContext, EarlierStanzas {
  /** Senders of the stanzas, where the source states them. */
  readonly directions?: readonly DirectionRange[];
  /** Length in UTF-16 code units from which on no stanza is skipped as a sketch. */
  readonly maxSketch?: number | undefined;
  /** True if the text is known to be of XMPP, whatever it shows itself. */
  readonly isOfXmpp?: boolean;
  /** True for a whole file of stanzas, in which elements between stanzas have to be closed. */
  readonly isWhole?: boolean;
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
  /** Of the findings about pieces. */
  readonly #counts = new FindingCounts();
  #directives = 0;
  /** False as long as the text is the original text, and that has no directives. */
  #mayHaveDirectives: boolean;
  readonly #foreign: ForeignElements;
  readonly #exchanges: ExchangeChecker;
  readonly #unclosed: UnclosedWrappers;

  /** @param isSkipped true for the text of a stanza that is not to be checked */
  constructor(
    text: EditableText,
    configuration: Configuration,
    readonly isSkipped?: (stanza: string) => boolean,
    readonly around: CheckContext = {},
  ) {
    this.framed = new FramedText(text, around);
    this.#unclosed = new UnclosedWrappers(this.framed, this.#counts, around.isWhole);
    this.#foreign = new ForeignElements(this.framed, around.isOfXmpp);
    this.#exchanges = new ExchangeChecker(this.framed, this.replies, around, this.#counts);
    this.#directions = around.directions ?? NONE;
    this.#mayHaveDirectives = mayHaveDirectives(text.toString());
    this.#configuration = configuration;
    this.#shapes = this.#shapesFor(configuration);
  }

  /** The shape of a stanza does not show whether it is a sketch. */
  #shapesFor(configuration: Configuration): KnownShapes | undefined {
    const mayBeSketch = this.isSkipped && this.around.maxSketch === undefined;
    return mayBeSketch ? undefined : knownShapes(configuration);
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  /** Number of findings, silenced ones too; known after everything is checked. */
  get count(): number {
    this.#countAll();
    return this.#counts.total;
  }

  /** Numbers of the findings of the rule, silenced ones too, and of the errors of all others. */
  countErrors(rule: string): ErrorCounts {
    this.#countAll();
    return this.#counts.errors(rule, this.#configuration);
  }

  /** Findings about elements between the stanzas that are never closed. */
  get unclosed(): readonly DocumentFinding[] {
    return this.#unclosed.find(this.#configuration);
  }

  /** True for such a finding, also from before another part of the text was edited. */
  isUnclosed(found: DocumentFinding): boolean {
    return this.#unclosed.has(found, this.#configuration);
  }

  #countAll(): void {
    this.checkAll();
    this.#unclosed.find(this.#configuration);
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
    this.#shapes = this.#shapesFor(configuration);
    this.#exchanges.invalidate();
    this.#unclosed.forget();
    this.#checkAnew();
  }

  /** Replaces the span by the text. */
  edit(edit: Edit): void {
    this.#exchanges.invalidate();
    this.#directions = moveDirections(this.#directions, [edit]);
    const reframing = this.framed.edit(edit);
    const { removed, first, added } = reframing;
    this.#mayHaveDirectives = true;
    for (const piece of removed) this.#forget(piece);
    this.#unclosed.textChanged(edit, reframing);
    const { from, to } = this.#unchecked;
    const shift = added - removed.length;
    const isChecked = from >= to;
    this.#unchecked = {
      from: isChecked ? first : Math.min(from, first),
      to: isChecked ? first + added : Math.max(to + shift, first + added),
    };
    if (this.#foreign.textChanged()) this.#checkAnew();
    // Inserted pieces are checked anyway.
    this.#exchanges.followingChanged(first + added);
  }

  #checkAnew(): void {
    for (const piece of this.framed.pieces) this.#forget(piece);
    this.#unchecked = { from: 0, to: Number.POSITIVE_INFINITY };
    this.#exchanges.invalidateReplies();
  }

  get directions(): readonly DirectionRange[] {
    return this.#directions;
  }

  /** Replaces the directions that the source states; only stanzas with another direction are checked again. */
  setDirections(directions: readonly DirectionRange[]): void {
    if (directions.length === 0 && this.#directions.length === 0) return;
    this.#directions = directions;
    this.#exchanges.invalidate();
    for (const piece of this.framed.pieces) {
      const summary = piece.result?.summary;
      if (summary && !isSameDirection(summary.direction, this.directionAt(piece.start))) {
        this.#forget(piece);
        this.#unchecked = { from: 0, to: Number.POSITIVE_INFINITY };
        this.#exchanges.invalidateReplies();
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
    yield* this.#exchanges.check(this.#configuration);
  }

  checkAll(): void {
    const { from, to } = this.#unchecked;
    for (let i = from; i < to; i++) {
      const piece = this.framed.at(i);
      if (!piece) break;
      if (!piece.result) this.checked(piece);
    }
    this.#unchecked = { from: 0, to: 0 };
    runToCompletion(this.#exchanges.check(this.#configuration));
  }

  /** The result of a piece, which is checked for it if need be. */
  checked(piece: CheckedPiece): CheckResult {
    if (piece.result) return piece.result;
    const result = this.#check(piece);
    piece.result = result;
    result.countIn(this.#counts, 1);
    if (result.directives.length > 0) this.#directives++;
    if (result.summary) this.#exchanges.add(piece, result.summary);
    return result;
  }

  #check(piece: CheckedPiece): CheckResult {
    const { start, scope, isStanza } = piece;
    const { framed } = this;
    const reader = isStanza ? framed.readerOf(piece) : undefined;
    const mayBeSketch = this.isSkipped && piece.end - start < (this.around.maxSketch ?? 0);
    const shapes = mayBeSketch ? undefined : this.#shapes;
    const alike = reader && shapes?.summaryOf(reader, scope, framed, piece);
    // Whether an element is a stanza at all depends on the whole text, which the shape does not show.
    if (reader && shapes && alike) {
      const known = shapes.findingsOf(reader);
      if (!(mayNeedSigns(scope) && this.#foreign.has(framed.sourceOf(piece), piece))) {
        alike.direction = this.directionAt(start);
        return new CheckResult(known, alike, true, NONE, true);
      }
    }
    const source = framed.sourceOf(piece);
    const tape = reader?.tape(source); // before the reader reads others
    const directives =
      this.#mayHaveDirectives && mayHaveDirectives(source) ? readDirectives(source) : NONE;
    const isLeftOut = isStanza && (this.isSkipped?.(source) || this.#foreign.has(source, piece));
    if (!piece.isElement || isLeftOut) {
      return new CheckResult(NONE, undefined, true, directives, false);
    }
    const { findings, summary, ofShape, isRead } = tape
      ? checkTape(tape, this.#configuration)
      : checkStanza(source, scope, this.#configuration);
    if (reader && ofShape && summary) shapes?.learn(ofShape, summary, reader);
    if (summary) summary.direction = this.directionAt(start);
    const kept = findings.length === 0 ? NONE : findings.map(forget);
    return new CheckResult(kept, summary, isRead, directives, true);
  }

  /** The known ids of the stanzas, in order. */
  *ids(): Generator<string, void> {
    this.checkAll();
    for (const { result } of this.framed.pieces) {
      const id = result?.summary?.idValue;
      if (id !== undefined) yield id;
    }
  }

  /** The first findings in the order of their places. */
  firstFindings(maxCount: number): DocumentFinding[] {
    this.checkAll();
    const placed: DocumentFinding[] = [];
    const wanted = Math.min(maxCount, this.count);
    const { unclosed } = this;
    for (let i = 0, next = 0; placed.length < wanted; i++) {
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
    result.countIn(this.#counts, -1);
    if (result.directives.length > 0) this.#directives--;
    if (result.summary) this.#exchanges.remove(piece, result.summary);
  }
}
