/** Answers to the requests of this project's own, see server/protocol.ts. */

import { LineIndex } from "../core/lines";
import { type ReportedFinding, reportFinding } from "../core/report";
import { rules } from "../core/rules/index";
import { rulePage } from "../core/rules/pages";
import type { Translate } from "../core/translate";
import type { RuleInfo } from "../protocol";
import type { OpenDocument } from "./openDocument";

/** The findings of a document whose stanzas are all checked, as data. */
export function reportOf(
  { source }: OpenDocument,
  file: string,
  translate: Translate,
): ReportedFinding[] {
  const lines = new LineIndex(source.text);
  return source.findings().map((found) => reportFinding(found, file, lines, source, translate));
}

/** The rules in the order of their documentation. */
export function ruleInfos(translate: Translate): RuleInfo[] {
  return rules.map(({ id, group, summary }) => ({
    id,
    group: translate(group),
    summary: translate(summary),
    page: rulePage(id, translate),
  }));
}
