/** Repair of a whole document. */

import type { Finding } from "../check/finding";
import type { TrialBudget } from "../check/trialBudget";
import { type Fix, isAutomatic } from "../rules/fix";
import type { Edit } from "../text/edit";
import { difference, moveEdit } from "../text/offsets";
import type { Span } from "../text/span";
import type { HasTimeLeft, Steps } from "../text/steps";

/** Decides whether to apply a fix to its finding; it is not asked about all that are a choice among many. */
export type AcceptRepair = (finding: Finding, fix: Fix) => boolean;

/** Accepts the fixes that are the only right one. */
export function acceptAutomatic(_finding: Finding, fix: Fix): boolean {
  return isAutomatic(fix);
}

/** Interface of a document for its repair; edits are of its text. */
export interface RepairableDocument<Document> {
  readonly text: string;
  /** The spans of its stanzas, in order. */
  stanzaSpans(): Span[];
  /** Edits that repair each stanza by itself; afterwards more may be left to repair. */
  repairRound(accept: AcceptRepair, budget: TrialBudget, hasTime: HasTimeLeft): Steps<Edit[]>;
  /** The document with the edits, which are in the order of their spans and do not overlap. */
  edited(edits: readonly Edit[]): Document;
}

/** Maximum number of rounds, for repairs that depend on others. */
const MAX_ROUNDS = 10;

/**
 * Edits that apply every accepted fix, until none is left (fixed point).
 * @param hasTime once it returns false, fixes may be left; the edits found until then are right by themselves
 */
export function* repairDocument<Document extends RepairableDocument<Document>>(
  document: Document,
  accept: AcceptRepair,
  hasTime: HasTimeLeft,
  budget: TrialBudget,
): Steps<Edit[]> {
  const first = yield* document.repairRound(accept, budget, hasTime);
  let repaired: Document = document;
  let edits = first;
  // A repair may supply a value that another lacks: the id that a request gets is its reply's.
  for (let round = 1; round <= MAX_ROUNDS && edits.length > 0 && hasTime(); round++) {
    repaired = repaired.edited(edits);
    if (round < MAX_ROUNDS) edits = yield* repaired.repairRound(accept, budget, hasTime);
    // No fix is left, or no time to look: the edits of the first round are the result.
    if (round === 1 && (edits.length === 0 || !hasTime())) return first;
  }
  return repaired === document ? first : differences(document, repaired);
}

/** Edits that turn the first document into the second, stanza by stanza where they correspond. */
function differences<Document extends RepairableDocument<Document>>(
  before: Document,
  after: Document,
): Edit[] {
  const old = before.stanzaSpans();
  const fresh = after.stanzaSpans();
  if (old.length !== fresh.length) return [difference(before.text, after.text)];
  return old.flatMap((span, index) => {
    const source = before.text.slice(span.start, span.end);
    const repaired = after.text.slice(fresh[index]!.start, fresh[index]!.end);
    return source === repaired ? [] : [moveEdit(difference(source, repaired), span.start)];
  });
}
