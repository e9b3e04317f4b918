/** Situations of requests to components: rooms (XEP-0045) and nodes (XEP-0060). */

import type { XmlElement } from "../xml/tree";
import type { Jid } from "../xmpp/jid";
import type { Stanza } from "../xmpp/stanza";

const MUC = "http://jabber.org/protocol/muc";
const PUBSUB = "http://jabber.org/protocol/pubsub";

/**
 * Names of situations, the likeliest first.
 * @param target address of the component, of a room, or of an occupant
 */
export function* serviceSituations(stanza: Stanza, target: Jid, own: Jid): Generator<string> {
  const [payload] = stanza.payload;
  const namespace = payload?.namespace ?? "";
  if (namespace === PUBSUB || namespace === `${PUBSUB}#owner`) {
    const [action] = elementsOf(payload);
    if (action) yield* nodeSituations(action, stanza.typeValue ?? "", namespace, own);
  } else if (target.local !== undefined) {
    yield* roomSituations(stanza, namespace, target);
    return;
  }
  if (stanza.kind === "iq") yield "service-unknown-namespace";
}

function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return element?.children.filter((child): child is XmlElement => child.kind === "element") ?? [];
}

function* roomSituations(stanza: Stanza, namespace: string, { resource }: Jid): Generator<string> {
  const { kind, typeValue, payload } = stanza;
  if (kind === "presence") yield* joinSituations(payload, resource);
  else if (kind === "iq") {
    if (resource !== undefined) yield "muc-iq-not-occupant";
    else if (namespace === `${MUC}#admin`) yield adminSituation(elementsOf(payload[0]), typeValue);
    else if (namespace === `${MUC}#owner`) yield "muc-owner";
    else yield "muc-unknown-namespace";
  } else if (typeValue !== "groupchat") {
    yield resource === undefined ? "muc-chat-to-room" : "muc-private-message-not-occupant";
  } else {
    const names = payload.map(({ local }) => local);
    const isSubject = names.includes("subject") && !names.includes("body");
    yield isSubject ? "muc-subject" : "muc-groupchat-not-occupant";
  }
}

function* joinSituations(payload: readonly XmlElement[], nick: string | undefined) {
  const join = payload.find(({ namespace }) => namespace === MUC);
  if (nick === undefined) yield "muc-no-nick";
  else if (!join) yield "muc-nick-change-conflict";
  else if (elementsOf(join).some(({ local }) => local === "password")) yield "muc-password-wrong";
  else yield "muc-nick-conflict";
}

function adminSituation(items: readonly XmlElement[], type: string | undefined): string {
  if (type === "get") return "muc-admin-list";
  const isKick = items.some(({ attributes }) => attributes.some(({ name }) => name === "role"));
  return isKick ? "muc-admin-kick" : "muc-admin-ban";
}

function* nodeSituations(action: XmlElement, type: string, namespace: string, own: Jid) {
  const value = (name: string) => action.attributes.find((one) => one.name === name)?.value;
  const isOwner = namespace.endsWith("#owner");
  const jid = value("jid");
  switch (`${type} ${action.local}`) {
    case "get items":
      yield value("node") ? "pubsub-items-no-node" : "pubsub-items-without-node";
      return;
    case "set subscribe":
      if (jid === undefined) yield "pubsub-subscribe-without-address";
      else if (isOwn(jid, own)) yield "pubsub-subscribe-no-node";
      else yield "pubsub-subscribe-other";
      return;
    case "set unsubscribe":
      yield "pubsub-unsubscribe";
      return;
    case "set publish": {
      const items = elementsOf(action);
      if (items.length === 0) yield "pubsub-publish-no-item";
      else if (items.every((item) => elementsOf(item).length === 0)) {
        yield "pubsub-publish-no-payload";
      } else yield "pubsub-publish-forbidden";
      return;
    }
    case "set create":
      yield "pubsub-create-conflict";
      return;
    case "set delete":
      if (isOwner) yield "pubsub-delete-no-node";
      return;
    case "get configure":
      if (isOwner) yield "pubsub-configure";
  }
}

/** True for the asker's own address, and where nobody knows whose it is. */
function isOwn(jid: string, { local, domain }: Jid): boolean {
  return (
    domain === "" ||
    jid.replace(/\/.*/s, "") === (local === undefined ? domain : `${local}@${domain}`)
  );
}
