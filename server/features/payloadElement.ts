/** The definition of an element of a payload, as far as an incomplete stanza shows which it is. */

import { type LooseElement, looseLocal, looseNamespace } from "../core/xml/loose";
import type { Scope } from "../core/xml/scope";
import { CLIENT_NAMESPACE, isOwnNamespace } from "../core/xmpp/namespaces";
import { findPayloadElement } from "../core/xmpp/payloads";
import type { PayloadElement } from "../core/xmpp/payloadVocabulary";

/** The definition of an element inside a stanza; undefined if none is known. */
export function payloadElementOf(
  element: LooseElement,
  scope: Scope | undefined,
): PayloadElement | undefined {
  const namespace = looseNamespace(element, scope);
  const known = isOwnNamespace(namespace, "") ? CLIENT_NAMESPACE : namespace;
  return findPayloadElement(known, looseLocal(element));
}
