/** The elements of an answer: addresses, attributes and children as the form of a server has them. */

import type { XmlElement } from "../xml/tree";
import { splitJid } from "../xmpp/jid";
import { STANZAS_NAMESPACE } from "../xmpp/namespaces";
import { languageOf, type Stanza } from "../xmpp/stanza";
import type { AnswerForm, MeasuredAnswer } from "./answerProfiles";
import { type Item, itemOf } from "./answerXml";
import { readAppCondition } from "./replyOptions";

export interface AnswerContext {
  /** Full address; empty if it is not known. */
  readonly asker: string;
  /** Language of the stream, if it is stated. */
  readonly language?: string | undefined;
}

/** Builds the stanza that is sent in answer. */
export function buildAnswer(
  stanza: Stanza,
  form: AnswerForm,
  answer: MeasuredAnswer,
  context: AnswerContext,
): Item {
  const isRefused = isRefusedEarly(form, answer);
  const attributes = attributesOf(stanza, form, answer, context);
  const returned = returnedChildren(stanza, answer);
  const error = answer.outcome === "error" ? [errorOf(stanza, form, answer, context)] : [];
  const place = isRefused && stanza.kind === "message" ? "before" : form.places[stanza.kind];
  const isWanted = answer.payload !== "" && answer.payload !== "no" && place !== "no";
  const payload = isWanted || answer.outcome === "returned" ? returned : [];
  const children = place === "after" ? [...error, ...payload] : [...payload, ...error];
  return { name: stanza.kind, attributes, children };
}

/**
 * True if the server refused the stanza before it knew whose it is: ejabberd answers with the attributes as they came,
 * and without the language of the stream.
 */
function isRefusedEarly({ language }: AnswerForm, { to }: MeasuredAnswer): boolean {
  return language === "stream" && to === "none";
}

function attributesOf(
  stanza: Stanza,
  form: AnswerForm,
  answer: MeasuredAnswer,
  context: AnswerContext,
): (readonly [string, string])[] {
  const { element } = stanza;
  const own = element.attributes.find(({ name }) => name === "xml:lang")?.value;
  const inherited = context.language ?? languageOf(element, stanza)?.tag ?? "en";
  const declared = element.attributes.find(({ name }) => name === "xmlns")?.value;
  const xmlns = form.xmlns === "no" ? (declared === "" ? "" : undefined) : form.xmlns;
  const values: Record<string, string | undefined> = {
    xmlns,
    from: senderOf(stanza, form, answer, context),
    to: addresseeOf(stanza, answer, context),
    type: answer.outcome === "returned" ? stanza.type?.value : answer.outcome,
    id: stanza.id?.value,
    "xml:lang": languageIn(form, answer, own, inherited),
  };
  const order = isRefusedEarly(form, answer)
    ? orderAsAsked(stanza)
    : orderOf(stanza, form.attributes);
  return ["xmlns", ...order].flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** The language on the stanza: what is delivered has that of the stream, where it has none of its own. */
function languageIn(
  form: AnswerForm,
  answer: MeasuredAnswer,
  own: string | undefined,
  inherited: string,
): string | undefined {
  if (answer.outcome === "returned" && form.language !== "request") return own ?? inherited;
  if (form.language === "no") return undefined;
  return form.language === "stream" && !isRefusedEarly(form, answer) ? inherited : own;
}

const mirrored = ["id", "type", "xml:lang"];

function namesOf({ element }: Stanza): string[] {
  const names = element.attributes.map(({ name }) => name);
  return names.filter((name) => mirrored.includes(name));
}

/** The request's own attributes, then those that are new. */
function orderAsAsked(stanza: Stanza): string[] {
  return [...new Set([...namesOf(stanza), "from", "type"])];
}

function orderOf(stanza: Stanza, attributes: string): string[] {
  if (attributes !== "reversed") return attributes.split(" ");
  const names = namesOf(stanza).reverse();
  return [
    ...new Set(stanza.to ? ["from", ...names, "type", "to"] : ["to", "from", ...names, "type"]),
  ];
}

function bareOf(address: string): string {
  return address.replace(/\/.*/s, "");
}

function senderOf(
  stanza: Stanza,
  form: AnswerForm,
  answer: MeasuredAnswer,
  { asker }: AnswerContext,
): string | undefined {
  const to = stanza.to?.value;
  const isOwn = asker !== "" && to === bareOf(asker);
  const usual = to === undefined ? form.fromWithoutTo : isOwn ? form.fromOwn : "request";
  return addressBy(answer.from || specialSender(stanza, answer) || usual, to, asker);
}

/** The sender of answers that are not addressed like the others. */
function specialSender(stanza: Stanza, { to, outcome }: MeasuredAnswer): string | undefined {
  if (outcome === "returned") return "own-full";
  // Before it knows who asks, a server mirrors what it got.
  if (to === "none") return "request";
  return to === "bare" && isStamped(stanza) ? "bare" : undefined;
}

/** True for presence that a server stamps with bare addresses: subscriptions, and what it takes for one. */
function isStamped({ kind, type }: Stanza): boolean {
  return kind === "presence" && type !== undefined && type.value !== "unavailable";
}

function addresseeOf(
  stanza: Stanza,
  { to: rule }: MeasuredAnswer,
  { asker }: AnswerContext,
): string | undefined {
  const isBare = rule === "bare" && stanza.to !== undefined && isStamped(stanza);
  const usual = rule === "" || rule === "bare" ? "own-full" : rule;
  return addressBy(isBare ? "own-bare" : usual, stanza.to?.value, asker);
}

function addressBy(rule: string, to: string | undefined, asker: string): string | undefined {
  const byRule: Readonly<Record<string, string | undefined>> = {
    request: to,
    bare: to === undefined ? undefined : bareOf(to),
    "own-bare": asker && bareOf(asker),
    "own-full": asker,
    host: asker && splitJid(asker).domain,
  };
  const address = byRule[rule];
  // An empty `to` is mirrored as it is; an asker who is not known is not.
  return address === "" && rule !== "request" ? undefined : address;
}

function errorOf(
  stanza: Stanza,
  form: AnswerForm,
  answer: MeasuredAnswer,
  { asker }: AnswerContext,
): Item {
  const { type, code, by, condition, app, text } = answer;
  const reporter = reporterOf(by, stanza.to?.value ?? "", asker);
  const attributes: [string, string][] = [];
  if (reporter) attributes.push(["by", reporter]);
  attributes.push(["type", type]);
  if (code !== "") attributes.push(["code", code]);
  const isUnqualified = condition.startsWith("!");
  const defined: Item = {
    name: condition.replace("!", ""),
    attributes: isUnqualified ? [] : [["xmlns", STANZAS_NAMESPACE]],
    children: [],
  };
  const own = readAppCondition(app);
  const added: Item[] = own
    ? [{ name: own.name, attributes: [["xmlns", own.namespace]], children: [] }]
    : [];
  const conditions = form.app === "before" ? [...added, defined] : [defined, ...added];
  const words = text === "" ? [] : [textOf(text, stanza, form)];
  return { name: "error", attributes, children: [...conditions, ...words] };
}

function reporterOf(by: string, to: string, asker: string): string {
  if (by === "host") return splitJid(asker).domain;
  if (by === "domain") return splitJid(to).domain;
  return by === "bare" ? bareOf(to) : "";
}

function textOf(text: string, { to, kind }: Stanza, { language }: AnswerForm): Item {
  const filled = text.replace("{kind}", kind).replace("{to}", () => to?.value ?? "");
  const attributes: [string, string][] = language === "stream" ? [["xml:lang", "en"]] : [];
  return {
    name: "text",
    attributes: [...attributes, ["xmlns", STANZAS_NAMESPACE]],
    children: [filled],
  };
}

/** The children of the request that come back, and those that the server adds. */
function returnedChildren(stanza: Stanza, { payload, adds }: MeasuredAnswer): Item[] {
  const { namespace, children } = stanza.element;
  const errors = stanza.errors.map(({ element }) => element);
  const elements = children.filter((child): child is XmlElement => child.kind === "element");
  const kept = elements.filter((child) => payload === "errors" || !errors.includes(child));
  const items = kept.map((child) => itemOf(child, namespace));
  const shown = payload === "altered" ? items.map(asRoster) : items;
  return adds === "" ? shown : [...shown, elementOf(adds)];
}

/** The element of a start tag and empty elements in it, as data/answers/added.tsv has them. */
function elementOf(xml: string): Item {
  const [, name = "", namespace = "", content = ""] =
    /^<(\w+) xmlns='([^']*)'(?:\/>|>(.*)<\/\w+>$)/.exec(xml) ?? [];
  const children = [...content.matchAll(/<(\w+)\/>/g)].map(([, child = ""]) => {
    return { name: child, attributes: [], children: [] };
  });
  return { name, attributes: [["xmlns", namespace]], children };
}

/** A roster as ejabberd writes it again: it has decoded the items. */
function asRoster(query: Item): Item {
  const order = ["ask", "subscription", "name", "jid"];
  const items = query.children.map((item) => {
    if (typeof item === "string" || item.name !== "item") return item;
    const values = new Map([["subscription", "none"], ...item.attributes]);
    const attributes = order.flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    return { ...item, attributes };
  });
  return { ...query, children: items };
}
