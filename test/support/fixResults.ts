/** What each fix of a finding makes of a text. */

import { titleOf } from "../../server/core/check/messages";
import type { Fix } from "../../server/core/rules/fix";
import { applyFix, configurationFor, onlyFinding, open } from "../support/documents";

/** What each fix makes of the text's only finding of the rule, by title. */
export function resultsOf(text: string, id: string): Map<string, string> {
  const document = open(text, configurationFor(id));
  const fixes = document.fixes(onlyFinding(document, id));
  return new Map(fixes.map((fix: Fix) => [titleOf(fix), applyFix(document, fix)]));
}
