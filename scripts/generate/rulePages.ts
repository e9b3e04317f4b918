/** docs/rules: a page for each rule, and the index, in each language. */

import { posix } from "node:path";
import { defaultSetting } from "../../server/core/config";
import { rules } from "../../server/core/rules/index";
import type { Rule, RuleGroup } from "../../server/core/rules/rule";
import type { GeneratedFile } from "./files";
import { alternatives, otherSettings, rfcLink, table } from "./markdown";
import { pageWords, type Words } from "./words";

export const RULE_PAGES = "docs/rules";

const generated = "<!-- Generated from the rule's file by `npm run generate`; change it there. -->";

/** The pages and indexes in all languages. */
export function rulePages(): GeneratedFile[] {
  return pageWords.flatMap((words) => [
    { path: pathOf("README", words), text: index(words) },
    ...rules.map((rule) => ({ path: pathOf(rule.id, words), text: page(rule, words) })),
  ]);
}

/** The path of a page from the root of the repository. */
function pathOf(name: string, { language }: Words): string {
  return posix.join(RULE_PAGES, language === "en" ? "" : language, `${name}.md`);
}

/** Links to the same page in the other languages. */
function translations(name: string, own: Words): string {
  return pageWords
    .filter((words) => words !== own)
    .map((words) => {
      const target = posix.relative(posix.dirname(pathOf(name, own)), pathOf(name, words));
      return `[${words.name}](${target})`;
    })
    .join(" · ");
}

function page(rule: Rule, words: Words): string {
  const { translate, colon } = words;
  const setting = defaultSetting(rule);
  const facts = [
    [words.severity, severity(rule)],
    [words.source, rfcLink(rule.rfc)],
    [words.fix, rule.fix ? translate(rule.fix) : words.none],
  ];
  const others = alternatives(otherSettings(example(setting)), words.separators);
  return `${generated}

# ${rule.id}

${translations(rule.id, words)}

**${translate(rule.summary)}**

${facts
  .filter(([, fact]) => fact !== "")
  .map(([name, fact]) => `- ${name}${colon}${fact}`)
  .join("\n")}

${linkRules(translate(rule.description), rule.id)}

## ${words.wrong}

\`\`\`xml
${rule.bad}
\`\`\`

## ${words.right}

\`\`\`xml
${rule.good}
\`\`\`

## ${words.changing}

${words.changingHow(example(setting), others)}

\`\`\`json
"xmppStanza.rules": {
  "${rule.id}": "${example(setting)}"
}
\`\`\`

${words.commandLine(setting === "off" ? undefined : setting)}

[${words.allRules}](README.md)
`;
}

/** What somebody would set who does not want the default. */
function example(setting: string): "off" | "warning" {
  return setting === "off" ? "warning" : "off";
}

function severity(rule: Rule): string {
  return rule.offByDefault ? "off" : rule.severity;
}

const anyRule = new RegExp(
  `(?<![\\w\`-])(?:${rules.map(({ id }) => id).join("|")})(?![\\w-])`,
  "g",
);

/** Rules that are named in the text of another one are links. */
function linkRules(text: string, own: string): string {
  return text.replace(anyRule, (id) => (id === own ? id : `[${id}](${id}.md)`));
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
      severity(rule),
      translate(rule.summary),
      rfcLink(rule.rfc),
      rule.fix ? "✓" : "",
    ]);
  const head = [words.rule, words.severity, "", words.source, words.fix];
  return `## ${translate(group)}\n\n${table(head, rows)}`;
}
