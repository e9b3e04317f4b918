/**
 * A document with its stanzas and their findings, kept while it is edited: only stanzas that an
 * edit touches are checked again.
 */

import { type Configuration, settingOf } from "./config";
import {
  attributeFix,
  byPlace,
  countErrors,
  type DocumentFinding,
  forget,
  isSame,
  place,
  reportLimit,
} from "./documentFindings";
import { formatDocument } from "./formatDocument";
import { FramedText, type Piece, type TextPiece } from "./framedText";
import {
  type AcceptFix,
  checkStanza,
  type Finding,
  lintStanza,
  provenFixes,
  repairStanza,
} from "./lint";
import { difference, invert, moveEdit, moveSpan, withoutOverlaps } from "./offsets";
import { type AcceptRepair, isSafe, repairDocument } from "./repair";
import { type ReplyFinding, ReplyIndex } from "./replies";
import type { Edit, Fix, FixContext } from "./rules/fix";
import { findRule } from "./rules/index";
import limitExceeded from "./rules/limit-exceeded";
import type { Rule } from "./rules/rule";
import suppressionUnused from "./rules/suppression-unused";
import { always, finish, type HasTime, type Steps } from "./steps";
import { expectBefore, suppressHere, suppressInFile } from "./suppress";
import {
  countUntil,
  type Directive,
  type PlacedDirective,
  readDirectives,
  Suppressions,
  type UnusedDirective,
} from "./suppressions";
import { TrialBudget } from "./trialBudget";
import { removals, reportUnused } from "./unusedSuppressions";
import { MAX_LINE } from "./xml/frame";
import type { Scope } from "./xml/scope";
import type { Span } from "./xml/tree";
import { IdSource } from "./xmpp/ids";
import type { StanzaSummary } from "./xmpp/summary";

const NO_FINDINGS: readonly Finding[] = [];

/** What is kept of a stanza, or of a comment between stanzas. Offsets count from its start. */
interface Checked {
  readonly findings: readonly Finding[];
  /** Undefined for a comment, and for a stanza that is not well-formed or too large. */
  readonly summary: StanzaSummary | undefined;
  /** False for a stanza that is not well-formed or too large: more may be wrong with it. */
  readonly isRead: boolean;
  readonly directives: readonly Directive[];
}

export type { DocumentFinding };

/** A stanza with its place in the document. Offsets in the summary count from its start. */
export interface PlacedStanza {
  readonly span: Span;
  /** Undefined for a stanza that is not well-formed. */
  readonly summary: StanzaSummary | undefined;
}

export class StanzaDocument {
  readonly #framed: FramedText<Checked>;
  readonly #replies = new ReplyIndex<Piece<Checked>>();
  #configuration: Configuration;
  /** The pieces that are known to be checked, all of them. */
  #checkedPieces: readonly Piece<Checked>[] | undefined;
  #knownLineEnd: string | undefined;
  /** Index of the piece with which the next repair begins. */
  #repairFrom = 0;
  /** What fixes may cost until the text changes. */
  #trials: TrialBudget | undefined;

  /** @param isSkipped true for the text of a stanza about which nothing is to be said */
  constructor(
    text: string,
    configuration: Configuration,
    readonly isSkipped?: (stanza: string) => boolean,
  ) {
    this.#framed = new FramedText(text);
    this.#configuration = configuration;
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
    if (configuration === this.#configuration) return;
    this.#configuration = configuration;
    for (const piece of this.#framed.pieces) this.#forget(piece);
  }

  /** Replaces the span by the text. */
  edit(edit: Edit): void {
    this.#knownLineEnd = undefined;
    this.#trials = undefined;
    for (const piece of this.#framed.edit(edit)) this.#forget(piece);
  }

  /**
   * The findings in the order of their places, without those that comments silence. Of more than the
   * limit there is, the last one says so.
   */
  findings(): DocumentFinding[] {
    const all = this.#findings();
    const most = this.#configuration.limits.findings;
    if (all.length <= most) return all;
    const told = all.slice(0, most);
    const severity = settingOf(limitExceeded, this.#configuration);
    if (severity !== "off") told.push(reportLimit(all[most]!, most, severity));
    return told;
  }

  #findings(): DocumentFinding[] {
    const all: DocumentFinding[] = [];
    this.#checkAll();
    let previous: Piece<Checked> | undefined;
    for (const piece of this.#framed.pieces) {
      for (const finding of this.#check(piece).findings) all.push(place(finding, piece.start));
      for (const { finding, request } of this.#replyFindings(piece, previous)) {
        all.push(place(finding, piece.start, request.start));
      }
      if (piece.isStanza) previous = piece;
    }
    all.sort(byPlace);
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
  *check(): Generator<void, void> {
    for (const piece of this.#framed.pieces) {
      if (piece.result) continue;
      this.#check(piece);
      yield;
    }
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
      return this.#replyFindings(piece, this.#framed.stanzaBefore(piece))
        .filter(({ finding }) => isSame(finding, found.finding))
        .flatMap((reply) => reply.fixes())
        .map((fix) => attributeFix(fix, source, piece.start))
        .filter((fix) => this.#isProven(fix, found.finding.rule.id));
    }
    const { scope } = piece.frame;
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
      const { scope } = piece.frame;
      const stanza = { source, scope, configuration: this.#configuration };
      const repaired = yield* repairStanza(stanza, context, isAccepted, budget, hasTime);
      if (repaired !== source) edits.push(moveEdit(difference(source, repaired), piece.start));
      yield;
    }
    return first === 0 ? edits : edits.sort((a, b) => a.span.start - b.span.start);
  }

  /** A document of another text, with the same configuration. */
  withText(text: string): StanzaDocument {
    return new StanzaDocument(text, this.#configuration, this.isSkipped);
  }

  /** The stanza at the offset, with what pairing knows of it if it is well-formed. */
  stanzaAt(offset: number): PlacedStanza | undefined {
    const piece = this.#framed.pieceAt(offset);
    return piece?.isStanza ? this.#place(piece) : undefined;
  }

  /** What is declared around the stanza at the offset. */
  scopeAt(offset: number): Scope | undefined {
    return this.#framed.pieceAt(offset)?.frame.scope;
  }

  /** All stanzas that are not nested, in order. */
  stanzas(): PlacedStanza[] {
    return this.#stanzaPieces.map((piece) => this.#place(piece));
  }

  /** The request that the stanza answers, if it is a reply and that is certain. */
  requestOf({ span }: PlacedStanza): PlacedStanza | undefined {
    const piece = this.#indexed(span.start);
    const request = piece && this.#replies.requestOf(piece, piece.result!.summary!);
    return request && this.#place(request);
  }

  /** The replies to the stanza, in order; none for a stanza that is itself a reply. */
  repliesTo({ span }: PlacedStanza): PlacedStanza[] {
    const piece = this.#indexed(span.start);
    if (!piece) return [];
    return this.#replies
      .repliesTo(piece, piece.result!.summary!)
      .map((reply) => this.#place(reply));
  }

  /** For each of `stanzas()` the index of the request that it answers, where that is certain. */
  requestIndexes(): (number | undefined)[] {
    this.#checkAll();
    const pieces = this.#stanzaPieces;
    const indexes = new Map(pieces.map((piece, index) => [piece, index]));
    return pieces.map((piece) => {
      const summary = piece.result?.summary;
      const request = summary && this.#replies.requestOf(piece, summary);
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

  get #stanzaPieces(): Piece<Checked>[] {
    return this.#framed.pieces.filter((piece) => piece.isStanza);
  }

  #place(piece: Piece<Checked>): PlacedStanza {
    return { span: piece.span, summary: this.#check(piece).summary };
  }

  /** The piece that begins there, when all are checked and known to the index of replies. */
  #indexed(start: number): Piece<Checked> | undefined {
    this.#checkAll();
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
    const stanza = { span: piece.span, scope: piece.frame.scope };
    return {
      here: suppressHere(this.text, found, stanza),
      expected: expectBefore(this.text, found, stanza),
      inFile: suppressInFile(this.text, found),
    };
  }

  #check(piece: Piece<Checked>): Checked {
    if (piece.result) return piece.result;
    const source = this.#framed.sourceOf(piece);
    const directives = readDirectives(source);
    if (piece.isStanza && !this.isSkipped?.(source)) {
      const checked = checkStanza(source, piece.frame.scope, this.#configuration);
      const { summary } = checked;
      piece.result = {
        directives,
        findings: checked.findings.length === 0 ? NO_FINDINGS : checked.findings.map(forget),
        summary,
        isRead: summary !== undefined,
      };
      if (summary) this.#replies.add(piece, summary);
    } else {
      piece.result = { directives, findings: [], summary: undefined, isRead: true };
    }
    return piece.result;
  }

  #checkAll(): void {
    if (this.#checkedPieces === this.#framed.pieces) return;
    for (const piece of this.#framed.pieces) this.#check(piece);
    this.#checkedPieces = this.#framed.pieces;
  }

  #forget(piece: Piece<Checked>): void {
    this.#checkedPieces = undefined;
    if (piece.result?.summary) this.#replies.remove(piece, piece.result.summary);
    piece.result = undefined;
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

  /** All stanzas must be checked before: an answer may stand anywhere. */
  #replyFindings(
    piece: Piece<Checked>,
    previous: Piece<Checked> | undefined,
  ): readonly ReplyFinding<Piece<Checked>>[] {
    const summary = piece.result?.summary;
    if (!summary) return [];
    const before = previous?.result?.summary;
    return this.#replies.findings(
      { owner: piece, summary },
      before && previous && { owner: previous, summary: before },
      this.#configuration,
    );
  }

  /** Undefined if the document has no directive at all, as most have none. */
  #suppressions(): Suppressions | undefined {
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
    if (placed.length === 0) return undefined;
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

  #requestId(piece: Piece<Checked>): string | undefined {
    const { summary } = this.#check(piece);
    const previous = this.#framed.stanzaBefore(piece);
    if (!summary || !previous || summary.id) return undefined;
    return this.#replies.guessRequest(summary, this.#check(previous).summary)?.id?.value;
  }

  #fixContext(piece: Piece<Checked>, ids = new IdSource(this.text)): FixContext {
    const { text } = this;
    return {
      indentation: indentationBefore(text, piece.start),
      lineEnd: this.#lineEnd,
      language: this.#configuration.language,
      requestId: this.#requestId(piece),
      requestNamespace: () => {
        const reply = this.#indexed(piece.start)?.result?.summary;
        const request = reply && this.#replies.requestOf(piece, reply);
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
