/** Results of fixes, for tests of single rules. */

import { titleOf } from "../../server/core/check/messages";
import type { Fix } from "../../server/core/rules/fix";
import { applyFix, configurationFor, onlyFinding, open } from "../support/documents";

/** Texts after each fix of the text's only finding of the rule, by the fix's title. */
export function resultsOf(text: string, id: string): Map<string, string> {
  const document = open(text, configurationFor(id));
  const fixes = document.fixes(onlyFinding(document, id));
  return new Map(fixes.map((fix: Fix) => [titleOf(fix), applyFix(document, fix)]));
}
