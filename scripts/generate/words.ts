/** What pages and settings say around the rules' own texts, in each language. */

import type { Translate } from "../../server/core/translate";
import { type Language, translatorFor } from "../../server/localise";

export interface Words {
  readonly language: Language;
  /** For the texts of the rules. */
  readonly translate: Translate;
  /** The language's own name for itself. */
  readonly name: string;
  readonly rules: string;
  readonly rule: string;
  readonly introduction: string;
  readonly severity: string;
  readonly source: string;
  readonly fix: string;
  readonly none: string;
  readonly colon: string;
  readonly wrong: string;
  readonly right: string;
  readonly changing: string;
  /** Before an example of a setting; both are values, the others a list by `alternatives`. */
  changingHow(value: string, others: string): string;
  /** What holds on the command line; the severity, or undefined for a rule that is off. */
  commandLine(severity: string | undefined): string;
  readonly allRules: string;
  /** What the setting `xmppStanza.rules` is. */
  readonly severitiesOfRules: string;
  /** What the link to the page of a rule says. */
  readonly more: string;
  /** Between the values of a list, and before the last of them. */
  readonly separators: readonly [between: string, last: string];
}

const english: Words = {
  language: "en",
  translate: translatorFor("en"),
  name: "English",
  rules: "Rules",
  rule: "Rule",
  introduction: `What the RFC demands (MUST) is an error, what it recommends (SHOULD) a warning; advice and old
practice are information. Every severity can be changed, and every rule switched off, by the setting
\`xmppStanza.rules\`. A rule with a mark in the last column comes with a quick fix.`,
  severity: "Severity",
  source: "Source",
  fix: "Quick fix",
  none: "none",
  colon: ": ",
  wrong: "Wrong",
  right: "Right",
  changing: "Changing its severity",
  changingHow: (value, others) =>
    `In the settings of the editor; instead of \`${value}\` it can be ${others}:`,
  commandLine: (severity) =>
    `The command line does not read these settings yet: there, the rule is ${
      severity ? `always of severity ${severity}` : "off"
    }.`,
  allRules: "All rules",
  severitiesOfRules:
    "Severities of rules, by the name of the rule; `off` switches one off. A rule that is not named keeps its own severity.",
  more: "More",
  separators: [", ", " or "],
};

const chinese: Words = {
  language: "zh-cn",
  translate: translatorFor("zh-cn"),
  name: "简体中文",
  rules: "规则",
  rule: "规则",
  introduction:
    "RFC 要求的（MUST）是 error，推荐的（SHOULD）是 warning；建议和旧的做法是 information。各条规则的严重级别都可以用设置 `xmppStanza.rules` 更改，规则也可以用它关闭。最后一列有标记的规则带有快速修复。",
  severity: "严重级别",
  source: "依据",
  fix: "快速修复",
  none: "无",
  colon: "：",
  wrong: "错误的写法",
  right: "正确的写法",
  changing: "更改严重级别",
  changingHow: (value, others) => `在编辑器的设置里；除了 \`${value}\`，还可以是 ${others}：`,
  commandLine: (severity) =>
    `命令行目前还不读取这些设置：在那里，这条规则${
      severity ? `的严重级别始终是 ${severity}` : "是关闭的"
    }。`,
  allRules: "所有规则",
  severitiesOfRules:
    "各条规则的严重级别，以规则的名字为键；`off` 关闭该规则。没有列出的规则保持自己的严重级别。",
  more: "详情",
  separators: ["、", " 或 "],
};

/** The languages of the pages, the first one in the folder itself. */
export const pageWords: readonly Words[] = [english, chinese];
