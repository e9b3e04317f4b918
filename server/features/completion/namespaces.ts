/** Namespaces to declare: those that are right for the element, or else all that are known. */

import { looseLocal, looseNamespace } from "../../core/xml/loose";
import { type AppCondition, appConditions, appConditionsFor } from "../../core/xmpp/appConditions";
import { findCondition } from "../../core/xmpp/conditions";
import {
  type Extension,
  findNamespace,
  type KnownNamespace,
  knownNamespaces,
  nameOfExtension,
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
import { statedValue, type Value, type Writing } from "./offer";

/** @param name of the attribute: `xmlns`, or the declaration of a prefix */
export function namespaceValues(writing: Writing, cursor: ValueCursor, name: string): Value[] {
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
  // Another condition would be one too many (§8.3.2), and only two of them hold text.
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

function asValue(namespace: string): Value {
  const known = findNamespace(namespace);
  return {
    value: namespace,
    topic: { topic: "namespace", namespace },
    ...(known && described(known.extension, namespace)),
  };
}

/** An editor finds the namespace by the number, the short name and the title of its document. */
function described(extension: Extension, namespace: string): Pick<Value, "filter" | "detail"> {
  const { shortName, title } = extension;
  const document = nameOfExtension(extension);
  return {
    filter: [namespace, document, shortName, title].filter((one) => one !== "").join(" "),
    detail: `${document}: ${title}`,
  };
}

/** The namespaces that have conditions: those first that have this one, or are about the request. */
function conditionValues(name: string, around: readonly string[]): Value[] {
  const named = appConditions().filter((one) => one.name === name);
  const ordered = [...named, ...appConditionsFor(around), ...appConditions()];
  const best = named.length === 1 ? named[0]?.namespace : undefined;
  return [...new Set(ordered.map(({ namespace }: AppCondition) => namespace))].map((namespace) => ({
    ...asValue(namespace),
    best: namespace === best,
  }));
}

/** All that are known, the likeliest first. */
function everyValue(local: string): Value[] {
  return [...knownNamespaces()]
    .map((known) => ({ known, rank: rankOf(known, local) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ known }) => asValue(known.namespace));
}

/** Documents in the order in which they are likely to be meant. */
const statuses = ["RFC", "Final", "Stable", "Active", "Experimental", "Proposed"];

function rankOf({ namespace, extension, newer }: KnownNamespace, local: string): number {
  if (newer !== undefined) return statuses.length + 2;
  const tail = namespace.replace(/:\d+$/, "").split(/[/:]/).at(-1);
  if (local !== "" && (tail === local || extension.shortName === local)) return -1;
  const status = statuses.indexOf(extension.status);
  if (status >= 0) return status;
  return statuses.length + (extension.status === "ProtoXEP" ? 1 : 0);
}
