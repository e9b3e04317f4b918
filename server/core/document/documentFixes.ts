/** Repairs of a text: the fixes of one finding, and one round of repairs of all. */

import type { Configuration } from "../check/config";
import { attributeFix, type DocumentFinding, isSame } from "../check/documentFindings";
import type { RepairableFinding } from "../check/finding";
import { type ErrorCounts, FindingCounts } from "../check/findingCounts";
import { type AcceptFix, lintStanza, repairStanza, verifiedFixes } from "../check/lint";
import type { TrialBudget } from "../check/trialBudget";
import type { Fix, FixContext } from "../rules/fix";
import suppressionUnused from "../rules/suppression-unused";
import { removals } from "../suppressions/unusedSuppressions";
import type { Edit } from "../text/edit";
import { difference, invert, moveEdit } from "../text/offsets";
import type { HasTimeLeft, Steps } from "../text/steps";
import { parse } from "../xml/parse";
import { MAX_LINE } from "../xml/stanzaEnd";
import { IdSource, UsedIds } from "../xmpp/ids";
import type { StanzaSummary } from "../xmpp/summary";
import { findingsOf, suppressionsOf } from "./applySuppressions";
import type { CheckedText } from "./checkedText";
import type { CheckedPiece } from "./checkResult";
import type { AcceptRepair } from "./repair";
import { closeUnclosed } from "./unclosedWrappers";

interface LintedPiece {
  readonly piece: CheckedPiece;
  readonly configuration: Configuration;
  readonly findings: readonly RepairableFinding[];
}

export class DocumentFixes {
  #knownLineEnd: string | undefined;
  #usedIds: UsedIds | undefined;
  /** Index of the piece with which the next repair begins. */
  #repairFrom = 0;
  /** The last stanza whose fixes were asked for, with its findings: there may be thousands of them. */
  #linted: LintedPiece | undefined;

  constructor(readonly checked: CheckedText) {}

  textChanged(): void {
    this.#knownLineEnd = undefined;
    this.#usedIds = undefined;
    this.#linted = undefined;
  }

  /**
   * The fixes of a finding, with edits of the document's text; the preferred fix first. A step is a trial.
   * @param found from `findings()` for the current text
   */
  *of(found: DocumentFinding, budget: TrialBudget): Steps<Fix[]> {
    const piece = this.checked.framed.pieceAt(found.span.start);
    if (this.checked.isUnclosed(found)) {
      const next = this.checked.framed.stanzaFrom(found.span.end);
      return next ? [closeUnclosed(this.checked.framed.text, found, next)] : [];
    }
    if (!piece) return [];
    if (found.finding.rule === suppressionUnused) {
      const { directives } = this.checked.checked(piece);
      return removals(this.checked.framed.text, found.span, directives, piece.start);
    }
    if (budget.isUsedUp) return [];
    // The missing reply is another stanza.
    if (found.finding.rule.check.on === "request") return [];
    const source = this.checked.framed.sourceOf(piece);
    if (found.finding.rule.check.on === "reply") {
      if (!budget.spend(source.length)) return [];
      this.checked.checkAll();
      const { root } = parse(source, piece.scope, this.checked.configuration.limits);
      if (!root) return [];
      // `checkAll` has given each piece its result.
      return piece
        .result!.replies.filter(({ finding }) => isSame(finding, found.finding))
        .flatMap((reply) => reply.fixes())
        .map((fix) => attributeFix(fix, root, source, piece.start))
        .filter((fix) => this.#isProven(fix, found.finding.rule.id, budget));
    }
    const { scope } = piece;
    const findings = this.#lint(piece, source, budget);
    const finding = findings.find((one) => isSame(one, found.finding));
    if (!finding) return [];
    const stanza = { source, scope, configuration: this.checked.configuration };
    const context = this.#fixContext(piece);
    const own = yield* verifiedFixes(finding, findings, stanza, context, budget);
    const fixes = own.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => moveEdit(edit, piece.start)),
    }));
    const { id, group } = finding.rule;
    // Another type or id makes the stanza another request or reply, also for the stanzas of its id.
    const mayChangeReplies = group === "Stanza" && this.#isIdShared(piece);
    return mayChangeReplies ? fixes.filter((fix) => this.#isProven(fix, id, budget)) : fixes;
  }

  #isIdShared(piece: CheckedPiece): boolean {
    const id = this.#summaryOf(piece)?.idValue;
    return id !== undefined && this.checked.replies.countOf(id) > 1;
  }

  /**
   * Edits that apply the accepted fixes to each stanza by itself, in order. One round: effects on
   * other stanzas, such as the id of a request, are seen in the next round.
   * @param hasTime once it returns false, the next round begins with the remaining stanzas
   */
  *repairRound(accept: AcceptRepair, budget: TrialBudget, hasTime: HasTimeLeft): Steps<Edit[]> {
    const edits: Edit[] = [];
    for (const _ of this.checked.check()) {
      if (!hasTime()) return edits;
      yield;
    }
    const ids = this.#freshIds();
    const suppressions = this.checked.hasDirectives ? suppressionsOf(this.checked) : undefined;
    const { pieces } = this.checked.framed;
    // Begins where the last call ran out of time, so that stanzas that cannot be repaired do not block the others.
    const first = this.#repairFrom < pieces.length ? this.#repairFrom : 0;
    this.#repairFrom = 0;
    for (let count = 0; count < pieces.length; count++) {
      const index = (first + count) % pieces.length;
      const piece = pieces[index]!;
      const { excused, standing } = this.checked.checked(piece);
      if (standing.length === 0) continue;
      if (!hasTime()) {
        this.#repairFrom = index;
        break;
      }
      const source = this.checked.framed.sourceOf(piece);
      const isAccepted: AcceptFix = (finding, fix, offset) =>
        accept(finding, fix) &&
        !excused.some(({ rule }) => rule === finding.rule) &&
        !suppressions?.isSilenced(finding.rule.id, piece.start + offset);
      const context = { ...this.#fixContext(piece, ids), withChoices: false };
      const { scope } = piece;
      const stanza = { source, scope, configuration: this.checked.configuration };
      const found = this.#lint(piece, source, budget);
      const repaired = yield* repairStanza(stanza, found, context, isAccepted, budget, hasTime);
      if (repaired !== source) edits.push(moveEdit(difference(source, repaired), piece.start));
      yield;
    }
    return first === 0 ? edits : edits.sort((a, b) => a.span.start - b.span.start);
  }

  /** Memoized: the fixes of all findings of a large text may be asked for. */
  get #lineEnd(): string {
    this.#knownLineEnd ??= this.checked.framed.text.includes("\r\n") ? "\r\n" : "\n";
    return this.#knownLineEnd;
  }

  /** The findings of a stanza by itself; none if the budget is used up. */
  #lint(piece: CheckedPiece, source: string, budget: TrialBudget): readonly RepairableFinding[] {
    const { configuration } = this.checked;
    const last = this.#linted;
    if (last?.piece === piece && last.configuration === configuration) return last.findings;
    if (!budget.spend(source.length)) return [];
    const findings = lintStanza(source, piece.scope, configuration);
    this.#linted = { piece, configuration, findings };
    return findings;
  }

  /** True if the rule has one finding fewer after the fix, and there is no new error anywhere. */
  #isProven({ edits }: Fix, rule: string, budget: TrialBudget): boolean {
    const { checked } = this;
    const { framed } = checked;
    const { length } = framed.pieces;
    // With comments that silence findings the text is joined anew, and the findings of all stanzas are placed.
    const price = checked.hasDirectives ? framed.length / 10 + length * 20 : length / 30;
    if (!budget.spend(price)) return false;
    const before = this.#countErrors(rule);
    const undo = invert(framed, edits);
    // The cost of an edit depends on the stanzas that it touches: the cheapest place to try is the document itself.
    let after: ErrorCounts;
    try {
      for (const edit of [...edits].reverse()) checked.edit(edit);
      after = this.#countErrors(rule);
    } finally {
      // Also if a rule throws and there is no handler: the text belongs to the caller.
      for (const edit of [...undo].reverse()) checked.edit(edit);
    }
    return after.ofRule < before.ofRule && after.errors <= before.errors;
  }

  /** Numbers of findings, without those that comments silence. */
  #countErrors(rule: string): ErrorCounts {
    const { checked } = this;
    if (!checked.hasDirectives) return checked.countErrors(rule);
    const counts = new FindingCounts();
    for (const { finding } of findingsOf(checked)) counts.add(finding, 1);
    return counts.errors(rule, checked.configuration);
  }

  #requestId(piece: CheckedPiece): string | undefined {
    const { summary } = this.checked.checked(piece);
    const previous = this.checked.framed.stanzaBefore(piece);
    if (!summary || !previous || summary.id) return undefined;
    return this.checked.replies.guessRequest(summary, this.checked.checked(previous).summary)?.id
      ?.value;
  }

  /** Ids that are in no stanza of the text, from the first. */
  #freshIds(): IdSource {
    this.#usedIds ??= new UsedIds(() => this.checked.framed.text);
    return new IdSource(this.#usedIds);
  }

  #fixContext(piece: CheckedPiece, ids = this.#freshIds()): FixContext {
    return {
      indentation: indentationBefore(this.checked.framed, piece.start),
      lineEnd: this.#lineEnd,
      language: this.checked.configuration.language,
      requestId: this.#requestId(piece),
      requestNamespace: () => {
        const reply = this.#summaryOf(piece);
        const request = reply && this.checked.replies.requestOf(piece, reply);
        return request?.result?.summary?.payloadNamespace;
      },
      withChoices: true,
      freshId: () => ids.next(),
    };
  }

  /** Summary of a stanza, after all are checked. */
  #summaryOf(piece: CheckedPiece): StanzaSummary | undefined {
    this.checked.checkAll();
    return piece.result?.summary;
  }
}

/** The white space at the start of the offset's line; none on lines too long to be indented by hand. */
function indentationBefore(text: Pick<string, "slice">, offset: number): string {
  const near = text.slice(Math.max(0, offset - MAX_LINE), offset);
  const line = near.lastIndexOf("\n") + 1;
  if (line === 0 && near.length < offset) return "";
  return /^[ \t]*/.exec(near.slice(line))?.[0] ?? "";
}
