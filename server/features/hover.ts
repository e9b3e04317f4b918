/** Hover: the documentation of a word of a stanza, and the exchange that the stanza belongs to. */

import { type Hover, MarkupKind, type Position } from "vscode-languageserver";
import type { PlacedStanza } from "../core/document/document";
import { type Paragraphs, VALUE, withCode } from "../core/explain/explanations";
import { explainSenders } from "../core/explain/senders";
import type { Span } from "../core/text/span";
import { shorten, type Translate } from "../core/text/translate";
import type { LooseElement } from "../core/xml/loose";
import { type LooseAttribute, resolveReferences } from "../core/xml/looseAttributes";
import { isErrorType } from "../core/xmpp/conditions";
import { findStanzaType } from "../core/xmpp/stanzaTypes";
import { describeAnswer } from "./codeLens";
import { type Cursor, cursorAt } from "./cursor";
import { documentationOf, type Topic } from "./documentation";
import { payloadElementOf } from "./payloadElement";
import { roleOf } from "./roles";
import type { StanzaView } from "./stanzaView";

/** A word with documentation. */
interface HoverTarget {
  readonly span: Span;
  readonly topic: Topic;
  /** True for the id of a stanza, whose hover names the exchange. */
  readonly isId?: boolean;
}

/** The hover at the position; undefined without a word of the RFC there. */
export function hoverAt(
  document: StanzaView,
  position: Position,
  formats: readonly MarkupKind[] | undefined,
  translate: Translate,
): Hover | null {
  const { start: offset } = document.spanOf({ start: position, end: position });
  const word = wordAt(document, offset);
  if (!word) return null;
  const format = formats?.[0] === MarkupKind.Markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  const more = word.isId ? exchange(document, offset, translate) : sendersOf(word.topic, translate);
  const contents = documentationOf(word.topic, format, translate, more);
  return contents ? { contents, range: document.rangeOf(word.span) } : null;
}

/** Who was seen to send the condition. */
function sendersOf(topic: Topic, translate: Translate): Paragraphs {
  return topic.topic === "condition" ? explainSenders(topic.name, translate) : [];
}

/** True if the hover depends on the other stanzas, which must be checked then. */
export function isHoverAboutReplies(document: StanzaView, position: Position): boolean {
  const { start: offset } = document.spanOf({ start: position, end: position });
  return wordAt(document, offset)?.isId === true;
}

function wordAt({ stanzas }: StanzaView, offset: number): HoverTarget | undefined {
  const cursor = cursorAt(stanzas, offset);
  if (!cursor.inStanza) return declarationWord(cursor);
  switch (cursor.kind) {
    case "element":
      return cursor.element && nameWord(cursor.element, cursor.nameSpan, cursor);
    case "endTag":
      return endTagWord(cursor);
    case "attributeName":
      return (
        cursor.attribute && attributeWord(cursor.element, cursor.attribute, cursor.nameSpan, cursor)
      );
    case "attributeValue":
      return attributeWord(cursor.element, cursor.attribute, cursor.valueSpan, cursor);
    case "other":
      return undefined;
  }
}

/** The declaration of a namespace: the only words around stanzas are those of wrappers. */
function declarationWord(cursor: Cursor): HoverTarget | undefined {
  if (cursor.kind !== "attributeValue" || !isDeclaration(cursor.attribute)) return undefined;
  return namespaceWord(cursor.attribute, cursor.valueSpan);
}

function isDeclaration({ name }: LooseAttribute): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function namespaceWord({ value }: LooseAttribute, span: Span): HoverTarget {
  return { span, topic: { topic: "namespace", namespace: resolveReferences(value) } };
}

function endTagWord(cursor: Cursor & { readonly kind: "endTag" }): HoverTarget | undefined {
  const { nameSpan } = cursor;
  for (let one = cursor.parent; one; one = one.parent) {
    if (one.endTag && one.endTag.start + 2 === nameSpan.start)
      return nameWord(one, nameSpan, cursor);
  }
  return undefined;
}

function nameWord(element: LooseElement, span: Span, { scope }: Cursor): HoverTarget | undefined {
  const role = roleOf(element, scope);
  switch (role.role) {
    case "stanza":
      return { span, topic: { topic: "kind", kind: role.kind } };
    case "condition":
      return { span, topic: { topic: "condition", name: role.name } };
    case "app-condition": {
      const { namespace, name } = role.condition;
      return { span, topic: { topic: "app-condition", namespace, name } };
    }
    case "error":
      return { span, topic: { topic: "error" } };
    case "text":
    case "family-text":
      return { span, topic: { topic: "text" } };
    case "family-condition":
      return {
        span,
        topic: { topic: "family-condition", family: role.family.id, name: role.name },
      };
    case "family-error":
      return { span, topic: { topic: "family-error", family: role.family.id } };
    case "other":
      return payloadWord(element, span, scope);
  }
}

function payloadWord(
  element: LooseElement,
  span: Span,
  scope: Cursor["scope"],
  attribute?: string,
): HoverTarget | undefined {
  const known = payloadElementOf(element, scope);
  if (!known) return undefined;
  const { namespace, name } = known;
  if (attribute === undefined) return { span, topic: { topic: "payload", namespace, name } };
  return { span, topic: { topic: "payload-attribute", namespace, name, attribute } };
}

/** @param span of the name or of the value, whichever is under the pointer */
function attributeWord(
  element: LooseElement,
  attribute: LooseAttribute,
  span: Span,
  { scope }: Cursor,
): HoverTarget | undefined {
  const role = roleOf(element, scope);
  const { name } = attribute;
  const value = resolveReferences(attribute.value);
  const onValue = span === attribute.valueSpan;
  if (isDeclaration(attribute)) return onValue ? namespaceWord(attribute, span) : undefined;
  if (role.role === "stanza") {
    const { kind } = role;
    if (name === "type" && onValue && findStanzaType(kind, value)) {
      return { span, topic: { topic: "stanza-type", kind, type: value } };
    }
    const isId = name === "id" && !role.nested;
    return { span, topic: { topic: "stanza-attribute", kind, name }, isId };
  }
  if (role.role === "other") return payloadWord(element, span, scope, name);
  if (role.role !== "error") return undefined;
  if (name === "type" && onValue && isErrorType(value)) {
    return { span, topic: { topic: "error-type", type: value } };
  }
  if (name === "code") return { span, topic: { topic: "code", code: value } };
  return { span, topic: { topic: "error-attribute", name } };
}

/** Maximum number of replies that a hover names. */
const MAX_REPLIES = 5;

/** The request that the stanza answers, or the replies to it. */
function exchange(document: StanzaView, offset: number, translate: Translate): string[] {
  const { stanzas } = document;
  const stanza = stanzas.stanzaAt(offset);
  if (!stanza) return [];
  const request = stanzas.exchanges.requestOf(stanza);
  if (request) {
    const values = { stanza: VALUE, line: lineOf(document, request) };
    return [withCode(translate("In reply to {stanza}, line {line}.", values), nameOf(request))];
  }
  const replies = stanzas.exchanges.repliesTo(stanza);
  return replies.slice(0, MAX_REPLIES).map((reply) => {
    const values = { stanza: VALUE, line: lineOf(document, reply) };
    return withCode(translate("Answered by {stanza}, line {line}.", values), nameOf(reply));
  });
}

/** Kind and type of the stanza; for an error its condition with its type. */
function nameOf({ summary }: PlacedStanza): string {
  if (!summary) return "";
  const { kind, type, error } = summary;
  if (error) return shorten(describeAnswer(summary));
  return shorten(type === "" ? kind : `${kind} ${type}`);
}

function lineOf(document: StanzaView, { span, summary }: PlacedStanza): string {
  const start = span.start + (summary?.nameSpan.start ?? 0);
  return String(document.rangeOf({ start, end: start }).start.line + 1);
}
