/** Repairing a document as a whole. */

import type { StanzaDocument } from "./document";
import type { Finding } from "./lint";
import { difference, moveEdit } from "./offsets";
import type { Edit, Fix } from "./rules/fix";
import { TrialBudget } from "./trialBudget";

/** Whether a fix is to be applied to its finding. */
export type AcceptRepair = (finding: Finding, fix: Fix) => boolean;

/** Takes the fixes that have one right answer. */
export function isSafe(_finding: Finding, fix: Fix): boolean {
  return fix.safe === true;
}

/** Repairs that wait for others are done in so many rounds at most. */
const MAX_ROUNDS = 10;

/** Edits that apply every accepted fix, until nothing of the kind is left to repair. */
export function repairDocument(document: StanzaDocument, accept: AcceptRepair): Edit[] {
  let repaired = document;
  const budget = new TrialBudget(document.text.length);
  // A repair may tell what another lacks: the id that a request gets is its reply's.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = repaired.repairRound(accept, budget);
    if (edits.length === 0) break;
    repaired = repaired.edited(edits);
  }
  return repaired === document ? [] : differences(document, repaired);
}

/** Edits that make the second document of the first, stanza by stanza where they correspond. */
function differences(before: StanzaDocument, after: StanzaDocument): Edit[] {
  const old = before.stanzaSpans();
  const fresh = after.stanzaSpans();
  if (old.length !== fresh.length) return [difference(before.text, after.text)];
  return old.flatMap((span, index) => {
    const source = before.text.slice(span.start, span.end);
    const repaired = after.text.slice(fresh[index]!.start, fresh[index]!.end);
    return source === repaired ? [] : [moveEdit(difference(source, repaired), span.start)];
  });
}
