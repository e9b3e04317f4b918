/** The situation of a request: what is wrong with it, or whom it does not reach, as far as the request itself tells. */

import type { XmlElement } from "../xml/tree";
import { findJidProblem, type Jid, splitJid } from "../xmpp/jid";
import { CLIENT_NAMESPACE } from "../xmpp/namespaces";
import type { Stanza } from "../xmpp/stanza";
import { findStanzaType } from "../xmpp/stanzaTypes";
import { serviceSituations } from "./serviceSituations";

/**
 * Names of situations in data/answers/situations.tsv, those first that hide the others: a server that does not look for
 * the first one answers the next.
 * @param asker full address of the sender; empty if it is not known
 */
export function situationsOf(stanza: Stanza, asker: string): string[] {
  return [
    ...(stanza.kind === "iq" ? iqProblems(stanza) : []),
    ...typeProblems(stanza),
    ...placed(stanza, asker),
  ];
}

function* iqProblems(stanza: Stanza): Generator<string> {
  const { element, id, restricted, comments } = stanza;
  const declared = element.attributes.find(({ name }) => name === "xmlns")?.value;
  if (declared === "") yield "no-namespace";
  if (declared === "jabber:server") yield "server-namespace";
  const instructions = restricted.some(({ feature }) => feature === "processing-instruction");
  if (instructions || comments.length > 0) yield "restricted-xml";
  if (!id) yield "iq-without-id";
}

function* typeProblems({ kind, type, typeValue, payload }: Stanza): Generator<string> {
  if (kind === "message") return;
  const isKnown = typeValue !== undefined && findStanzaType(kind, typeValue) !== undefined;
  if (kind === "presence") {
    if (type && !isKnown) yield "presence-type-invalid";
    return;
  }
  if (!type) yield "iq-without-type";
  else if (!isKnown) yield "iq-type-invalid";
  else if (typeValue === "get" || typeValue === "set") {
    if (payload.length > 1) yield "two-payloads";
    if (payload.length === 0) yield "no-payload";
  }
}

/** Situations by the addressee. */
function* placed(stanza: Stanza, asker: string): Generator<string> {
  const to = stanza.to?.value;
  if (to !== undefined && findJidProblem(to)) {
    yield malformation(to);
    // Not each of them was measured with each kind.
    yield* ["to-malformed", "to-two-at"];
    return;
  }
  const own = splitJid(asker);
  const target = to === undefined ? undefined : splitJid(to);
  const isReply =
    stanza.typeValue === "error" || (stanza.kind === "iq" && stanza.typeValue === "result");
  if (isReply) {
    const isForUser = target?.local !== undefined && !isOwnBare(target, own);
    yield `${stanza.typeValue}-to-${isForUser ? "nobody" : "server"}`;
    if (stanza.kind !== "iq") yield "error-to-nobody";
    return;
  }
  const place = target && placeOf(target, own);
  if (place === "remote") yield "remote-domain";
  else if (target && place === "service") yield* serviceSituations(stanza, target, own);
  else yield* hostSituations(stanza, target, own);
}

function malformation(to: string): string {
  const bare = to.split("/")[0]!;
  if (bare.split("@").length > 2) return "to-two-at";
  return findJidProblem(to)?.endsWith("-long") ? "to-too-long" : "to-malformed";
}

function isSame({ local, domain, resource }: Jid, own: Jid): boolean {
  return local === own.local && domain === own.domain && resource === own.resource;
}

function isOwnBare({ local, domain, resource }: Jid, own: Jid): boolean {
  return resource === undefined && local === own.local && domain === own.domain;
}

const SERVICE_NAMES =
  /^(?:muc|conference|conf|rooms?|chat|groupchat|pubsub|pep|upload|proxy)\d*\./i;

/** The place of an address: the asker's own domain, a part of it that is a component, or another domain. */
function placeOf({ domain }: Jid, own: Jid): "host" | "service" | "remote" {
  // By RFC 6761, nobody can resolve it.
  if (domain.endsWith(".invalid")) return "remote";
  if (own.domain === "") return SERVICE_NAMES.test(domain) ? "service" : "host";
  if (domain.toLowerCase() === own.domain.toLowerCase()) return "host";
  return domain.toLowerCase().endsWith(`.${own.domain.toLowerCase()}`) ? "service" : "remote";
}

function* hostSituations(stanza: Stanza, target: Jid | undefined, own: Jid): Generator<string> {
  if (stanza.kind === "presence") {
    if (target?.local !== undefined) yield "presence-to-nobody";
    return;
  }
  if (stanza.kind === "message") {
    yield* messageSituations(stanza, target);
    return;
  }
  const [payload] = stanza.payload;
  if (target?.resource !== undefined) {
    // What goes to the asker itself is delivered.
    if (!isSame(target, own)) yield "no-such-resource";
    return;
  }
  const isOwn = target === undefined || isOwnBare(target, own);
  if (payload) yield* knownQuery(payload, stanza.typeValue ?? "", isOwn, target);
  if (target && target.local === undefined) yield "unknown-namespace-server";
  else if (isOwn) yield "unknown-namespace-own";
  else yield "unknown-namespace-account";
}

function* messageSituations({ typeValue }: Stanza, target: Jid | undefined): Generator<string> {
  if (!target) yield "message-without-to";
  else if (target.local === undefined) yield "message-to-server";
  else if (typeValue === "groupchat") yield "groupchat-to-account";
  else if (typeValue === "headline") {
    yield `headline-to-${target.resource === undefined ? "nobody" : "resource"}`;
  } else yield "message-to-nobody";
}

/** Queries that servers know, by their namespace. */
function* knownQuery(
  query: XmlElement,
  type: string,
  isOwn: boolean,
  target: Jid | undefined,
): Generator<string> {
  const children = query.children.filter((child): child is XmlElement => child.kind === "element");
  switch (query.namespace) {
    case "urn:xmpp:ping":
      if (type === "get" && target?.local === undefined) yield "ping";
      return;
    case "jabber:iq:roster":
      if (type === "set" && isOwn) yield* rosterSituations(children);
      return;
    case "jabber:iq:private":
      if (!isOwn) yield "private-of-other";
      else if (children.length === 0) yield "private-no-child";
      else if (type === "set" && children.some(hasNoNamespace)) yield "private-no-namespace";
      else if (children.length > 1) yield "private-two-children";
      return;
    case "urn:ietf:params:xml:ns:xmpp-bind":
      yield type === "get" ? "bind-get" : "bind-again";
      return;
    case "urn:ietf:params:xml:ns:xmpp-session":
      yield "session-again";
      return;
    case "http://jabber.org/protocol/pubsub":
      if (children[0]?.local === "items") yield isOwn ? "pep-items-no-node" : "pep-items-of-other";
  }
}

function hasNoNamespace({ namespace }: XmlElement): boolean {
  return namespace === "" || namespace === "jabber:iq:private" || namespace === CLIENT_NAMESPACE;
}

function* rosterSituations(items: readonly XmlElement[]): Generator<string> {
  const [item] = items;
  if (items.length > 1) yield "roster-two-items";
  if (!item) {
    yield "roster-no-item";
    return;
  }
  const jid = item.attributes.find(({ name }) => name === "jid")?.value;
  if (jid === undefined) yield "roster-no-address";
  else if (jid === "") yield "roster-empty-address";
  else if (findJidProblem(jid)) yield "roster-bad-address";
  const subscription = item.attributes.find(({ name }) => name === "subscription")?.value;
  if (subscription === "remove") yield "roster-remove-unknown";
  const groups = item.children.flatMap((one) => (one.kind === "element" ? [textOf(one)] : []));
  if (groups.includes("")) yield "roster-empty-group";
  if (new Set(groups).size < groups.length) yield "roster-same-groups";
}

function textOf({ children }: XmlElement): string {
  return children.map((child) => (child.kind === "text" ? child.value : "")).join("");
}
