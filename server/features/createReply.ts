/** Error replies to the stanza at a place of a document. */

import type { CodeAction, CodeActionParams, WorkspaceEdit } from "vscode-languageserver";
import type { Configuration } from "../core/check/config";
import type { ReplyOptions, ReplyStyle } from "../core/replies/reply";
import { inEnglish, type Translate } from "../core/text/translate";
import { type ConditionDefinition, conditions } from "../core/xmpp/conditions";
import { isRequest } from "../core/xmpp/summary";
import type { ConditionChoice, ReplyAnswer, ReplyParams } from "../protocol/protocol";
import { CREATE_REPLY_COMMAND, REPLY_KIND } from "./capabilities";
import { usualConditions } from "./commonConditions";
import type { StanzaView } from "./stanzaView";

export interface ReplySettings {
  readonly configuration: Configuration;
  readonly includePayload: boolean;
}

export async function replyAt(
  document: StanzaView,
  params: ReplyParams,
  settings: ReplySettings,
  translate: Translate,
): Promise<ReplyAnswer<WorkspaceEdit>> {
  const { start: offset } = document.spanOf({ start: params.position, end: params.position });
  const stanza = document.stanzas.stanzaAt(offset);
  if (!stanza) return { refusal: translate("There is no stanza here to answer.") };
  const options: ReplyOptions = {
    condition: params.condition ?? "service-unavailable",
    text: params.text,
    by: params.by,
    language: settings.configuration.language,
    includePayload: settings.includePayload,
  };
  const { text } = document.stanzas;
  const source = text.slice(stanza.span.start, stanza.span.end);
  const { lead, ...layout } = styleOf(text, stanza.span.start, stanza.span.end);
  const style = { ...layout, quote: quoteOf(settings.configuration.quotes) };
  const scope = document.stanzas.scopeAt(stanza.span.start);
  // Loaded when it is asked for, with the library that it builds on.
  const { createErrorReply } = await import("../core/replies/reply");
  const result = createErrorReply(source, scope, options, style);
  if (result.refusal !== undefined) {
    return { refusal: translate(result.refusal, result.values) };
  }
  if (params.condition === undefined) return {};
  // What follows on the request's line goes on a line behind the reply.
  const rest = /^[^\r\n]*/.exec(text.slice(stanza.span.end, stanza.span.end + 200))?.[0] ?? "";
  const tail = rest.trim() === "" ? "" : style.lineEnd;
  const at = { start: stanza.span.end, end: stanza.span.end };
  const newText = `${style.lineEnd}${lead}${result.xml}${tail}`;
  const changes = document.answerEdits({ span: at, newText }, stanza);
  if (!changes) return { refusal: translate("A reply cannot be written here.") };
  return { edit: { changes: { [document.uri]: changes } } };
}

/** Actions that create a reply to the stanza where the cursor is. */
export async function replyActionsAt(
  document: StanzaView,
  params: CodeActionParams,
  settings: ReplySettings,
  canAsk: boolean,
  translate: Translate,
): Promise<CodeAction[]> {
  const { start: offset } = document.spanOf(params.range);
  const stanza = document.stanzas.stanzaAt(offset);
  if (!stanza?.summary || !isRequest(stanza.summary)) return [];
  const { uri } = document;
  const position = params.range.start;
  if (canAsk) {
    const title = translate("Create error reply…");
    const command = { title, command: CREATE_REPLY_COMMAND, arguments: [uri, position] };
    return [{ title, kind: REPLY_KIND, command }];
  }
  const actions: CodeAction[] = [];
  for (const condition of usualConditions) {
    const { edit } = await replyAt(document, { uri, position, condition }, settings, inEnglish);
    const title = translate("Create error reply: {condition}", { condition });
    if (edit) actions.push({ title, kind: REPLY_KIND, edit });
  }
  return actions;
}

/** What a client needs to let the user choose a condition. */
export function conditionChoices(translate: Translate): ConditionChoice[] {
  return conditions.map(({ name, meaning, expectedTypes }: ConditionDefinition) => ({
    name,
    meaning: translate(meaning),
    type: expectedTypes[0] ?? "cancel",
  }));
}

function quoteOf(quotes: Configuration["quotes"]): ReplyStyle["quote"] {
  if (quotes === "auto") return undefined;
  return quotes === "double" ? '"' : "'";
}

/** How the stanza is written, and what stands before it on its line that a reply has too. */
function styleOf(text: string, start: number, end: number): ReplyStyle & { lead: string } {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const source = text.slice(start, end);
  // The last line of a stanza of several lines shows its indentation even behind a prefix.
  const indents = [...source.matchAll(/\n([ \t]*)</g)].map(([, indent = ""]) => indent);
  const own = indents.at(-1) ?? /^[ \t]*/.exec(before)?.[0] ?? "";
  const child = indents.find((indent) => indent.length > own.length && indent.startsWith(own));
  const step = child?.slice(own.length) ?? "  ";
  return { indentation: own, step, lineEnd, lead: replyPrefix(before) };
}

/** In a transcript the other side answers. */
function replyPrefix(before: string): string {
  const sides: Readonly<Record<string, string>> = {
    "C:": "S:",
    "S:": "C:",
    "SEND:": "RECV:",
    "RECV:": "SEND:",
  };
  const [, space = "", prefix = "", gap = ""] = /^([ \t]*)(\w+:)?([ \t]*)/.exec(before) ?? [];
  const answer = sides[prefix];
  return answer === undefined ? space + (prefix === "" ? gap : "") : `${space}${answer}${gap}`;
}
