/** Words of the generated pages and settings around the texts of the rules, in each language. */

import type { ProgramSource, SourceSwitch } from "../../server/core/sources/names";
import { programTitles } from "../../server/core/sources/programTitles";
import type { Translate } from "../../server/core/text/translate";
import { type Language, translatorFor } from "../../server/l10n/localise";

export interface Words {
  readonly language: Language;
  /** For the texts of the rules. */
  readonly translate: Translate;
  /** The language's own name for itself. */
  readonly name: string;
  readonly rules: string;
  readonly rule: string;
  readonly introduction: string;
  readonly allRules: string;
  /** Description of the setting `xmppStanza.rules`. */
  readonly severitiesOfRules: string;
  /** Description of the setting `xmppStanza.sources`. */
  readonly sourcesLookedInto: string;
  readonly sources: Readonly<Record<SourceSwitch, string>>;
  readonly readme: ReadmeWords;
}

/** Words of the README's tables beside the texts of rules, conditions and settings. */
interface ReadmeWords {
  readonly path: string;
  readonly severity: string;
  readonly fix: string;
  readonly condition: string;
  readonly errorType: string;
  readonly anyType: string;
  readonly meaning: string;
  readonly setting: string;
  readonly usual: string;
  /** The default of a setting that is an object. */
  readonly eachItsOwn: string;
  readonly source: string;
  readonly files: string;
  /** Of the sources that no ending tells: which files they are in. */
  readonly xepFiles: string;
  readonly transcriptFiles: string;
  readonly on: string;
}

/** A text for each language that is read by a table. */
function ofPrograms(text: (title: string) => string): Record<ProgramSource, string> {
  const texts = Object.entries(programTitles).map(([name, title]) => [name, text(title)]);
  return Object.fromEntries(texts) as Record<ProgramSource, string>;
}

const english: Words = {
  language: "en",
  translate: await translatorFor("en"),
  name: "English",
  rules: "Rules",
  rule: "Rule",
  introduction: `What the RFC requires (MUST) is an error, what it recommends (SHOULD) a warning; advice and old
practice are information. Every severity can be changed, and every rule switched off, in
\`xmpp-stanza.json\` or by the editor's setting \`xmppStanza.rules\`. A rule with a mark in the last column comes with a quick fix.`,
  allRules: "All rules",
  severitiesOfRules:
    "Severities of rules, by the name of the rule; `off` switches one off. A rule that is not named keeps its default. An `xmpp-stanza.json` overrides this. [Explain a Rule](command:xmppStanza.explainRule) gives the reason for each, with examples.",
  sourcesLookedInto:
    "Where stanzas are looked for besides plain stanza files. An `xmpp-stanza.json` overrides this.",
  sources: {
    xep: "Examples in sources of XEPs.",
    markdown: "Code blocks in Markdown and reStructuredText.",
    scansion: "Scripts for Scansion (`*.scs`).",
    transcript: "Transcripts, and logs of programs.",
    javascript: "Templates, strings, JSX and comments in JavaScript and TypeScript.",
    python: "String literals, docstrings and comments in Python.",
    ...ofPrograms((title) => `String literals and comments in ${title}.`),
    json: "Strings in JSON.",
    tigase: "Test scripts of Tigase.",
    comments: "Comments and docstrings, in all of these programs.",
  },
  readme: {
    path: "README.md",
    severity: "Severity",
    fix: "Fix",
    condition: "Condition",
    errorType: "Error type",
    anyType: "any",
    meaning: "Meaning",
    setting: "Setting",
    usual: "Default",
    eachItsOwn: "each its own",
    source: "Name",
    files: "Files",
    xepFiles: "XML whose root is `<xep>`",
    transcriptFiles: "files that look like a log, if they are named",
    on: "on",
  },
};

const chinese: Words = {
  language: "zh-cn",
  translate: await translatorFor("zh-cn"),
  name: "简体中文",
  rules: "规则",
  rule: "规则",
  introduction:
    "RFC 要求的（MUST）是 error，推荐的（SHOULD）是 warning；建议和旧的做法是 information。各条规则的严重级别都可以在 `xmpp-stanza.json` 里或用编辑器的设置 `xmppStanza.rules` 更改，规则也可以这样关闭。最后一列有标记的规则带有快速修复。",
  allRules: "所有规则",
  severitiesOfRules:
    "各条规则的严重级别，以规则的名字为键；`off` 关闭该规则。没有列出的规则保持自己的严重级别。有 `xmpp-stanza.json` 时以它为准。每条规则的理由和示例见[解释规则](command:xmppStanza.explainRule)。",
  sourcesLookedInto: "除普通的节文件之外，还在哪里查找节。有 `xmpp-stanza.json` 时以它为准。",
  sources: {
    xep: "XEP 源文件中的示例。",
    markdown: "Markdown 和 reStructuredText 中的代码块。",
    scansion: "Scansion 脚本（`*.scs`）。",
    transcript: "会话记录和程序日志。",
    javascript: "JavaScript 和 TypeScript 中的模板、字符串、JSX 和注释。",
    python: "Python 中的字符串字面量、文档字符串和注释。",
    ...ofPrograms((title) => `${title} 中的字符串字面量和注释。`),
    json: "JSON 中的字符串。",
    tigase: "Tigase 的测试脚本。",
    comments: "以上各种程序中的注释和文档字符串。",
  },
  readme: {
    path: "README.zh-cn.md",
    severity: "严重级别",
    fix: "修复",
    condition: "条件",
    errorType: "错误类型",
    anyType: "任意",
    meaning: "含义",
    setting: "设置",
    usual: "默认值",
    eachItsOwn: "每项各自的默认值",
    source: "名称",
    files: "文件",
    xepFiles: "根元素为 `<xep>` 的 XML",
    transcriptFiles: "形似日志的文件，须指明",
    on: "开",
  },
};

/** The languages of the pages, the first one in the folder itself. */
export const pageWords: readonly Words[] = [english, chinese];
