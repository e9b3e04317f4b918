/** Error families: the errors that are reported outside of stanza errors. */

import type { ErrorFamily, FamilyCondition, FamilyHost, FamilyId } from "./errorFamily";
import { compressionFamily, smFamily, tlsFamily } from "./negotiationFamilies";
import { saslFamily } from "./saslFamily";
import { stanzaFamily } from "./stanzaFamily";
import { streamFamily } from "./streamFamily";

/** All families; that of stanza errors, which has no host outside of stanzas, before those that borrow its conditions. */
export function errorFamilies(): readonly ErrorFamily[] {
  return [streamFamily, saslFamily, stanzaFamily, smFamily, compressionFamily, tlsFamily];
}

/** The family of the element, with the host that it is. */
export function findHost(
  local: string,
  namespace: string,
): { readonly family: ErrorFamily; readonly host: FamilyHost } | undefined {
  for (const family of errorFamilies()) {
    const host = family.hosts.find((one) => one.local === local && one.namespace === namespace);
    if (host) return { family, host };
  }
  return undefined;
}

/** The families with conditions in the namespace. */
export function familyOfNamespace(namespace: string): ErrorFamily | undefined {
  return errorFamilies().find((one) => one.namespace === namespace);
}

/** The first family that has a condition of that name. */
export function familyWith(name: string): FamilyId | undefined {
  return errorFamilies().find((one) => findFamilyCondition(one, name))?.id;
}

/** The condition of that name in the family. */
export function findFamilyCondition(
  family: ErrorFamily,
  name: string,
): FamilyCondition | undefined {
  return family.conditions.find((one) => one.name === name);
}

/** `RFC 6120 §4.9.2`: where a document says something. */
export function documentSection({ document }: ErrorFamily, section: string): string {
  return section === "" ? document : `${document} §${section}`;
}
