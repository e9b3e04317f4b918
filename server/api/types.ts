/**
 * The types of the package for programs. This file and `ruleIds.ts` are its declarations as they are published, so they import
 * nothing else; `test/api/types.test.ts` compares them with those of the core.
 */

import type { RuleId } from "./ruleIds";

/** How much a finding matters: a MUST of the RFC, a SHOULD, advice. */
export type Severity = "error" | "warning" | "information";

/** What a text is read as; `plain` is stanzas, whatever stands between them. */
export type SourceName =
  | "plain"
  | "xep"
  | "markdown"
  | "scansion"
  | "transcript"
  | "javascript"
  | "python"
  | "java"
  | "kotlin"
  | "scala"
  | "groovy"
  | "c"
  | "go"
  | "rust"
  | "csharp"
  | "dart"
  | "swift"
  | "ruby"
  | "perl"
  | "php"
  | "lua"
  | "erlang"
  | "elixir"
  | "json"
  | "tigase";

/** A range of a text: lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A text that replaces a range of the checked text. */
export interface TextEdit extends Range {
  readonly newText: string;
}

/** A repair of a finding, which was tried: afterwards the finding is gone, and there is no new error. */
export interface Fix {
  readonly title: string;
  /** True for the likeliest fix. */
  readonly preferred: boolean;
  /** True for the only right fix, which `fixAll` applies. */
  readonly safe: boolean;
  /** In order, each relative to the text before any of the edits. */
  readonly edits: readonly TextEdit[];
}

/** A broken rule and its place. */
export interface Finding extends Range {
  /** The name that was given with the text, or the path of the file. */
  readonly file: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** Line of the start tag of the stanza. */
  readonly stanzaLine: number;
  /** Other places that the finding is about, such as the request of a reply. */
  readonly related: readonly RelatedPlace[];
  /** Repairs, the preferred one first. */
  readonly fixes: readonly Fix[];
  /** Address of the page about the rule. */
  readonly documentation: string;
}

export interface RelatedPlace extends Range {
  readonly message: string;
}

/** Limits of checking and reporting, see the rule limit-exceeded; whole numbers above 0. */
export interface Limits {
  /** Length of a stanza in UTF-16 code units. */
  readonly stanzaLength?: number;
  /** Depth of elements in a stanza. */
  readonly depth?: number;
  /** Number of attributes of an element. */
  readonly attributes?: number;
  /** Number of findings of a text. */
  readonly findings?: number;
}

/** The configuration, as in `xmpp-stanza.json`. */
export interface Configuration {
  /** Severities by rule; others keep their own. */
  readonly rules?: Readonly<Partial<Record<RuleId, Severity | "off">>>;
  readonly limits?: Limits;
  /** Kinds of texts in which stanzas are looked for; others have their default. */
  readonly sources?: Readonly<Partial<Record<Exclude<SourceName, "plain"> | "comments", boolean>>>;
}

export interface CheckOptions extends Configuration {
  /** Name that findings have as `file`; its ending shows what the text is. By default `<text>`. */
  readonly filename?: string;
  /** What the text is read as, whatever its name is and it looks like. */
  readonly source?: SourceName;
}

export interface FileOptions extends Configuration {
  /** What the file is read as, whatever its name is and it looks like. */
  readonly source?: SourceName;
  /** The configuration file to use; `false` for none. By default those of the folder of the file and above. */
  readonly configFile?: string | false;
}

export interface ReplyOptions {
  /** One of the 22 conditions of RFC 6120 §8.3.3. */
  readonly condition: string;
  /** Error type; by default the one that goes with the condition. */
  readonly type?: "auth" | "cancel" | "continue" | "modify" | "wait";
  /** Text for people. */
  readonly text?: string;
  /** `xml:lang` of the text; by default `en`. */
  readonly textLang?: string;
  /** Address of the entity that reports the error. */
  readonly by?: string;
  /** Address to turn to, for gone and redirect: a URI or IRI. */
  readonly address?: string;
  /** True to include the children of the stanza before the error; or the place where they are included. */
  readonly payload?: boolean | "before" | "after";
  /** Sender of the reply; by default the `to` of the stanza. */
  readonly from?: string;
  /** Addressee of the reply; by default the `from` of the stanza. */
  readonly to?: string;
  /** Application-specific condition, as `{namespace}name`. */
  readonly app?: string;
  /** Legacy code, three digits (XEP-0086). */
  readonly code?: string;
  /** True to leave out the id of the stanza. */
  readonly omitId?: boolean;
  /** `xml:lang` of the reply itself. */
  readonly stanzaLang?: string;
}
