/** Namespaces to declare: those that are right for the element, or else all that match the text. */

import { looseLocal, looseNamespace } from "../../core/xml/loose";
import { type AppCondition, appConditions, appConditionsFor } from "../../core/xmpp/appConditions";
import { findCondition } from "../../core/xmpp/conditions";
import {
  type Extension,
  findNamespace,
  type KnownNamespace,
  knownNamespaces,
  nameOfExtension,
  statusRank,
} from "../../core/xmpp/extensions";
import {
  CLIENT_NAMESPACE,
  contentNamespaces,
  STANZAS_NAMESPACE,
  STREAMS_NAMESPACE,
} from "../../core/xmpp/namespaces";
import { isStanzaKind } from "../../core/xmpp/stanza";
import type { ValueCursor } from "../cursor";
import { type Role, roleOf } from "../roles";
import { namespacesAround } from "./appConditions";
import { matchNamespace } from "./namespaceSearch";
import { type CompletionContext, type CompletionValue, statedValue } from "./offer";

/**
 * The namespaces for the value at the cursor. Where many are possible, only those that match the
 * text before the cursor by number, name, beginning or title.
 * @param name of the attribute: `xmlns`, or the declaration of a prefix
 */
export function namespaceValues(
  writing: CompletionContext,
  cursor: ValueCursor,
  name: string,
): CompletionValue[] {
  const { text } = writing.document;
  const typed = text.slice(cursor.valueSpan.start, cursor.offset);
  return searched(possibleValues(writing, cursor, name), typed);
}

/** All namespaces that may stand there, the likeliest first. */
function possibleValues(
  writing: CompletionContext,
  cursor: ValueCursor,
  name: string,
): CompletionValue[] {
  const { element, scope, inStanza } = cursor;
  if (name === "xmlns:stream") return [asValue(STREAMS_NAMESPACE)];
  if (name !== "xmlns") return inStanza ? everyValue("") : [];
  const { parent } = element;
  const local = looseLocal(element);
  if (isStanzaKind(local) && (!inStanza || !parent)) return [...contentNamespaces].map(asValue);
  if (!inStanza) return local === "stream" ? [...contentNamespaces].map(asValue) : [];
  if (!parent) return [];
  const above = roleOf(parent, scope).role;
  const others = parent.children.filter((one) => one !== element);
  const isOther = (role: Role["role"]) => others.some((one) => roleOf(one, scope).role === role);
  if (above === "stanza" && local === "error") {
    if (statedValue(parent, "type") !== "error" || isOther("error")) return [];
    const own = looseNamespace(parent, scope);
    return [{ ...asValue(own || CLIENT_NAMESPACE), best: true }];
  }
  if (above !== "error") return everyValue(local);
  // A further condition would be one too many (§8.3.2), and only two conditions hold text.
  const condition = findCondition(local);
  if (!condition && local !== "text") {
    return conditionValues(local, namespacesAround(writing, cursor, parent));
  }
  const isCondition = condition && !isOther("condition");
  const isMeant =
    local === "text" || (isCondition && (condition.characterData || !element.hasText));
  if (!isMeant || element.children.length > 0) return [];
  return [{ ...asValue(STANZAS_NAMESPACE), best: true }];
}

function asValue(namespace: string): CompletionValue {
  const known = findNamespace(namespace);
  return {
    value: namespace,
    topic: { topic: "namespace", namespace },
    ...(known && described(known.extension, namespace)),
  };
}

/** The words that a client matches against the typed text, and those that it shows beside the namespace. */
function described(
  extension: Extension,
  namespace: string,
): Pick<CompletionValue, "filter" | "description"> {
  const { shortName, title } = extension;
  const document = nameOfExtension(extension);
  return {
    filter: [namespace, document, shortName, title].filter((one) => one !== "").join(" "),
    description: `${document} ${title}`,
  };
}

/**
 * The values that match the text, the surest first; all values where none matches, for the client
 * to compare. A client ranks items by how well the text fits them: the filter text of all begins with the text, so
 * that the client keeps this order.
 */
function searched(values: readonly CompletionValue[], typed: string): CompletionValue[] {
  if (typed.trim() === "") return [...values];
  const found = values.flatMap((value) => {
    const known = findNamespace(value.value);
    const rank = known
      ? matchNamespace(typed, known)
      : value.value.startsWith(typed)
        ? 0
        : undefined;
    return rank === undefined ? [] : [{ value, rank }];
  });
  if (found.length === 0) return [...values];
  return found
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => {
      const filter = value.filter ?? value.value;
      return filter.startsWith(typed) ? value : { ...value, filter: `${typed} ${filter}` };
    });
}

/** The namespaces that define conditions: first those that define this one, or belong to the request. */
function conditionValues(name: string, around: readonly string[]): CompletionValue[] {
  const named = appConditions().filter((one) => one.name === name);
  const ordered = [...named, ...appConditionsFor(around), ...appConditions()];
  const best = named.length === 1 ? named[0]?.namespace : undefined;
  return [...new Set(ordered.map(({ namespace }: AppCondition) => namespace))].map((namespace) => ({
    ...asValue(namespace),
    best: namespace === best,
  }));
}

/** All known namespaces, the likeliest first. */
function everyValue(local: string): CompletionValue[] {
  return [...knownNamespaces()]
    .map((known) => ({ known, rank: rankOf(known, local) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ known }) => asValue(known.namespace));
}

function rankOf({ namespace, extension, newer }: KnownNamespace, local: string): number {
  if (newer !== undefined) return Number.MAX_VALUE;
  const tail = namespace.replace(/:\d+$/, "").split(/[/:]/).at(-1);
  if (local !== "" && (tail === local || extension.shortName === local)) return -1;
  return statusRank(extension);
}
