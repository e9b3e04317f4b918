/**
 * This project's own requests, which the server answers besides those of LSP. Client and
 * server both import this file, and it imports nothing.
 */

/**
 * Checks a text that no editor needs to have open. Answers with the findings and their fixes as
 * `xmpp-stanza check --format json` prints them, or null if something went wrong.
 */
export const CHECK_REQUEST = "xmppStanza/check";

/** The same check, answered with `Diagnostic[]`, or null if something went wrong. */
export const DIAGNOSE_REQUEST = "xmppStanza/diagnose";

/** Lists the rules in the order of their documentation: answers with `RuleInfo[]`, has no parameters. */
export const RULES_REQUEST = "xmppStanza/rules";

/**
 * Explains a rule: answers with `RuleText`, or null for a rule that is not there. Parameters are `RuleTextParams`. A client
 * that shows this text itself says in `initializationOptions.rulePages` at which address, with `{rule}` for the
 * rule's id; findings and comments then link there, and not to the page on the web.
 */
export const RULE_TEXT_REQUEST = "xmppStanza/ruleText";

/** The command of the server that shows the page of a rule; its argument is the rule's id. */
export const OPEN_RULE_COMMAND = "xmppStanza.openRule";

export interface RuleTextParams {
  /** Id of the rule. */
  readonly rule: string;
}

export interface RuleText {
  /** Markdown, in the user's language. Other rules are links to `ID.md`, and the last paragraph is one to the web. */
  readonly text: string;
}

export interface CheckParams {
  readonly text: string;
  /** Address whose settings apply; those of no place if there is none. */
  readonly uri?: string;
  /** The file name in the findings. */
  readonly file?: string;
}

/** A rule for people, in their language. */
export interface RuleInfo {
  readonly id: string;
  readonly group: string;
  readonly summary: string;
  /** Address of the page that explains it. */
  readonly page: string;
}

/** An error reply to the stanza at a position: answers with `ReplyAnswer`, or null. */
export const REPLY_REQUEST = "xmppStanza/reply";

/**
 * The conditions to choose from, the likeliest first: answers with `ConditionChoice[]`. With
 * `ConditionsParams`, those of the extension of the request at the position come before all others.
 */
export const CONDITIONS_REQUEST = "xmppStanza/conditions";

export type ConditionsParams = Pick<ReplyParams, "uri" | "position">;

export interface ReplyParams extends ReplyChoices {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  /** Absent to learn only whether the stanza may be answered; nor is there one with `as`. */
  readonly condition?: string;
  /** Software whose answer is written, of the choices or `rfc`. */
  readonly as?: string;
  /** Name of a situation; by default recognised from the request. */
  readonly situation?: string;
}

/** What a reply says besides its condition: the options of `xmpp-stanza reply`, in docs/command-line.md. */
export interface ReplyChoices {
  readonly type?: string;
  readonly text?: string;
  readonly by?: string;
  /** Address in gone and redirect. */
  readonly address?: string;
  readonly from?: string;
  readonly to?: string;
  /** Place of the children of the request, which are left out without it. */
  readonly payload?: "before" | "after";
  /** `{namespace}name` of an application-specific condition. */
  readonly app?: string;
  /** Legacy code, three digits. */
  readonly code?: string;
  readonly omitId?: boolean;
  /** `xml:lang` of the reply itself. */
  readonly stanzaLanguage?: string;
}

/** The edit that inserts the reply after the stanza, or the reason why there is none; neither if a reply is possible. */
export interface ReplyAnswer<Edit> {
  readonly edit?: Edit;
  /** The position in the reply, after the edit, where the user goes on writing: after its condition. */
  readonly cursor?: ReplyParams["position"];
  readonly refusal?: string;
  /** Remarks on the answer of real software, for people. */
  readonly notes?: readonly string[];
}

/** A condition for people, in their language. */
export interface ConditionChoice {
  readonly name: string;
  readonly meaning: string;
  /** The error type that goes with it. */
  readonly type: string;
  /** The heading of its group: neighbours with the same heading form a group. */
  readonly group: string;
  /** Software whose answer the choice is; its name is a title then. */
  readonly as?: string;
}

/**
 * The conversation that a document holds: answers with `ConversationAnswer`, or null for a document
 * that is not open.
 */
export const CONVERSATION_REQUEST = "xmppStanza/conversation";

export interface ConversationParams {
  readonly uri: string;
  /** Of a document with several, that of the region at this position; without it, the first. */
  readonly position?: { readonly line: number; readonly character: number };
  /** As a drawing or the text of one; without it, as data to draw. */
  readonly format?: "svg" | "mermaid";
}

export interface ConversationAnswer<Conversation> {
  /** Of the document: offsets are those of this version. */
  readonly version: number;
  readonly conversation?: Conversation;
  /** In the format that was asked for. */
  readonly text?: string;
}

/**
 * The end tag for the character that was just typed before the position: answers with a `SnippetTextEdit` (LSP 3.18),
 * or null. Its range ends at the position, and begins before it where the line is outdented. Parameters are
 * `TextDocumentPositionParams`. A client that uses the request declares the experimental capability of this name; the server then does not do
 * the same by on-type formatting.
 */
export const CLOSE_TAG_REQUEST = "xmppStanza/closeTag";

/**
 * The requests that the server sends, to a client that says in `initializationOptions.readsFiles` that
 * it answers them. Parameters are `FileParams`.
 */

/** The text of a file: answered with `FileAnswer`, or null if there is no such file. */
export const READ_FILE_REQUEST = "xmppStanza/readFile";

/** The URIs of the files that may hold stanzas by their names or a configuration, in a folder and the folders in it. */
export const FIND_FILES_REQUEST = "xmppStanza/findFiles";

export interface FileParams {
  readonly uri: string;
}

export interface FileAnswer {
  readonly text?: string;
  /** Why the file could not be read, for people. */
  readonly problem?: string;
  /** True for a folder, instead of a text. */
  readonly isFolder?: boolean;
}

/**
 * The state of an open document: answers with `DocumentState`, or null for a document that is not open.
 * Parameters are `FileParams`.
 */
export const DOCUMENT_STATE_REQUEST = "xmppStanza/documentState";

export interface DocumentState {
  /** URIs of the configuration files that apply to the document, the nearest first. */
  readonly configurationFiles: readonly string[];
  /** True for a document that a configuration file ignores. */
  readonly isIgnored: boolean;
  /** The source that reads the document, `plain` for stanzas alone; `none` if nothing does. */
  readonly source: string;
  /** The source that would read the document, if it is switched off. */
  readonly off?: string;
  /** The form of the packets, if the document is a capture that is not read. */
  readonly capture?: string;
  /** Number of stanzas and of errors outside of them. */
  readonly stanzas: number;
}
