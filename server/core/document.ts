/**
 * A document with its stanzas and their findings, kept while it is edited: only stanzas that an
 * edit touches are checked again.
 */

import { type Around, type Checked, type CheckedPiece, CheckedText } from "./checkedText";
import { type Configuration, settingOf } from "./config";
import { countUntil } from "./countUntil";
import {
  attributeFix,
  byPlace,
  countErrors,
  type DocumentFinding,
  isSame,
  reportLimit,
} from "./documentFindings";
import { EditableText } from "./editableText";
import { formatDocument } from "./formatDocument";
import type { FramedText, TextPiece } from "./framedText";
import { type AcceptFix, applyEdits, lintStanza, provenFixes, repairStanza } from "./lint";
import { difference, invert, moveEdit, moveSpan, withoutOverlaps } from "./offsets";
import { type AcceptRepair, isSafe, repairDocument } from "./repair";
import type { Edit, Fix, FixContext } from "./rules/fix";
import { findRule } from "./rules/index";
import limitExceeded from "./rules/limit-exceeded";
import type { Rule } from "./rules/rule";
import suppressionUnused from "./rules/suppression-unused";
import { always, finish, type HasTime, type Steps } from "./steps";
import { expectBefore, suppressHere, suppressInFile } from "./suppress";
import { type PlacedDirective, Suppressions, type UnusedDirective } from "./suppressions";
import { TrialBudget } from "./trialBudget";
import { moveTurns, type Passage, type Turn } from "./turns";
import { removals, reportUnused } from "./unusedSuppressions";
import { MAX_LINE } from "./xml/frame";
import type { Scope } from "./xml/scope";
import type { Span } from "./xml/tree";
import { IdSource } from "./xmpp/ids";
import type { StanzaSummary } from "./xmpp/summary";

export type { DocumentFinding };

/** A stanza with its place in the document. Offsets in the summary count from its start. */
export interface PlacedStanza {
  readonly span: Span;
  /** Undefined for a stanza that is not well-formed. */
  readonly summary: StanzaSummary | undefined;
}

/** The first findings of a text, and how many it has. */
export interface FirstFindings {
  readonly findings: DocumentFinding[];
  readonly count: number;
}

export class StanzaDocument {
  readonly #checked: CheckedText;
  readonly #framed: FramedText<Checked>;
  #knownLineEnd: string | undefined;
  /** Index of the piece with which the next repair begins. */
  #repairFrom = 0;
  /** What fixes may cost until the text changes. */
  #trials: TrialBudget | undefined;

  /**
   * @param text one that is edited is edited from here on by this document alone
   * @param isSkipped true for the text of a stanza about which nothing is to be said
   */
  constructor(
    text: string | EditableText,
    configuration: Configuration,
    readonly isSkipped?: (stanza: string) => boolean,
    around?: Around,
  ) {
    const editable = typeof text === "string" ? new EditableText(text) : text;
    this.#checked = new CheckedText(editable, configuration, isSkipped, around);
    this.#framed = this.#checked.framed;
  }

  get text(): string {
    return this.#framed.text;
  }

  /** The spans of the stanzas, in order; nested ones are part of theirs. */
  stanzaSpans(): Span[] {
    return this.#stanzaPieces.map(({ span }) => span);
  }

  /** The stanzas and the comments between them, in order, without checking anything. */
  get pieces(): readonly TextPiece[] {
    return this.#framed.pieces;
  }

  /** The text of a piece, of which parts may be kept for as long as one likes. */
  sourceOf({ start, end }: TextPiece): string {
    return this.#framed.slice(start, end);
  }

  /** Where what is behind the last stanza begins, and what is open there. */
  rest(): { readonly offset: number; readonly scope: Scope | undefined } {
    return this.#framed.rest();
  }

  /**
   * Edits that indent the well-formed stanzas which touch the span, all without one. What is parsed
   * and what is found stay the same.
   * @param unit one level of indentation
   */
  format(unit: string, span?: Span): Edit[] {
    return finish(this.formatting(unit, span));
  }

  /** The same in steps; without time for all, for the first of them that are not as they should be. */
  formatting(
    unit: string,
    span: Span = { start: 0, end: this.text.length },
    hasTime = always,
  ): Steps<Edit[]> {
    return formatDocument(this.#framed, unit, span, hasTime);
  }

  /** Takes another configuration; everything is checked anew when it is asked for. */
  configure(configuration: Configuration): void {
    this.#checked.configure(configuration);
  }

  /** Replaces the span by the text. */
  edit(edit: Edit): void {
    this.#knownLineEnd = undefined;
    this.#trials = undefined;
    this.#checked.edit(edit);
  }

  /** Takes what the source says of the text as it is now; only what passes otherwise is checked anew. */
  takeTurns(turns: readonly Turn[]): void {
    this.#checked.takeTurns(turns);
  }

  /** Who sends a stanza that begins at the offset on which stream, where the source says so. */
  passageAt(offset: number): Passage | undefined {
    return this.#checked.passageAt(offset);
  }

  /**
   * The findings in the order of their places, without those that comments silence. Of more than the
   * limit there is, the last one says so.
   */
  findings(): DocumentFinding[] {
    const most = this.#configuration.limits.findings;
    const { findings, count } = this.#first(most + 1);
    if (count <= most) return findings;
    const next = findings.pop()!;
    const severity = settingOf(limitExceeded, this.#configuration);
    if (severity !== "off") findings.push(reportLimit(next, most, severity));
    return findings;
  }

  /**
   * The first findings, so many at most, and how many there are in all. They cost what the first ones cost, in
   * a text where no comment silences anything.
   */
  told(most: number): FirstFindings {
    if (most <= this.#configuration.limits.findings) return this.#first(most);
    const findings = this.findings();
    return { findings, count: findings.length };
  }

  #first(most: number): FirstFindings {
    if (!this.#checked.hasDirectives) {
      return { findings: this.#checked.place(most), count: this.#checked.count };
    }
    const all = this.#findings();
    return { findings: all.slice(0, most), count: all.length };
  }

  #findings(): DocumentFinding[] {
    const all = this.#checked.place(Number.POSITIVE_INFINITY);
    const suppressions = this.#suppressions();
    if (!suppressions) return all;
    const told = all.filter(
      ({ finding, span }) => !suppressions.isSilenced(finding.rule.id, span.start),
    );
    const severity = settingOf(suppressionUnused, this.#configuration);
    if (severity !== "off") {
      for (const one of this.#unused(suppressions, all)) told.push(reportUnused(one, severity));
    }
    return told.sort(byPlace);
  }

  /**
   * Checks what is not checked yet, stanza by stanza, so that others get a turn between them.
   * Yields after each stanza that it had to check.
   */
  check(): Generator<void, void> {
    return this.#checked.check();
  }

  /**
   * The fixes of a finding, with edits of the document's text; the preferred one first.
   * @param found one that `findings()` gave for the text as it is
   */
  fixes(found: DocumentFinding): Fix[] {
    const piece = this.#framed.pieceAt(found.span.start);
    if (!piece) return [];
    if (found.finding.rule === suppressionUnused) {
      const { directives } = this.#check(piece);
      return removals(this.text, found.span, directives, piece.start);
    }
    const source = this.#framed.sourceOf(piece);
    if (found.finding.rule.checkReply) {
      this.#checked.checkAll();
      return piece
        .result!.replies.filter(({ finding }) => isSame(finding, found.finding))
        .flatMap((reply) => reply.fixes())
        .map((fix) => attributeFix(fix, source, piece.start))
        .filter((fix) => this.#isProven(fix, found.finding.rule.id));
    }
    const { scope } = piece;
    if (!this.#budget.spend(source.length)) return [];
    const findings = lintStanza(source, scope, this.#configuration);
    const finding = findings.find((one) => isSame(one, found.finding));
    if (!finding) return [];
    const stanza = { source, scope, configuration: this.#configuration };
    const context = this.#fixContext(piece);
    return provenFixes(finding, findings, stanza, context, this.#budget).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => moveEdit(edit, piece.start)),
    }));
  }

  /**
   * Edits that apply every safe fix, or those that `accept` takes: at most one for each stanza.
   * Applied once, nothing of the kind is left to repair. What comments silence stays as it is.
   */
  repairs(accept: AcceptRepair = isSafe): Edit[] {
    return finish(this.repairing(accept));
  }

  /** The same in steps; without time for all, for some, and for others the next time. */
  repairing(accept: AcceptRepair, hasTime = always): Steps<Edit[]> {
    return repairDocument(this, accept, hasTime);
  }

  /** Edits that apply the preferred fix of every finding of the rule that has one. */
  repairsOf(rule: Rule): Edit[] {
    return finish(this.repairingOf(rule));
  }

  /** The same in steps. */
  *repairingOf(rule: Rule): Steps<Edit[]> {
    if (!rule.checkReply && rule !== suppressionUnused) {
      return yield* this.repairing(
        (finding, fix) => finding.rule === rule && fix.preferred === true,
      );
    }
    // These are about more than one stanza, and their fixes do not touch each other.
    const edits: Edit[] = [];
    for (const found of this.findings()) {
      if (found.finding.rule !== rule) continue;
      edits.push(...(this.fixes(found).find((fix) => fix.preferred)?.edits ?? []));
      yield;
    }
    return withoutOverlaps(edits);
  }

  /** One round of that: what it takes to see that nothing is left is done by `repairs`. */
  *repairRound(accept: AcceptRepair, budget: TrialBudget, hasTime: HasTime): Steps<Edit[]> {
    const edits: Edit[] = [];
    for (const _ of this.check()) {
      if (!hasTime()) return edits;
      yield;
    }
    const ids = new IdSource(this.text);
    const suppressions = this.#suppressions();
    const { pieces } = this.#framed;
    // Where the last one had no time to go on, so that what cannot be repaired is not in its way.
    const first = this.#repairFrom < pieces.length ? this.#repairFrom : 0;
    this.#repairFrom = 0;
    for (let count = 0; count < pieces.length; count++) {
      const index = (first + count) % pieces.length;
      const piece = pieces[index]!;
      if (this.#check(piece).findings.length === 0) continue;
      if (!hasTime()) {
        this.#repairFrom = index;
        break;
      }
      const source = this.#framed.sourceOf(piece);
      const isAccepted: AcceptFix = (finding, fix, offset) =>
        accept(finding, fix) && !suppressions?.isSilenced(finding.rule.id, piece.start + offset);
      const context = this.#fixContext(piece, ids);
      const { scope } = piece;
      const stanza = { source, scope, configuration: this.#configuration };
      const repaired = yield* repairStanza(stanza, context, isAccepted, budget, hasTime);
      if (repaired !== source) edits.push(moveEdit(difference(source, repaired), piece.start));
      yield;
    }
    return first === 0 ? edits : edits.sort((a, b) => a.span.start - b.span.start);
  }

  /** A document with the edits, which are in the order of their spans and do not overlap. */
  edited(edits: readonly Edit[]): StanzaDocument {
    const text = applyEdits(this.text, edits);
    const around = { ...this.#checked.around, turns: moveTurns(this.#checked.turns, edits) };
    return new StanzaDocument(text, this.#configuration, this.isSkipped, around);
  }

  /** The ids of the stanzas that are not nested, as far as they are known, in order. */
  ids(): Iterable<string> {
    return this.#checked.ids();
  }

  /** The stanza at the offset, with what pairing knows of it if it is well-formed. */
  stanzaAt(offset: number): PlacedStanza | undefined {
    const piece = this.#framed.pieceAt(offset);
    return piece?.isStanza ? this.#place(piece) : undefined;
  }

  /** What is declared around the stanza at the offset. */
  scopeAt(offset: number): Scope | undefined {
    return this.#framed.pieceAt(offset)?.scope;
  }

  /** All stanzas that are not nested, in order. */
  stanzas(): PlacedStanza[] {
    return this.#stanzaPieces.map((piece) => this.#place(piece));
  }

  /** The request that the stanza answers, if it is a reply and that is certain. */
  requestOf({ span }: PlacedStanza): PlacedStanza | undefined {
    const piece = this.#indexed(span.start);
    const request = piece && this.#checked.replies.requestOf(piece, piece.result!.summary!);
    return request && this.#place(request);
  }

  /** The replies to the stanza, in order; none for a stanza that is itself a reply. */
  repliesTo({ span }: PlacedStanza): PlacedStanza[] {
    const piece = this.#indexed(span.start);
    if (!piece) return [];
    return this.#checked.replies
      .repliesTo(piece, piece.result!.summary!)
      .map((reply) => this.#place(reply));
  }

  /** For each of `stanzas()` the index of the request that it answers, where that is certain. */
  requestIndexes(): (number | undefined)[] {
    this.#checked.checkAll();
    const pieces = this.#stanzaPieces;
    const indexes = new Map(pieces.map((piece, index) => [piece, index]));
    return pieces.map((piece) => {
      const summary = piece.result?.summary;
      const request = summary && this.#checked.replies.requestOf(piece, summary);
      return request && indexes.get(request);
    });
  }

  /** Looked for once: all findings of a large text may be asked for their fixes. */
  get #lineEnd(): string {
    this.#knownLineEnd ??= this.text.includes("\r\n") ? "\r\n" : "\n";
    return this.#knownLineEnd;
  }

  get #budget(): TrialBudget {
    this.#trials ??= new TrialBudget(this.text.length);
    return this.#trials;
  }

  get #stanzaPieces(): CheckedPiece[] {
    return this.#framed.pieces.filter((piece) => piece.isStanza);
  }

  #place(piece: CheckedPiece): PlacedStanza {
    return { span: piece.span, summary: this.#check(piece).summary };
  }

  /** The piece that begins there, when all are checked and known to the index of replies. */
  #indexed(start: number): CheckedPiece | undefined {
    this.#checked.checkAll();
    const piece = this.#framed.pieceAt(start);
    return piece?.result?.summary ? piece : undefined;
  }

  /**
   * Comments that silence the finding: where it is, as one that is wanted in its stanza, and in all
   * of the file. Undefined for a finding about such a comment.
   */
  suppressions(found: DocumentFinding): { here: Edit; expected: Edit; inFile: Edit } | undefined {
    const piece = this.#framed.pieceAt(found.stanzaStart);
    if (!piece?.isStanza || found.finding.rule === suppressionUnused) return undefined;
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

  #check(piece: CheckedPiece): Checked {
    return this.#checked.checked(piece);
  }

  /** True if the rule has a finding less behind the fix, and no error is new anywhere. */
  #isProven({ edits }: Fix, rule: string): boolean {
    // The text is made anew, and the findings of all stanzas are placed.
    const price = this.text.length / 10 + this.#framed.pieces.length * 20;
    if (!this.#budget.spend(price)) return false;
    const before = countErrors(this.#findings(), rule);
    const undo = invert(this.text, edits);
    // An edit costs what it touches, so the document itself is the cheapest place to try.
    for (const edit of [...edits].reverse()) this.edit(edit);
    const after = countErrors(this.#findings(), rule);
    for (const edit of [...undo].reverse()) this.edit(edit);
    return after.ofRule < before.ofRule && after.errors <= before.errors;
  }

  /** Undefined if the document has no directive at all, as most have none. */
  #suppressions(): Suppressions | undefined {
    if (!this.#checked.hasDirectives) return undefined;
    const placed: PlacedDirective[] = [];
    let stanza: Span | undefined;
    // From the end, so that the stanza behind a comment is known when the comment is met.
    for (const piece of [...this.#framed.pieces].reverse()) {
      if (piece.isStanza) stanza = piece.span;
      for (const directive of [...this.#check(piece).directives].reverse()) {
        const move = <T extends { span: Span }>(one: T): T => ({
          ...one,
          span: moveSpan(one.span, piece.start),
        });
        placed.push({ ...move(directive), names: directive.names.map(move), stanza });
      }
    }
    placed.reverse();
    return new Suppressions(this.text, placed, (name) => findRule(name) !== undefined);
  }

  #unused(suppressions: Suppressions, all: readonly DocumentFinding[]): UnusedDirective[] {
    const most = this.#configuration.limits.findings;
    const unread: number[] = [];
    for (const piece of this.#framed.pieces) {
      const { isRead, findings } = this.#check(piece);
      if (!isRead || findings.length > most) unread.push(piece.start);
    }
    const isJudged = (rule: string, within: Span) => {
      if (settingOf(findRule(rule)!, this.#configuration) === "off") return false;
      const first = unread[countUntil(unread, (start) => start < within.start)];
      return first === undefined || first >= within.end;
    };
    const findings = all.map(({ finding, span }) => ({
      rule: finding.rule.id,
      offset: span.start,
    }));
    return suppressions.unused(findings, isJudged);
  }

  #requestId(piece: CheckedPiece): string | undefined {
    const { summary } = this.#check(piece);
    const previous = this.#framed.stanzaBefore(piece);
    if (!summary || !previous || summary.id) return undefined;
    return this.#checked.replies.guessRequest(summary, this.#check(previous).summary)?.id?.value;
  }

  #fixContext(piece: CheckedPiece, ids = new IdSource(this.text)): FixContext {
    const { text } = this;
    return {
      indentation: indentationBefore(text, piece.start),
      lineEnd: this.#lineEnd,
      language: this.#configuration.language,
      requestId: this.#requestId(piece),
      requestNamespace: () => {
        const reply = this.#indexed(piece.start)?.result?.summary;
        const request = reply && this.#checked.replies.requestOf(piece, reply);
        return request?.result?.summary?.payloadNamespace;
      },
      freshId: () => ids.next(),
    };
  }
}

/** The white space that begins the line of the offset; on longer lines nobody indents. */
function indentationBefore(text: string, offset: number): string {
  const near = text.slice(Math.max(0, offset - MAX_LINE), offset);
  const line = near.lastIndexOf("\n") + 1;
  if (line === 0 && near.length < offset) return "";
  return /^[ \t]*/.exec(near.slice(line))?.[0] ?? "";
}
