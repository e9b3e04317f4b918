/**
 * A document with its stanzas and their findings, updated incrementally: only stanzas that an
 * edit touches are checked again.
 */

import type { Configuration } from "../check/config";
import { type DocumentFinding, limitFindings } from "../check/documentFindings";
import { TrialBudget } from "../check/trialBudget";
import { applyEdits } from "../rules/edits";
import { type Fix, isPreferred } from "../rules/fix";
import type { Rule } from "../rules/rule";
import suppressionUnused from "../rules/suppression-unused";
import { expectBefore, suppressHere, suppressInFile } from "../suppressions/suppress";
import { type Direction, type DirectionRange, moveDirections } from "../text/directions";
import type { Edit } from "../text/edit";
import { EditableText } from "../text/editableText";
import { withoutOverlaps } from "../text/offsets";
import type { Span } from "../text/span";
import { always, type HasTimeLeft, isEndOfStep, runToCompletion, type Steps } from "../text/steps";
import type { Scope } from "../xml/scope";
import { findingsOf } from "./applySuppressions";
import { type CheckContext, CheckedText } from "./checkedText";
import type { CheckedPiece, CheckResult } from "./checkResult";
import { DocumentExchanges } from "./documentExchanges";
import { DocumentFixes } from "./documentFixes";
import type { FramedText } from "./framedText";
import type { TextPiece } from "./piece";
import { checkedStanzas, type PlacedStanza, placeStanza } from "./placedStanza";
import { type AcceptRepair, acceptAutomatic, repairDocument } from "./repair";

export type { DocumentFinding, PlacedStanza };

/** The first findings of a text, and the number of all. */
export interface FirstFindings {
  readonly findings: DocumentFinding[];
  readonly count: number;
}

export class StanzaDocument {
  readonly #checked: CheckedText;
  /** The text, cut into stanzas. */
  readonly framed: FramedText<CheckResult>;
  readonly #fixes: DocumentFixes;
  /** Pairs of requests and replies. */
  readonly exchanges: DocumentExchanges;
  /** Budget of the fixes until the text changes. */
  readonly #trials: TrialBudget;

  /**
   * @param text an `EditableText` is edited by this document alone from here on
   * @param isSkipped true for the text of a stanza that is not to be checked
   */
  constructor(
    text: string | EditableText,
    configuration: Configuration,
    readonly isSkipped?: (stanza: string) => boolean,
    around?: CheckContext,
  ) {
    const editable = typeof text === "string" ? new EditableText(text) : text;
    this.#checked = new CheckedText(editable, configuration, isSkipped, around);
    this.framed = this.#checked.framed;
    this.#fixes = new DocumentFixes(this.#checked);
    this.exchanges = new DocumentExchanges(this.#checked);
    this.#trials = new TrialBudget(editable.length);
  }

  get text(): string {
    return this.framed.text;
  }

  /** The spans of the stanzas, in order; nested ones are part of theirs. */
  stanzaSpans(): Span[] {
    return this.#stanzaPieces.map(({ span }) => span);
  }

  /** The stanzas and the comments between them, in order, without checking anything. */
  get pieces(): readonly TextPiece[] {
    return this.framed.pieces;
  }

  /** Cuts the rest of the text into stanzas, in steps. */
  *framing(): Steps<void> {
    for (let index = 0; this.framed.at(index); index++) if (isEndOfStep(index)) yield;
  }

  /** The text of a piece, safe to keep: it does not hold the whole text in memory. */
  sourceOf({ start, end }: TextPiece): string {
    return this.framed.slice(start, end);
  }

  /** Offset after the last stanza, and the scope that is open there. */
  rest(): { readonly offset: number; readonly scope: Scope | undefined } {
    return this.framed.rest();
  }

  /** Takes another configuration; all stanzas are checked again on demand. */
  configure(configuration: Configuration): void {
    this.#checked.configure(configuration);
  }

  /** Replaces the span by the text. */
  edit(edit: Edit): void {
    this.#checked.edit(edit);
    this.#fixes.textChanged();
    this.#trials.renew(this.framed.length);
  }

  /** Replaces the directions that the source states; only stanzas with another direction are checked again. */
  setDirections(directions: readonly DirectionRange[]): void {
    this.#checked.setDirections(directions);
  }

  /** Sender and stream of a stanza that begins at the offset, where the source states them. */
  directionAt(offset: number): Direction | undefined {
    return this.#checked.directionAt(offset);
  }

  /**
   * The findings in the order of their places, without those that directives silence. With more than the
   * limit, the last finding is that of limit-exceeded.
   */
  findings(): DocumentFinding[] {
    const { findings } = this.#first(this.#configuration.limits.findings + 1);
    return limitFindings(findings, this.#configuration);
  }

  /**
   * The first findings, and the number of all. The cost grows with the first findings only, in
   * a text without directives.
   */
  firstFindings(maxCount: number): FirstFindings {
    if (maxCount <= this.#configuration.limits.findings) return this.#first(maxCount);
    const findings = this.findings();
    return { findings, count: findings.length };
  }

  #first(maxCount: number): FirstFindings {
    if (!this.#checked.hasDirectives) {
      return { findings: this.#checked.firstFindings(maxCount), count: this.#checked.count };
    }
    const all = findingsOf(this.#checked);
    return { findings: all.slice(0, maxCount), count: all.length };
  }

  /**
   * Checks the unchecked stanzas one by one, so that other work gets a turn between them.
   * Yields after each stanza that it had to check.
   */
  check(): Generator<void, void> {
    return this.#checked.check();
  }

  /**
   * The fixes of a finding, with edits of the document's text; the preferred fix first.
   * @param found from `findings()` for the current text
   */
  fixes(found: DocumentFinding): Fix[] {
    return runToCompletion(this.fixing(found));
  }

  /**
   * The same in steps, one for each trial.
   * @param budget for all fixes of a text that this document is a part of
   */
  fixing(found: DocumentFinding, budget = this.#trials): Steps<Fix[]> {
    return this.#fixes.of(found, budget);
  }

  /**
   * Edits that apply every safe fix, or those that `accept` takes: at most one edit for each stanza.
   * Idempotent: a second call after applying them gives none. Silenced findings stay.
   */
  repairs(accept: AcceptRepair = acceptAutomatic): Edit[] {
    return runToCompletion(this.repairing(accept));
  }

  /** The same in steps; once time is up, the edits found until then, and the next call begins with other stanzas. */
  repairing(accept: AcceptRepair, hasTime = always, budget?: TrialBudget): Steps<Edit[]> {
    const own = budget ?? new TrialBudget(this.framed.length);
    return repairDocument<StanzaDocument>(this, accept, hasTime, own);
  }

  /** False for a finding between stanzas: its fix is not among `repairsOf`, which repairs stanzas. */
  mayRepairAll(found: DocumentFinding): boolean {
    return !this.#checked.isUnclosed(found);
  }

  /** Edits that apply the preferred fix of every finding of the rule that has one. */
  repairsOf(rule: Rule): Edit[] {
    return runToCompletion(this.repairingOf(rule));
  }

  /** The same in steps. */
  *repairingOf(rule: Rule, budget = new TrialBudget(this.framed.length)): Steps<Edit[]> {
    if (rule.check.on !== "reply" && rule.check.on !== "suppressions") {
      const accept: AcceptRepair = (finding, fix) => finding.rule === rule && isPreferred(fix);
      return yield* this.repairing(accept, always, budget);
    }
    // These findings are about several stanzas, and their fixes do not overlap.
    const edits: Edit[] = [];
    for (const found of this.findings()) {
      if (found.finding.rule !== rule) continue;
      const fixes = yield* this.fixing(found, budget);
      edits.push(...(fixes.find(isPreferred)?.edits ?? []));
      yield;
    }
    return withoutOverlaps(edits);
  }

  /** Edits of one round of `repairing`, each of one stanza; after them more may be left to repair. */
  repairRound(accept: AcceptRepair, budget: TrialBudget, hasTime: HasTimeLeft): Steps<Edit[]> {
    return this.#fixes.repairRound(accept, budget, hasTime);
  }

  /** A document with the edits, which are in the order of their spans and do not overlap. */
  edited(edits: readonly Edit[]): StanzaDocument {
    const text = applyEdits(this.text, edits);
    const around = {
      ...this.#checked.around,
      directions: moveDirections(this.#checked.directions, edits),
    };
    return new StanzaDocument(text, this.#configuration, this.isSkipped, around);
  }

  /** The known ids of the stanzas that are not nested, in order. */
  ids(): Iterable<string> {
    return this.#checked.ids();
  }

  /** The stanza at the offset, with its summary if it is well-formed. */
  stanzaAt(offset: number): PlacedStanza | undefined {
    const piece = this.framed.pieceAt(offset);
    return piece?.isStanza ? placeStanza(this.#checked, piece) : undefined;
  }

  /** The declarations around the stanza at the offset. */
  scopeAt(offset: number): Scope | undefined {
    return this.framed.pieceAt(offset)?.scope;
  }

  /** All stanzas that are not nested, in order, without elements and sketches that are not checked. */
  stanzas(): PlacedStanza[] {
    return checkedStanzas(this.#checked).map((piece) => placeStanza(this.#checked, piece));
  }

  /**
   * Number of stanzas that are not nested, without elements and sketches that are not checked; known after everything
   * is checked.
   * @param end only stanzas that begin before this offset count
   */
  countStanzas(end = Number.POSITIVE_INFINITY): number {
    return this.#count(({ isStanza, result }) => isStanza && result?.isChecked !== false, end);
  }

  /**
   * Number of errors outside of stanzas.
   * @param end only those that begin before this offset count
   */
  countNonzas(end = Number.POSITIVE_INFINITY): number {
    return this.#count(({ isElement, isStanza }) => isElement && !isStanza, end);
  }

  #count(counts: (piece: CheckedPiece) => boolean, end: number): number {
    let count = 0;
    for (const piece of this.framed.pieces) {
      if (piece.start >= end) break;
      if (counts(piece)) count++;
    }
    return count;
  }

  get #stanzaPieces(): CheckedPiece[] {
    return this.framed.pieces.filter((piece) => piece.isStanza);
  }

  /**
   * Edits that insert directives for the finding: at its place, as expected in its stanza, and in the whole
   * file. Undefined for a finding about a directive.
   */
  suppressions(found: DocumentFinding): { here: Edit; expected: Edit; inFile: Edit } | undefined {
    const piece = this.framed.pieceAt(found.stanzaStart);
    if (!piece?.isElement || found.finding.rule === suppressionUnused) return undefined;
    const stanza = { span: piece.span, scope: piece.scope };
    return {
      here: suppressHere(this.text, found, stanza),
      expected: expectBefore(this.text, found, stanza),
      inFile: suppressInFile(this.text, found),
    };
  }

  get #configuration(): Configuration {
    return this.#checked.configuration;
  }
}
