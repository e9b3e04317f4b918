/** docs/rules: a page for each rule, and the index, in each language. */

import { posix } from "node:path";
import { defaultSetting } from "../../server/core/check/config";
import { explainRule } from "../../server/core/explain/explainRule";
import { rfcLink } from "../../server/core/explain/markdown";
import { rules } from "../../server/core/rules";
import type { Rule, RuleGroup } from "../../server/core/rules/rule";
import type { GeneratedFile } from "./generatedFile";
import { table } from "./markdown";
import { pageWords, type Words } from "./words";

export const RULE_PAGES = "docs/rules";

const generated = "<!-- Generated from the rule's file by `npm run generate`; change it there. -->";

/** The pages and indexes in all languages. */
export function rulePages(): GeneratedFile[] {
  return pageWords.flatMap((words) => [
    { path: pathOfPage("README", words), text: index(words) },
    ...rules.map((rule) => ({ path: pathOfPage(rule.id, words), text: page(rule, words) })),
  ]);
}

/** The path of a page from the root of the repository. */
export function pathOfPage(name: string, { language }: Words): string {
  return posix.join(RULE_PAGES, language === "en" ? "" : language, `${name}.md`);
}

/** Links to the same page in the other languages. */
function translations(name: string, own: Words): string {
  return pageWords
    .filter((words) => words !== own)
    .map((words) => {
      const target = posix.relative(posix.dirname(pathOfPage(name, own)), pathOfPage(name, words));
      return `[${words.name}](${target})`;
    })
    .join(" · ");
}

function page(rule: Rule, words: Words): string {
  return `${generated}

# ${rule.id}

${translations(rule.id, words)}

${explainRule(rule, words.translate, (id) => `[${id}](${id}.md)`)}

[${words.allRules}](README.md)
`;
}

function index(words: Words): string {
  const groups = [...new Set(rules.map((rule) => rule.group))];
  return `${generated.replace("rule's file", "rules")}

# ${words.rules}

${translations("README", words)}

${words.introduction}

${groups.map((group) => groupSection(group, words)).join("\n\n")}
`;
}

function groupSection(group: RuleGroup, words: Words): string {
  const { translate } = words;
  const rows = rules
    .filter((rule) => rule.group === group)
    .map((rule) => [
      `[${rule.id}](${rule.id}.md)`,
      defaultSetting(rule),
      translate(rule.summary),
      rfcLink(rule.rfc),
      rule.fix ? "✓" : "",
    ]);
  const head = [words.rule, translate("Severity"), "", translate("Source"), translate("Fix")];
  return `## ${translate(group)}\n\n${table(head, rows)}`;
}
