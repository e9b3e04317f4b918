/** Role of an element in a stanza, as far as an incomplete stanza shows it. */

import { type LooseElement, looseLocal, looseNamespace } from "../core/xml/loose";
import type { Scope } from "../core/xml/scope";
import { type AppCondition, findAppCondition } from "../core/xmpp/appConditions";
import { findCondition } from "../core/xmpp/conditions";
import { findFamilyCondition, findHost } from "../core/xmpp/errorFamilies";
import type { ErrorFamily, FamilyHost } from "../core/xmpp/errorFamily";
import { errorHostNamespaces } from "../core/xmpp/errorHosts";
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
  | FamilyRole
  /** In such an error, a condition of its family in the right namespace. */
  | { readonly role: "family-condition"; readonly family: ErrorFamily; readonly name: string }
  | { readonly role: "family-text" }
  | { readonly role: "other" };

/** An error outside of stanzas. */
export interface FamilyRole {
  readonly role: "family-error";
  readonly family: ErrorFamily;
  readonly host: FamilyHost;
}

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
  if (!parent) return familyRoleOf(element, scope) ?? other;
  if (!parent.parent) {
    const error = familyRoleOf(parent, scope);
    if (error) return inFamilyError(element, error, scope);
  }
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

function familyRoleOf(element: LooseElement, scope: Scope | undefined): FamilyRole | undefined {
  const local = looseLocal(element);
  // Most elements have another name.
  if (!errorHostNamespaces(local)) return undefined;
  const found = findHost(local, looseNamespace(element, scope));
  return found && { role: "family-error", ...found };
}

function inFamilyError(
  element: LooseElement,
  { family, host }: FamilyRole,
  scope: Scope | undefined,
): Role {
  const local = looseLocal(element);
  const namespace = looseNamespace(element, scope);
  if (local === "text" && namespace === host.textNamespace) return { role: "family-text" };
  if (namespace === family.namespace && findFamilyCondition(family, local)) {
    return { role: "family-condition", family, name: local };
  }
  const condition = findAppCondition(namespace, local);
  return condition ? { role: "app-condition", condition } : other;
}

/** The elements of the error child that are, or were meant as, its defined condition. */
export function conditionsIn(error: LooseElement, scope: Scope | undefined): LooseElement[] {
  return error.children.filter((child) => roleOf(child, scope).role === "condition");
}

/** The error children of the stanza. */
export function errorsIn(stanza: LooseElement, scope: Scope | undefined): LooseElement[] {
  return stanza.children.filter((child) => roleOf(child, scope).role === "error");
}
