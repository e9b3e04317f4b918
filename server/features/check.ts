/** Answers to the requests of this project's own, see server/protocol/protocol.ts. */

import { type ReportedFinding, reportFinding } from "../core/check/report";
import { explainRule } from "../core/explain/explainRule";
import { allRules, findRule } from "../core/rules/allRules";
import { rulePage } from "../core/rules/pages";
import { LineIndex } from "../core/text/lines";
import type { Steps } from "../core/text/steps";
import type { Translate } from "../core/text/translate";
import type { RuleInfo, RuleText } from "../protocol/protocol";
import type { OpenDocument } from "./openDocument";

/** The findings of a document whose stanzas are all checked, as data; in steps, because fixes are tried. */
export function* reportOf(
  { source }: OpenDocument,
  file: string,
  translate: Translate,
): Steps<ReportedFinding[]> {
  const lines = new LineIndex(source.text);
  const reported: ReportedFinding[] = [];
  for (const found of source.findings()) {
    reported.push(reportFinding(found, file, lines, source, translate));
    yield;
  }
  return reported;
}

/** The rules in the order of their documentation. */
export function ruleInfos(translate: Translate): RuleInfo[] {
  return allRules().map(({ id, group, summary }) => ({
    id,
    group: translate(group),
    summary: translate(summary),
    page: rulePage(id, translate),
  }));
}

/** The text about a rule, or null for an unknown id. */
export function ruleText(id: string, translate: Translate): RuleText | null {
  const rule = findRule(id);
  if (!rule) return null;
  const explained = explainRule(rule, translate, (other) => `[${other}](${other}.md)`);
  const web = `[${translate("This page on the web")}](${rulePage(id, translate)})`;
  return { text: `# ${id}\n\n${explained}\n\n${web}\n` };
}
