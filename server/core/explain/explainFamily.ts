/** The meaning of the conditions of errors outside of stanzas. */

import type { Translate } from "../text/translate";
import { errorFamilies, findFamilyCondition } from "../xmpp/errorFamilies";
import type { ErrorFamily, FamilyId } from "../xmpp/errorFamily";
import { STANZAS_NAMESPACE } from "../xmpp/namespaces";
import { code, type Paragraphs, rfc, title } from "./explanations";

/** The condition of the family; undefined if it has none of that name. */
export function explainFamilyCondition(
  id: FamilyId,
  name: string,
  translate: Translate,
): Paragraphs | undefined {
  const family = errorFamilies().find((one) => one.id === id);
  const condition = family && findFamilyCondition(family, name);
  if (!condition) return undefined;
  return [
    title(name, translate(family.title)),
    translate(condition.meaning),
    code(family.namespace),
    linkOf(family, condition.section),
  ];
}

/** An error of the family. */
export function explainFamily(id: FamilyId, translate: Translate): Paragraphs | undefined {
  const family = errorFamilies().find((one) => one.id === id);
  if (!family) return undefined;
  return [
    title(family.kind, translate(family.title)),
    family.conditions.length === 0
      ? ""
      : `${translate("Conditions:")} ${family.conditions.map(({ name }) => code(name)).join(", ")}`,
    linkOf(family, family.section),
  ];
}

/** The conditions of that name in all families but that of stanza errors. */
export function explainFamilyConditions(name: string, translate: Translate): Paragraphs[] {
  const others = errorFamilies().filter(({ namespace }) => namespace !== STANZAS_NAMESPACE);
  return others.flatMap(({ id }) => {
    const found = explainFamilyCondition(id, name, translate);
    return found ? [found] : [];
  });
}

function linkOf({ document }: ErrorFamily, section: string): string {
  if (document === "RFC 6120") return rfc(section);
  const page = document.toLowerCase();
  return `[${document}](https://xmpp.org/extensions/${page}.html)`;
}
