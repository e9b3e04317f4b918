/** What repairs the findings of a text: fixes of one, and a round of repairs of all. */

import { attributeFix, countErrors, type DocumentFinding, isSame } from "../check/documentFindings";
import { type AcceptFix, lintStanza, repairStanza, verifiedFixes } from "../check/lint";
import { TrialBudget } from "../check/trialBudget";
import type { Fix, FixContext } from "../rules/fix";
import suppressionUnused from "../rules/suppression-unused";
import { removals } from "../suppressions/unusedSuppressions";
import type { Edit } from "../text/edit";
import { difference, invert, moveEdit } from "../text/offsets";
import type { HasTimeLeft, Steps } from "../text/steps";
import { parse } from "../xml/parse";
import { MAX_LINE } from "../xml/stanzaEnd";
import { IdSource } from "../xmpp/ids";
import type { StanzaSummary } from "../xmpp/summary";
import { findingsOf, suppressionsOf } from "./applySuppressions";
import type { CheckedPiece, CheckedText } from "./checkedText";
import type { AcceptRepair } from "./repair";
import { closeUnclosed } from "./unclosedWrappers";

export class DocumentFixes {
  #knownLineEnd: string | undefined;
  /** Index of the piece with which the next repair begins. */
  #repairFrom = 0;
  /** What fixes may cost until the text changes. */
  #trials: TrialBudget | undefined;

  constructor(readonly checked: CheckedText) {}

  textChanged(): void {
    this.#knownLineEnd = undefined;
    this.#trials = undefined;
  }

  /**
   * The fixes of a finding, with edits of the document's text; the preferred one first.
   * @param found one that `findings()` gave for the text as it is
   */
  of(found: DocumentFinding): Fix[] {
    const piece = this.checked.framed.pieceAt(found.span.start);
    if (this.checked.unclosed.includes(found)) {
      const next = this.checked.framed.stanzaFrom(found.span.end);
      return next ? [closeUnclosed(this.checked.framed.text, found, next)] : [];
    }
    if (!piece) return [];
    if (found.finding.rule === suppressionUnused) {
      const { directives } = this.checked.checked(piece);
      return removals(this.checked.framed.text, found.span, directives, piece.start);
    }
    const source = this.checked.framed.sourceOf(piece);
    if (found.finding.rule.checkReply) {
      // `checkAll` has given each piece its result.
      this.checked.checkAll();
      const { root } = parse(source, piece.scope, this.checked.configuration.limits);
      if (!root) return [];
      return piece
        .result!.replies.filter(({ finding }) => isSame(finding, found.finding))
        .flatMap((reply) => reply.fixes())
        .map((fix) => attributeFix(fix, root, source, piece.start))
        .filter((fix) => this.#isProven(fix, found.finding.rule.id));
    }
    const { scope } = piece;
    if (!this.#budget.spend(source.length)) return [];
    const findings = lintStanza(source, scope, this.checked.configuration);
    const finding = findings.find((one) => isSame(one, found.finding));
    if (!finding) return [];
    const stanza = { source, scope, configuration: this.checked.configuration };
    const context = this.#fixContext(piece);
    const fixes = verifiedFixes(finding, findings, stanza, context, this.#budget).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => moveEdit(edit, piece.start)),
    }));
    const { id, group } = finding.rule;
    // Another type or id makes another request or reply of the stanza, for others of its id too.
    const mayChangeReplies = group === "Stanza" && this.#isIdShared(piece);
    return mayChangeReplies ? fixes.filter((fix) => this.#isProven(fix, id)) : fixes;
  }

  #isIdShared(piece: CheckedPiece): boolean {
    const id = this.#summaryOf(piece)?.idValue;
    return id !== undefined && this.checked.replies.countOf(id) > 1;
  }

  /**
   * Edits that repair each stanza by itself, in order, as far as fixes are accepted. One round: what they tell
   * of other stanzas, such as the id of a request, is seen in the next.
   * @param hasTime when there is none left, the other stanzas are the first of the next round
   */
  *repairRound(accept: AcceptRepair, budget: TrialBudget, hasTime: HasTimeLeft): Steps<Edit[]> {
    const edits: Edit[] = [];
    for (const _ of this.checked.check()) {
      if (!hasTime()) return edits;
      yield;
    }
    const ids = new IdSource(this.checked.framed.text);
    const suppressions = suppressionsOf(this.checked);
    const { pieces } = this.checked.framed;
    // Where the last one had no time to go on, so that what cannot be repaired is not in its way.
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
      const context = this.#fixContext(piece, ids);
      const { scope } = piece;
      const stanza = { source, scope, configuration: this.checked.configuration };
      const repaired = yield* repairStanza(stanza, context, isAccepted, budget, hasTime);
      if (repaired !== source) edits.push(moveEdit(difference(source, repaired), piece.start));
      yield;
    }
    return first === 0 ? edits : edits.sort((a, b) => a.span.start - b.span.start);
  }

  /** Looked for once: all findings of a large text may be asked for their fixes. */
  get #lineEnd(): string {
    this.#knownLineEnd ??= this.checked.framed.text.includes("\r\n") ? "\r\n" : "\n";
    return this.#knownLineEnd;
  }

  get #budget(): TrialBudget {
    this.#trials ??= new TrialBudget(this.checked.framed.text.length);
    return this.#trials;
  }

  /** True if the rule has a finding less behind the fix, and no error is new anywhere. */
  #isProven({ edits }: Fix, rule: string): boolean {
    // The text is made anew, and the findings of all stanzas are placed.
    const price = this.checked.framed.text.length / 10 + this.checked.framed.pieces.length * 20;
    if (!this.#budget.spend(price)) return false;
    const before = countErrors(findingsOf(this.checked), rule);
    const undo = invert(this.checked.framed.text, edits);
    // An edit costs what it touches, so the document itself is the cheapest place to try.
    let after: ReturnType<typeof countErrors>;
    try {
      for (const edit of [...edits].reverse()) this.checked.edit(edit);
      after = countErrors(findingsOf(this.checked), rule);
    } finally {
      // Also where a rule throws and nobody is told of that: the text is not ours.
      for (const edit of [...undo].reverse()) this.checked.edit(edit);
    }
    return after.ofRule < before.ofRule && after.errors <= before.errors;
  }

  #requestId(piece: CheckedPiece): string | undefined {
    const { summary } = this.checked.checked(piece);
    const previous = this.checked.framed.stanzaBefore(piece);
    if (!summary || !previous || summary.id) return undefined;
    return this.checked.replies.guessRequest(summary, this.checked.checked(previous).summary)?.id
      ?.value;
  }

  #fixContext(piece: CheckedPiece, ids = new IdSource(this.checked.framed.text)): FixContext {
    const { text } = this.checked.framed;
    return {
      indentation: indentationBefore(text, piece.start),
      lineEnd: this.#lineEnd,
      language: this.checked.configuration.language,
      requestId: this.#requestId(piece),
      requestNamespace: () => {
        const reply = this.#summaryOf(piece);
        const request = reply && this.checked.replies.requestOf(piece, reply);
        return request?.result?.summary?.payloadNamespace;
      },
      freshId: () => ids.next(),
    };
  }

  /** What is known of a stanza when all are checked. */
  #summaryOf(piece: CheckedPiece): StanzaSummary | undefined {
    this.checked.checkAll();
    return piece.result?.summary;
  }
}

/** The white space that begins the line of the offset; on longer lines nobody indents. */
function indentationBefore(text: string, offset: number): string {
  const near = text.slice(Math.max(0, offset - MAX_LINE), offset);
  const line = near.lastIndexOf("\n") + 1;
  if (line === 0 && near.length < offset) return "";
  return /^[ \t]*/.exec(near.slice(line))?.[0] ?? "";
}
