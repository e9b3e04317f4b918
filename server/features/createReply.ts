/** Error replies to the stanza at a place of a document. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Position,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Configuration } from "../core/check/config";
import type { PlacedStanza } from "../core/document/document";
import type { ReplyStyle } from "../core/replies/reply";
import type { RulePage } from "../core/rules/pages";
import { expectDefined } from "../core/text/invariant";
import { inEnglish, type Translate } from "../core/text/translate";
import type { Scope } from "../core/xml/scope";
import { appConditionsFor } from "../core/xmpp/appConditions";
import { type ConditionDefinition, conditions, findCondition } from "../core/xmpp/conditions";
import { definingExtension, nameOfExtension } from "../core/xmpp/extensions";
import { isRequest } from "../core/xmpp/replyMatch";
import type { ConditionChoice, ReplyAnswer, ReplyParams } from "../protocol/protocol";
import { CREATE_REPLY_COMMAND, REPLY_KIND } from "./capabilities";
import { diagnosticFor } from "./codeActions";
import { usualConditions } from "./commonConditions";
import { answerChoices, answerOf, type WrittenReply } from "./realAnswers";
import { isRequested } from "./requestedDiagnostics";
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
  const { text } = document.stanzas;
  const source = text.slice(stanza.span.start, stanza.span.end);
  const { lead, ...layout } = styleOf(text, stanza.span.start, stanza.span.end);
  const style = { ...layout, quote: quoteOf(settings.configuration.quotes) };
  const scope = document.stanzas.scopeAt(stanza.span.start);
  const result =
    params.as === undefined
      ? await errorReply(source, scope, stanza, params, settings, style)
      : answerOf(source, scope, { ...params, as: params.as }, style, translate);
  if (result.refusal !== undefined) {
    return { refusal: translate(result.refusal, result.values) };
  }
  const { condition = result.condition } = params;
  if (condition === undefined) return {};
  // The text after the request on its line goes on a line of its own after the reply.
  const rest = /^[^\r\n]*/.exec(text.slice(stanza.span.end, stanza.span.end + 200))?.[0] ?? "";
  const tail = rest.trim() === "" ? "" : style.lineEnd;
  const at = { start: stanza.span.end, end: stanza.span.end };
  const gap = isSetApart(document, stanza) ? style.lineEnd : "";
  const newText = `${style.lineEnd}${gap}${lead}${result.xml}${tail}`;
  const changes = document.answerEdits({ span: at, newText }, stanza);
  if (!changes) return { refusal: translate("A reply cannot be written here.") };
  const cursor = changes.length === 1 ? afterCondition(changes[0]!, condition) : undefined;
  const { notes = [] } = result;
  return {
    edit: { changes: { [document.uri]: changes } },
    ...(cursor && { cursor }),
    ...(notes.length > 0 && { notes }),
  };
}

/** An error reply of the user's choice; without a condition, whether there can be one. */
async function errorReply(
  source: string,
  scope: Scope | undefined,
  { summary }: PlacedStanza,
  params: ReplyParams,
  settings: ReplySettings,
  style: ReplyStyle,
): Promise<WrittenReply> {
  const { uri: _uri, position: _position, condition = "service-unavailable", ...choices } = params;
  const isPayloadWanted = settings.includePayload && summary?.kind === "iq";
  const { language } = settings.configuration;
  const payload = isPayloadWanted ? ("before" as const) : undefined;
  // Loaded on demand, with the library that it builds on.
  const { createErrorReply } = await import("../core/replies/reply");
  return createErrorReply(source, scope, { payload, ...choices, condition, language }, style);
}

/**
 * True if a blank line separates the stanza from its neighbour: the next stanza, or for the last stanza
 * the previous one.
 */
function isSetApart({ stanzas, source }: StanzaView, { span }: PlacedStanza): boolean {
  // An adapter that writes answers separates them as its format requires.
  if (source.adapter?.answer) return false;
  const all = stanzas.stanzas();
  const index = all.findIndex((one) => one.span.start === span.start);
  const next = all[index + 1];
  const before = all[index - 1];
  const { text } = stanzas;
  if (next) return /^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(span.end, next.span.start));
  return before !== undefined && /\n[ \t]*\r?\n/.test(text.slice(before.span.end, span.start));
}

/** The position after the tag of the condition, after the edit; escaped tags are found too. */
function afterCondition({ range, newText }: TextEdit, condition: string): Position | undefined {
  const name = newText.indexOf(condition);
  const end = name < 0 ? undefined : /&gt;|>/.exec(newText.slice(name));
  if (!end) return undefined;
  const lines = newText.slice(0, name + end.index + end[0].length).split(/\r\n|\r|\n/);
  const last = lines.at(-1)!.length;
  return lines.length === 1
    ? { line: range.start.line, character: range.start.character + last }
    : { line: range.start.line + lines.length - 1, character: last };
}

/** Actions that create a reply to the stanza at the cursor. */
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

/** The same actions as quick fixes, at the findings that a reply removes. */
export async function replyFixesAt(
  document: StanzaView,
  params: CodeActionParams,
  settings: ReplySettings,
  canAsk: boolean,
  translate: Translate,
  pageOf: RulePage,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const found of document.findingsAt(document.spanOf(params.range))) {
    if (!found.finding.rule.fix?.isReply) continue;
    const diagnostic = diagnosticFor(
      found,
      document,
      params.context.diagnostics,
      translate,
      pageOf,
    );
    if (!isRequested(diagnostic, params)) continue;
    const { start } = diagnostic.range;
    const at = { ...params, range: { start, end: start } };
    for (const action of await replyActionsAt(document, at, settings, canAsk, translate)) {
      actions.push({ ...action, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] });
    }
  }
  return actions;
}

/**
 * Data from which a client lets the user choose a condition, the likeliest first: the conditions that the extension
 * of the request at the position defines, then the common ones, then the others.
 */
export function conditionChoices(
  document: StanzaView | undefined,
  position: Position | undefined,
  translate: Translate,
): ConditionChoice[] {
  const namespace = document && position && payloadNamespaceAt(document, position);
  const extension = namespace === undefined ? undefined : definingExtension(namespace);
  const own = appConditionsFor(namespace === undefined ? [] : [namespace])
    .filter(({ carrier }) => carrier === undefined)
    .flatMap(({ pairs }) => pairs.map(({ condition }) => condition));
  const groups = [
    {
      title: extension ? `${nameOfExtension(extension)} ${extension.title}` : "",
      names: mostFrequent(own),
    },
    { title: translate("Common conditions"), names: [...usualConditions] },
    { title: translate("Other conditions"), names: conditions.map(({ name }) => name) },
  ];
  const answers = document && position ? answerChoices(document, position, translate) : [];
  const listed = new Set<string>();
  const named = groups.flatMap(({ title, names }) =>
    names
      .filter((name) => !listed.has(name) && listed.add(name))
      .map((name) => {
        const condition = expectDefined(findCondition(name), "the tables name defined conditions");
        return choiceOf(condition, title, translate);
      }),
  );
  return [...named, ...answers];
}

function choiceOf(
  { name, meaning, expectedTypes }: ConditionDefinition,
  group: string,
  translate: Translate,
): ConditionChoice {
  return { name, meaning: translate(meaning), type: expectedTypes[0] ?? "cancel", group };
}

function payloadNamespaceAt(document: StanzaView, position: Position): string | undefined {
  const { start } = document.spanOf({ start: position, end: position });
  return document.stanzas.stanzaAt(start)?.summary?.payloadNamespace;
}

/** The distinct names, the most frequent first. */
function mostFrequent(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

function quoteOf(quotes: Configuration["quotes"]): ReplyStyle["quote"] {
  if (quotes === "auto") return undefined;
  return quotes === "double" ? '"' : "'";
}

/** Style of the stanza, and the text before it on its line that its reply repeats. */
function styleOf(text: string, start: number, end: number): ReplyStyle & { lead: string } {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const source = text.slice(start, end);
  // The last line of a stanza of several lines shows its indentation even after a prefix.
  const indents = [...source.matchAll(/\n([ \t]*)</g)].map(([, indent = ""]) => indent);
  const own = indents.at(-1) ?? /^[ \t]*/.exec(before)?.[0] ?? "";
  const child = indents.find((indent) => indent.length > own.length && indent.startsWith(own));
  const step = child?.slice(own.length) ?? "  ";
  return { indentation: own, step, lineEnd, lead: replyPrefix(before) };
}

/** The prefix of a reply in a transcript: the other side sends it. */
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
