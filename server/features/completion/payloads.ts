/** Elements, attributes and values inside payloads, as XEPs define them, and the children of stanzas. */

import { CompletionItemKind } from "vscode-languageserver";
import { escapeValue } from "../../core/rules/edits";
import type { Edit } from "../../core/text/edit";
import type { Span } from "../../core/text/span";
import { type LooseElement, looseLocal, looseNamespace, loosePrefix } from "../../core/xml/loose";
import type { Scope } from "../../core/xml/scope";
import { findAppCondition } from "../../core/xmpp/appConditions";
import { findNamespace, nameOfExtension, statusRank } from "../../core/xmpp/extensions";
import { CLIENT_NAMESPACE, isOwnNamespace } from "../../core/xmpp/namespaces";
import { findPayloadElement, payloadNamespaces, payloadRoots } from "../../core/xmpp/payloads";
import type {
  PayloadAttribute,
  PayloadElement,
  PayloadValue,
} from "../../core/xmpp/payloadVocabulary";
import type { StanzaKind } from "../../core/xmpp/stanza";
import type { ElementCursor, NameCursor } from "../cursor";
import { payloadElementOf } from "../payloadElement";
import { withoutBracket } from "./errorMarkup";
import { type CompletionCandidate, type CompletionContext, quoteNear } from "./offer";
import { choice, type Stop, type Template } from "./template";

/** The children that the payload's element may have, in its own namespace. */
export function payloadChildOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
  parent: LooseElement,
  span: Span | undefined,
): CompletionCandidate[] {
  const known = payloadElementOf(parent, cursor.scope);
  if (!known) return [];
  const { opened, element } = cursor;
  if (!opened && !element && known.text?.values) return textOffers(cursor, known.text);
  return known.children.flatMap((name) => {
    const child = findPayloadElement(known.namespace, name);
    return child ? elementOffer(writing, cursor, child, loosePrefix(parent), span, false) : [];
  });
}

/** The children that a stanza may have: those of RFC 6121 that it has not yet, and the payloads of XEPs in force. */
export function stanzaChildOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
  stanza: LooseElement,
  kind: StanzaKind,
  span: Span | undefined,
): CompletionCandidate[] {
  const others = stanza.children.filter((one) => one !== cursor.element);
  // An iq has one payload.
  if (!span || (kind === "iq" && others.length > 0)) return [];
  const isThere = (name: string) =>
    others.some((one) => looseLocal(one) === name && isOwn(one, cursor.scope));
  const own = findPayloadElement(CLIENT_NAMESPACE, kind)?.children ?? [];
  const children = own.filter((name) => name !== "error" && !isThere(name));
  const prefix = loosePrefix(stanza);
  return [
    ...children.flatMap((name) => {
      const child = findPayloadElement(CLIENT_NAMESPACE, name);
      return child ? elementOffer(writing, cursor, child, prefix, span, false) : [];
    }),
    ...payloadsInForce().flatMap((one) => elementOffer(writing, cursor, one, "", span, true)),
  ];
}

function isOwn(element: LooseElement, scope: Scope | undefined): boolean {
  return isOwnNamespace(looseNamespace(element, scope), "");
}

/** Rank of the last status of documents whose payloads are offered without being asked for (`statusRank`). */
const LAST_RANK = 2;

/** The outermost elements of the namespaces of documents in force, the likeliest first. */
function payloadsInForce(): PayloadElement[] {
  return payloadNamespaces()
    .flatMap((namespace) => {
      const known = findNamespace(namespace);
      const rank = known && known.newer === undefined ? statusRank(known.extension) : Infinity;
      if (rank > LAST_RANK || isOwnNamespace(namespace, "")) return [];
      return payloadRoots(namespace)
        .filter(({ name }) => !findAppCondition(namespace, name))
        .map((root) => ({ root, rank }));
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ root }) => root);
}

/** @param declares true if the element declares its namespace */
function elementOffer(
  writing: CompletionContext,
  cursor: ElementCursor,
  element: PayloadElement,
  prefix: string,
  span: Span | undefined,
  declares: boolean,
): CompletionCandidate[] {
  const { namespace, name } = element;
  const document = findNamespace(namespace)?.extension;
  const described = document && `${nameOfExtension(document)} ${document.title}`;
  const offer = {
    label: name,
    kind: CompletionItemKind.Struct,
    ...(declares && {
      description: described,
      filter: [name, namespace, described, document?.shortName].join(" "),
    }),
    topic: { topic: "payload", namespace, name },
  } as const;
  if (span) {
    const template = withoutBracket(markupOf(writing, element, prefix, declares), cursor);
    return [{ ...offer, span, template }];
  }
  // What is there already keeps its attributes and content.
  const named = prefix + name;
  return [
    { ...offer, span: cursor.nameSpan, template: [named], edits: endTagEdits(cursor, named) },
  ];
}

function endTagEdits({ element }: ElementCursor, name: string): Edit[] {
  if (!element?.endTag) return [];
  const start = element.endTag.start + 2;
  return [{ span: { start, end: start + element.name.length }, newText: name }];
}

/** The element with its required attributes, and its namespace if that has to be declared. */
function markupOf(
  writing: CompletionContext,
  { namespace, name, attributes, children, holdsOthers, text }: PayloadElement,
  prefix: string,
  declares: boolean,
): Template {
  const quote = quoteNear(writing);
  const start = `<${prefix}${name}${declares ? ` xmlns=${quote}${namespace}${quote}` : ""}`;
  const required = attributes
    .filter((one) => one.required)
    .flatMap((one) => [` ${one.name}=${quote}`, stopOf(one, quote), quote]);
  if (children.length === 0 && !holdsOthers && !text) return [start, ...required, "/>"];
  const content = text ? stopOf(text, "") : { text: "" };
  return [start, ...required, ">", content, `</${prefix}${name}>`];
}

/** A place for the value: a choice if all are known. */
function stopOf(value: PayloadValue, quote: string): Stop {
  const values = valuesOf(value).map((one) => (quote === "" ? one : escapeValue(one, quote)));
  return values.length > 0 ? choice(values) : { text: "" };
}

/** The values, as far as there is a list of them. */
function valuesOf({ type, values }: PayloadValue): readonly string[] {
  return type === "boolean" ? ["true", "false"] : (values ?? []);
}

function textOffers({ nameSpan }: ElementCursor, text: PayloadValue): CompletionCandidate[] {
  return valuesOf(text).map((value) => ({
    label: value,
    kind: CompletionItemKind.Value,
    span: nameSpan,
    template: [value],
  }));
}

/** The attributes that the element at the cursor may have, those that it must have first, with a value for each. */
export function payloadAttributes(cursor: NameCursor): readonly PayloadAttribute[] {
  const known = payloadElementOf(cursor.element, cursor.scope);
  return [...(known?.attributes ?? [])].sort((a, b) => Number(b.required) - Number(a.required));
}

/** A place for the value of the attribute. */
export function payloadValueStop(attribute: PayloadAttribute): Stop {
  return stopOf(attribute, "");
}

/** The values that the attribute of the element may have, if there is a list of them. */
export function payloadAttributeValues(
  element: LooseElement,
  scope: Scope | undefined,
  name: string,
): readonly string[] {
  const known = payloadElementOf(element, scope)?.attributes.find((one) => one.name === name);
  return known ? valuesOf(known) : [];
}
