/** docs/rules: a page for each rule, and the index. */

import { defaultSetting } from "../../server/core/config";
import { rules } from "../../server/core/rules/index";
import type { Rule, RuleGroup } from "../../server/core/rules/rule";
import type { GeneratedFile } from "./files";
import { otherSettings, rfcLink, table } from "./markdown";

export const RULE_PAGES = "docs/rules";

const generated = "<!-- Generated from the rule's file by `npm run generate`; change it there. -->";

export function rulePages(): GeneratedFile[] {
  return rules.map((rule) => ({ path: `${RULE_PAGES}/${rule.id}.md`, text: rulePage(rule) }));
}

function rulePage(rule: Rule): string {
  const setting = defaultSetting(rule);
  return `${generated}

# ${rule.id}

**${rule.summary}**

- Severity: ${severity(rule)}
- Source: ${rfcLink(rule.rfc)}
- Quick fix: ${rule.fix ?? "none"}

${linkRules(rule.description, rule.id)}

## Wrong

\`\`\`xml
${rule.bad}
\`\`\`

## Right

\`\`\`xml
${rule.good}
\`\`\`

## Changing its severity

In the settings of the editor; instead of \`${example(setting)}\` it can be ${otherSettings(example(setting))}:

\`\`\`json
"xmppStanza.rules": {
  "${rule.id}": "${example(setting)}"
}
\`\`\`

The command line does not read these settings yet: there, the rule is ${there(setting)}.

[All rules](README.md)
`;
}

/** What somebody would set who does not want the default. */
function example(setting: string): "off" | "warning" {
  return setting === "off" ? "warning" : "off";
}

function there(setting: string): string {
  return setting === "off" ? "off" : `always of severity ${setting}`;
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

export function ruleIndex(): string {
  const groups = [...new Set(rules.map((rule) => rule.group))];
  return `${generated.replace("rule's file", "rules")}

# Rules

What the RFC demands (MUST) is an error, what it recommends (SHOULD) a warning; advice and old
practice are information. Every severity can be changed, and every rule switched off, by the setting
\`xmppStanza.rules\`. A rule with a mark in the last column comes with a quick fix.

${groups.map(groupSection).join("\n\n")}
`;
}

function groupSection(group: RuleGroup): string {
  const rows = rules
    .filter((rule) => rule.group === group)
    .map((rule) => [
      `[${rule.id}](${rule.id}.md)`,
      severity(rule),
      rule.summary,
      rfcLink(rule.rfc),
      rule.fix ? "✓" : "",
    ]);
  return `## ${group}\n\n${table(["Rule", "Severity", "", "Source", "Fix"], rows)}`;
}
