/** Attributes of stanzas and error children: names with a valid value, and values. */

import { CompletionItemKind } from "vscode-languageserver";
import { escapeValue } from "../../core/rules/edits";
import { type LooseElement, looseAttribute } from "../../core/xml/loose";
import { errorTypesFor, findCondition } from "../../core/xmpp/conditions";
import { IdSource } from "../../core/xmpp/ids";
import { findJidProblem, splitJid } from "../../core/xmpp/jid";
import type { StanzaKind } from "../../core/xmpp/stanza";
import { stanzaTypes } from "../../core/xmpp/stanzaTypes";
import type { Cursor, NameCursor, ValueCursor } from "../cursor";
import type { Topic } from "../documentation";
import { payloadElementOf } from "../payloadElement";
import { conditionsIn, errorsIn, type Role, roleOf } from "../roles";
import { fieldNames } from "./forms";
import { namespaceValues } from "./namespaces";
import {
  type CompletionCandidate,
  type CompletionContext,
  type CompletionValue,
  quoteNear,
  statedValue,
} from "./offer";
import { payloadAttributes, payloadAttributeValues, payloadValueStop } from "./payloads";
import { answers, type Request, requestsFor } from "./requests";
import { choice, type Stop } from "./template";

/** The attributes that the element at the cursor may have and does not have yet. */
export function attributeNameOffers(
  writing: CompletionContext,
  cursor: NameCursor,
): CompletionCandidate[] {
  const { element, scope, nameSpan, attribute } = cursor;
  // The existing value would become the value of another attribute.
  if (attribute?.valueSpan) return [];
  const role = roleOf(element, scope);
  const has = (name: string) =>
    element.attributes.some((one) => one !== attribute && one.name === name);
  const names = namesFor(role).filter((name) => !has(name));
  const payload = role.role === "other" ? payloadAttributes(cursor) : [];
  const quote = quoteNear(writing);
  const { text } = writing.document;
  // The next attribute may begin right after the cursor.
  const gap = /[\s/>]/.test(text[nameSpan.end] ?? " ") ? "" : " ";
  const offerOf = (name: string, stop: Stop): CompletionCandidate => ({
    label: name,
    kind: CompletionItemKind.Field,
    span: nameSpan,
    template: [`${name}=${quote}`, { ...stop, text: escapeValue(stop.text, quote) }, quote + gap],
  });
  return [
    ...names.map((name, index) => ({
      ...offerOf(name, defaultValue(writing, cursor, role, name)),
      topic: topicOf(role, name),
      best: index === 0 && isRequired(role, name),
    })),
    ...payload
      .filter(({ name }) => !has(name))
      .map((one, index) => ({
        ...offerOf(one.name, payloadValueStop(one)),
        description: one.required ? writing.translate("required") : undefined,
        topic: payloadTopic(element, scope, one.name),
        best: index === 0 && one.required,
      })),
  ];
}

function payloadTopic(element: LooseElement, scope: Cursor["scope"], attribute: string): Topic {
  // The attribute is one of those that are known of the element.
  const { namespace, name } = payloadElementOf(element, scope)!;
  return { topic: "payload-attribute", namespace, name, attribute };
}

function namesFor(role: Role): readonly string[] {
  if (role.role === "stanza") return ["type", "id", "from", "to", "xml:lang"];
  return role.role === "error" ? ["type", "by"] : [];
}

/** RFC 6120 §8.2.3 for iq, §8.3.2 for an error. */
function isRequired(role: Role, name: string): boolean {
  if (role.role === "error") return name === "type";
  return role.role === "stanza" && role.kind === "iq" && (name === "type" || name === "id");
}

function topicOf(role: Role, name: string): Topic {
  return role.role === "stanza"
    ? { topic: "stanza-attribute", kind: role.kind, name }
    : { topic: "error-attribute", name };
}

/** A value with which the attribute breaks no rule, unlike an empty value. */
function defaultValue(writing: CompletionContext, cursor: Cursor, role: Role, name: string): Stop {
  const { element } = cursor as NameCursor;
  if (name === "xml:lang") return { text: writing.language };
  if (name === "type") {
    const values =
      role.role === "stanza" ? stanzaTypeValues(writing, cursor, element, role.kind) : [];
    return choice(
      (role.role === "error" ? errorTypeValues(writing, cursor, element) : values).map(
        ({ value }) => value,
      ),
    );
  }
  if (name === "by") {
    const from = element.parent && statedValue(element.parent, "from");
    const isKnown = from !== undefined && findJidProblem(from) === undefined;
    return { text: isKnown ? splitJid(from).domain : "example.net" };
  }
  if (role.role !== "stanza") return { text: "" };
  if (name === "id") return { text: idValues(writing, element, role)[0]?.value ?? "" };
  const request = requestOf(writing, element, role);
  if (name === "from") return { text: request?.to ?? "romeo@example.net" };
  return { text: request?.from ?? "juliet@example.com" };
}

/** The values that the attribute at the cursor may have. */
export function attributeValueOffers(
  writing: CompletionContext,
  cursor: ValueCursor,
): CompletionCandidate[] {
  const { attribute, valueSpan } = cursor;
  const quote = attribute.quote || quoteNear(writing);
  const open = attribute.quote === "" ? quote : "";
  const close = attribute.closed ? "" : quote;
  const { text } = writing.document;
  // LSP allows only a single line for the replaced range.
  if (/[\r\n]/.test(text.slice(valueSpan.start, valueSpan.end))) return [];
  const gap = close !== "" && !/[\s/>]/.test(text[valueSpan.end] ?? " ") ? " " : "";
  return valuesFor(writing, cursor).map(({ value, ...rest }) => ({
    ...rest,
    label: value,
    kind: CompletionItemKind.Value,
    span: valueSpan,
    template: [`${open}${escapeValue(value, quote)}${close}${gap}`],
  }));
}

function valuesFor(writing: CompletionContext, cursor: ValueCursor): CompletionValue[] {
  const { element, scope, attribute } = cursor;
  const { name } = attribute;
  if (name === "xmlns" || name.startsWith("xmlns:")) return namespaceValues(writing, cursor, name);
  const role = roleOf(element, scope);
  if (role.role === "stanza") {
    if (name === "type") return stanzaTypeValues(writing, cursor, element, role.kind);
    if (name === "id") return idValues(writing, element, role);
  }
  if (role.role === "error" && name === "type") return errorTypeValues(writing, cursor, element);
  if (role.role === "other") {
    const values = payloadAttributeValues(element, scope, name).map((value) => ({ value }));
    if (name !== "var" || values.length > 0) return values;
    return fieldNames(writing, element, scope).map((field) => ({
      value: field.name,
      description: field.type,
    }));
  }
  const takesLanguage = role.role === "stanza" || (role.role === "text" && role.right);
  return name === "xml:lang" && takesLanguage ? [{ value: writing.language }] : [];
}

/** The five error types: first those that the condition expects, wherever it stands. */
function errorTypeValues(
  { translate }: CompletionContext,
  { scope }: Cursor,
  error: LooseElement,
): CompletionValue[] {
  const there = conditionsIn(error, scope).flatMap((one) => {
    const role = roleOf(one, scope);
    return role.role === "condition" ? [role.name] : [];
  });
  const condition = there.length === 1 ? there[0] : undefined;
  const expected = condition === undefined ? [] : (findCondition(condition)?.expectedTypes ?? []);
  return errorTypesFor(condition).map(({ type, meaning }, index) => ({
    value: type,
    detail: translate(meaning),
    topic: { topic: "error-type", type },
    best: index === 0 && expected.length > 0,
  }));
}

/**
 * The types of the kind, the likeliest first. With an error child only `error` is right
 * (§8.3.1, rule 7); without, all are offered: the content that a type requires is often written after the type.
 */
function stanzaTypeValues(
  { translate }: CompletionContext,
  { scope }: Cursor,
  stanza: LooseElement,
  kind: StanzaKind,
): CompletionValue[] {
  const all = stanzaTypes[kind];
  const hasError = errorsIn(stanza, scope).length > 0;
  const fitting = hasError ? all.filter(({ type }) => type === "error") : all;
  // A get or set has a payload, and a complete stanza without one is neither (§8.2.3).
  const isBare = stanza.closed && (stanza.empty || stanza.endTag) && stanza.children.length === 0;
  const likely = kind === "iq" && isBare ? "result" : undefined;
  return [...fitting]
    .sort((a, b) => Number(b.type === likely) - Number(a.type === likely))
    .map(({ type, meaning }) => ({
      value: type,
      detail: translate(meaning),
      topic: { topic: "stanza-type", kind, type },
      best: hasError,
    }));
}

/** Ids of requests that the stanza may answer, and an unused id. */
function idValues(writing: CompletionContext, stanza: LooseElement, role: Role): CompletionValue[] {
  const { document, translate } = writing;
  const topic = topicOf(role, "id");
  const fresh: CompletionValue = {
    value: new IdSource(document.text).next(),
    detail: translate("An id that no stanza of the document has"),
    topic,
  };
  if (role.role !== "stanza" || role.nested || !answers(stanza, role.kind)) {
    return [{ ...fresh, best: true }];
  }
  const { kind } = role;
  const known = requestsFor(document, stanza, kind).map(
    ({ id, type, from, fits }, index): CompletionValue => {
      const what = type === "" ? kind : `${kind} ${type}`;
      const detail = from
        ? translate("Id of the {stanza} from {from}", { stanza: what, from })
        : translate("Id of the {stanza}", { stanza: what });
      return { value: id, detail, topic, best: index === 0 && fits };
    },
  );
  return [...known, fresh];
}

function requestOf(
  { document }: CompletionContext,
  stanza: LooseElement,
  role: Role,
): Request | undefined {
  if (role.role !== "stanza" || role.nested || !answers(stanza, role.kind)) return undefined;
  const id = statedValue(stanza, "id");
  const requests = requestsFor(document, stanza, role.kind);
  return requests.find((one) => one.fits && (id === undefined || one.id === id));
}

/** True for a child of an error child. */
export function isInError(
  { parent }: Pick<LooseElement, "parent">,
  scope: Cursor["scope"],
): boolean {
  return parent !== undefined && roleOf(parent, scope).role === "error";
}

/** True if the completions at the cursor depend on the other stanzas of the document. */
export function isAboutReplies(cursor: NameCursor | ValueCursor): boolean {
  if (cursor.kind === "attributeValue" && cursor.attribute.name !== "id") {
    // The possible conditions of an error depend on its request.
    return cursor.attribute.name === "xmlns" && isInError(cursor.element, cursor.scope);
  }
  const role = roleOf(cursor.element, cursor.scope);
  return (
    role.role === "stanza" && !role.nested && looseAttribute(cursor.element, "type") !== undefined
  );
}
