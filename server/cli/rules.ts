/** `xmpp-stanza rules`: all rules, grouped as in the documentation. */

import picocolors from "picocolors";
import { defaultSetting } from "../core/check/config";
import { explainFix } from "../core/explain/explainRule";
import { withoutMarkdown } from "../core/explain/explanations";
import { sectionName } from "../core/explain/markdown";
import { allRules } from "../core/rules/allRules";
import { rulePage } from "../core/rules/pages";
import type { Rule } from "../core/rules/rule";
import type { Translate } from "../core/text/translate";
import type { Terminal } from "./reporters/terminal";
import { severityColour } from "./severities";

type WriteRules = (translate: Translate, terminal: Terminal) => string;

const writers = { pretty: prettyRules, json: jsonRules } satisfies Record<string, WriteRules>;

export type RulesFormat = keyof typeof writers;

export const rulesFormats = Object.keys(writers) as readonly RulesFormat[];

/** The list of rules, with a line feed at its end. Severities are the defaults. */
export function listRules(format: RulesFormat, translate: Translate, terminal: Terminal): string {
  return writers[format](translate, terminal);
}

function prettyRules(translate: Translate, terminal: Terminal): string {
  const colours = picocolors.createColors(terminal.hasColours);
  const longest = Math.max(...allRules().map(({ id }) => id.length));
  const row = (rule: Rule) => {
    const setting = defaultSetting(rule);
    const severity = severityColour(setting, colours)(setting.padEnd("information".length));
    return `  ${rule.id.padEnd(longest)}  ${severity}  ${withoutMarkdown(translate(rule.summary))}\n`;
  };
  return [...new Set(allRules().map(({ group }) => group))]
    .map((group) => {
      const rows = allRules()
        .filter((rule) => rule.group === group)
        .map(row);
      return `${colours.bold(translate(group))}\n${rows.join("")}`;
    })
    .join("\n");
}

/** One JSON array; names and severities are English, texts are in the user's language. */
function jsonRules(translate: Translate): string {
  const rows = allRules().map((rule) => ({
    id: rule.id,
    group: rule.group,
    severity: defaultSetting(rule),
    summary: translate(rule.summary),
    why: translate(rule.why),
    exceptions: rule.exceptions ? translate(rule.exceptions) : null,
    source: sectionName(rule.rfc),
    fix: rule.fix ? { text: explainFix(rule, translate), automatic: rule.fix.automatic } : null,
    since: rule.since,
    deprecated: rule.deprecated === true,
    documentation: rulePage(rule.id, translate),
  }));
  return `[\n  ${rows.map((one) => JSON.stringify(one)).join(",\n  ")}\n]\n`;
}
