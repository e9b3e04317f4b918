/** Application-specific conditions in an error child: first those that the request can fail with. */

import { CompletionItemKind } from "vscode-languageserver";
import { escapeValue } from "../../core/rules/edits";
import type { Span } from "../../core/text/span";
import { type LooseElement, looseLocal, looseNamespace, loosePrefix } from "../../core/xml/loose";
import {
  type AppCondition,
  type AppConditionPair,
  appConditions,
  appConditionsFor,
  appConditionsIn,
} from "../../core/xmpp/appConditions";
import { textOf } from "../../core/xmpp/appConditionTexts";
import {
  definingExtension,
  findExtension,
  isWithdrawn,
  statusRank,
} from "../../core/xmpp/extensions";
import { isStanzaKind } from "../../core/xmpp/stanza";
import { usualAppNamespaces } from "../commonConditions";
import type { ElementCursor } from "../cursor";
import { conditionsIn, roleOf } from "../roles";
import { conditionLines, hasOwnCondition, missingType, withoutBracket } from "./errorMarkup";
import {
  type CompletionCandidate,
  type CompletionContext,
  layoutAt,
  quoteNear,
  statedValue,
} from "./offer";
import { requestsFor } from "./requests";
import { choice, type Line, layOut, type Template } from "./template";

export interface AppConditionOffers {
  /** Conditions for the payload of the error stanza, or of the request that it answers. */
  readonly related: readonly CompletionCandidate[];
  readonly others: readonly CompletionCandidate[];
}

const none: AppConditionOffers = { related: [], others: [] };

/**
 * The application-specific conditions that are defined for the defined condition that is there; without a defined
 * condition, each comes with its own.
 * @param span the text that the element replaces; undefined where more than a name would be replaced
 */
export function appConditionOffers(
  writing: CompletionContext,
  cursor: ElementCursor,
  error: LooseElement,
  span: Span | undefined,
): AppConditionOffers {
  // An error has one application-specific condition at most (§8.3.2).
  if (hasOwnCondition(error, cursor)) return none;
  if (!span) return { related: renamingOffers(writing, cursor), others: [] };
  const there = conditionsIn(error, cursor.scope).filter((one) => one !== cursor.element);
  if (there.length > 1) return none;
  const condition = there[0] && looseLocal(there[0]);
  const type = statedValue(error, "type");
  const fitting = (all: readonly AppCondition[]) =>
    all
      .flatMap((one) => {
        const pair = pairFor(one, condition, type);
        return pair || (one.isOpen && condition) ? [{ one, pair }] : [];
      })
      .map(({ one, pair }) => offerOf(writing, cursor, error, span, one, condition, pair));
  const related = appConditionsFor(namespacesAround(writing, cursor, error));
  const published = publishedConditions().filter((one) => !related.includes(one));
  return { related: fitting(related), others: fitting(published) };
}

/** The conditions of published extensions: first the usual ones, then those of documents in force. */
function publishedConditions(): AppCondition[] {
  const ranked = appConditions().flatMap((one) => {
    const extension = findExtension(one.document);
    if (!extension || one.isOpen || !one.document.startsWith("XEP-")) return [];
    // A document in force may use the namespace of a withdrawn document.
    const owner = definingExtension(one.namespace) ?? extension;
    if (isWithdrawn(extension) || isWithdrawn(owner)) return [];
    const usual = usualAppNamespaces.indexOf(one.namespace);
    const rank = usual < 0 ? usualAppNamespaces.length + statusRank(extension) : usual;
    return [{ one, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}

/** The application-specific condition with its defined condition, and with its type if that is allowed here. */
function pairFor(
  { pairs }: AppCondition,
  condition: string | undefined,
  type: string | undefined,
): AppConditionPair | undefined {
  const possible = pairs.filter((one) => condition === undefined || one.condition === condition);
  return possible.find((one) => one.type === type) ?? possible[0];
}

function offerOf(
  writing: CompletionContext,
  cursor: ElementCursor,
  error: LooseElement,
  span: Span,
  own: AppCondition,
  there: string | undefined,
  pair: AppConditionPair | undefined,
): CompletionCandidate {
  const quote = quoteNear(writing);
  const lines: Line[] = [{ depth: 0, parts: markupOf(own, quote) }];
  const condition = there ?? pair?.condition;
  if (there === undefined && pair) lines.unshift(...conditionLines(pair.condition, quote, false));
  return {
    ...describe(writing, own),
    description: nameOfNamespace(own.namespace),
    span,
    template: withoutBracket(layOut(lines, layoutAt(writing, error)), cursor),
    edits: condition === undefined ? [] : missingType(error, condition, quote, pair?.type),
  };
}

function describe({ translate }: CompletionContext, own: AppCondition) {
  const { name, namespace } = own;
  const text = textOf(own);
  return {
    label: name,
    kind: CompletionItemKind.Constant,
    detail: translate(text.meaning),
    topic: { topic: "app-condition", namespace, name },
  } as const;
}

/** The element with its required attributes. */
function markupOf({ name, namespace, attributes }: AppCondition, quote: string): Template {
  return [
    `<${name} xmlns=${quote}${escapeValue(namespace, quote)}${quote}`,
    ...attributes.flatMap((one) => [
      ` ${one.name}=${quote}`,
      one.values.length > 0 ? choice(one.values) : { text: "" },
      quote,
    ]),
    "/>",
  ];
}

/** Renames an element that has a namespace to another condition of that namespace. */
function renamingOffers(writing: CompletionContext, cursor: ElementCursor): CompletionCandidate[] {
  const { element, scope, nameSpan } = cursor;
  if (!element?.closed || loosePrefix(element) !== "") return [];
  const { endTag } = element;
  return appConditionsIn(looseNamespace(element, scope))
    .filter(({ carrier }) => carrier === undefined)
    .map((own) => {
      const start = (endTag?.start ?? 0) + 2;
      const end = start + element.name.length;
      const edits = endTag ? [{ span: { start, end }, newText: own.name }] : [];
      return { ...describe(writing, own), span: nameSpan, template: [own.name], edits };
    });
}

/** The namespaces of the other children of the error stanza, and of the payload of its request. */
export function namespacesAround(
  { document }: CompletionContext,
  { scope }: Pick<ElementCursor, "scope">,
  error: LooseElement,
): string[] {
  const stanza = error.parent;
  if (!stanza) return [];
  const echoed = stanza.children
    .filter((one) => one !== error)
    .map((one) => looseNamespace(one, scope));
  const role = roleOf(stanza, scope);
  const kind = looseLocal(stanza);
  if (role.role !== "stanza" || role.nested || !isStanzaKind(kind)) return echoed;
  const id = statedValue(stanza, "id");
  const request = requestsFor(document, stanza, kind).find(
    (one) => one.fits && (id === undefined || one.id === id),
  );
  return request?.payloadNamespace === undefined ? echoed : [...echoed, request.payloadNamespace];
}

/** The distinctive part of a namespace: `pubsub#errors`, `http:upload:0`. */
function nameOfNamespace(namespace: string): string {
  return namespace.replace(/^(?:urn:xmpp:|https?:\/\/.*\/(?=[^/]))/, "");
}
