/** Role of an element in a stanza, as far as an incomplete stanza shows it. */

import { type LooseElement, looseLocal, looseNamespace } from "../core/xml/loose";
import type { Scope } from "../core/xml/scope";
import { type AppCondition, findAppCondition } from "../core/xmpp/appConditions";
import { findCondition } from "../core/xmpp/conditions";
import {
  isContentNamespace,
  isNearMiss,
  isOwnNamespace,
  STANZAS_NAMESPACE,
} from "../core/xmpp/namespaces";
import { isStanzaKind, isStanzaNamespace, type StanzaKind } from "../core/xmpp/stanza";

export type Role =
  | { readonly role: "stanza"; readonly kind: StanzaKind; readonly nested: boolean }
  /** The error child of a stanza. */
  | { readonly role: "error" }
  /** In an error child, and named like one of the 22 defined conditions; `right` if its namespace is right too. */
  | { readonly role: "condition"; readonly name: string; readonly right: boolean }
  /** In an error child, and known to be defined by an extension. */
  | { readonly role: "app-condition"; readonly condition: AppCondition }
  /** The text of an error. */
  | { readonly role: "text"; readonly right: boolean }
  | { readonly role: "other" };

const other: Role = { role: "other" };

/**
 * @param element from the result of `readLoosely` for a stanza
 * @param scope namespaces and wrappers that are open around that stanza
 */
export function roleOf(element: LooseElement, scope: Scope | undefined): Role {
  const local = looseLocal(element);
  const { parent } = element;
  if (isStanzaKind(local)) {
    const namespace = looseNamespace(element, scope);
    if (!parent && isStanzaNamespace(namespace))
      return { role: "stanza", kind: local, nested: false };
    if (parent && isContentNamespace(namespace))
      return { role: "stanza", kind: local, nested: true };
  }
  if (!parent) return other;
  // The names are compared first: in elements nested a thousand deep, each would ask its parent otherwise.
  const above = looseLocal(parent);
  if (local === "error" && isStanzaKind(above) && roleOf(parent, scope).role === "stanza") {
    const namespace = looseNamespace(element, scope);
    const own = namespace === looseNamespace(parent, scope) || isContentNamespace(namespace);
    return own ? { role: "error" } : other;
  }
  if (above !== "error" || !isStanzaKind(looseLocal(parent.parent ?? parent))) return other;
  if (roleOf(parent, scope).role !== "error") return other;
  const condition = findAppCondition(looseNamespace(element, scope), local);
  if (condition) return { role: "app-condition", condition };
  if (findCondition(local) || local === "text") {
    const namespace = looseNamespace(element, scope);
    const right = namespace === STANZAS_NAMESPACE;
    // In another namespace the element is an application-specific condition with the name of a defined one.
    const stanzaNamespace = parent.parent ? looseNamespace(parent.parent, scope) : "";
    const meant = isOwnNamespace(namespace, stanzaNamespace) || isNearMiss(namespace);
    if (!right && !meant) return other;
    return local === "text" ? { role: "text", right } : { role: "condition", name: local, right };
  }
  return other;
}

/** The elements of the error child that are, or were meant as, its defined condition. */
export function conditionsIn(error: LooseElement, scope: Scope | undefined): LooseElement[] {
  return error.children.filter((child) => roleOf(child, scope).role === "condition");
}

/** The error children of the stanza. */
export function errorsIn(stanza: LooseElement, scope: Scope | undefined): LooseElement[] {
  return stanza.children.filter((child) => roleOf(child, scope).role === "error");
}
