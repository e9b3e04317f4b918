/** The model of an error outside of stanzas: its children sorted once, as those of a stanza error are. */

import type { Scope } from "../xml/scope";
import { isBlank, type XmlElement, type XmlText } from "../xml/tree";
import { findCondition } from "./conditions";
import type { ErrorChildren } from "./errorChildren";
import { familyOfNamespace, findFamilyCondition, findHost } from "./errorFamilies";
import type { ErrorFamily, FamilyHost } from "./errorFamily";
import { LinePrefix } from "./linePrefix";
import {
  isNearMiss,
  isOwnNamespace,
  isUnknownNamespace,
  STANZAS_NAMESPACE,
  withoutMarks,
} from "./namespaces";
import { isUnknownName } from "./placeholder";
import { unknownTextsIn } from "./unknown";

export interface FamilyError extends ErrorChildren {
  readonly family: ErrorFamily;
  readonly host: FamilyHost;
  readonly element: XmlElement;
  /** The text that the offsets are relative to. */
  readonly source: string;
  /** Scope that is open around the element. */
  readonly scope: Scope | undefined;
  /** Names of older documents, in the namespace of the conditions. */
  readonly obsolete: readonly XmlElement[];
  /** Also a name that only another family defines, in the namespace of that family. */
  readonly unknown: readonly XmlElement[];
}

/** The error that the element is; undefined if it is of no family. */
export function readFamilyError(
  element: XmlElement,
  source: string,
  scope: Scope | undefined,
): FamilyError | undefined {
  const found = findHost(element.local, element.namespace);
  if (!found) return undefined;
  const { family, host } = found;
  const sorted = {
    conditions: [] as XmlElement[],
    obsolete: [] as XmlElement[],
    unknown: [] as XmlElement[],
    misplaced: [] as XmlElement[],
    texts: [] as XmlElement[],
    misplacedTexts: [] as XmlElement[],
    application: [] as XmlElement[],
    unqualified: [] as XmlElement[],
    unnamed: [] as XmlElement[],
  };
  for (const child of element.children) {
    if (child.kind === "element") sorted[placeOf(child, element, family, host)].push(child);
  }
  if (sorted.conditions.length + sorted.unknown.length + sorted.misplaced.length === 0) {
    // Without any other candidate, an element with the name of a condition was meant as the condition.
    const meant = sorted.application.find((child) => findFamilyCondition(family, child.local));
    if (meant) {
      sorted.misplaced.push(meant);
      sorted.application = sorted.application.filter((child) => child !== meant);
    }
  }
  const unknownTexts = unknownTextsIn(element);
  const lines = new LinePrefix({ source });
  const strayTexts: XmlText[] = [];
  for (const child of element.children) {
    if (child.kind !== "text" || unknownTexts.has(child) || isBlank(child.value)) continue;
    if (!lines.isWhole(child.value)) strayTexts.push(child);
  }
  const mayHaveCondition = element.isElided || unknownTexts.size > 0 || sorted.unnamed.length > 0;
  return { family, host, element, source, scope, ...sorted, strayTexts, mayHaveCondition };
}

type Place =
  | "conditions"
  | "obsolete"
  | "unknown"
  | "misplaced"
  | "texts"
  | "misplacedTexts"
  | "application"
  | "unqualified"
  | "unnamed";

function placeOf(
  { local, namespace }: XmlElement,
  element: XmlElement,
  family: ErrorFamily,
  host: FamilyHost,
): Place {
  if (isUnknownName(local)) return "unnamed";
  if (local === "text" && namespace === host.textNamespace) return "texts";
  const isNamed = findFamilyCondition(family, local) !== undefined;
  if (namespace === family.namespace) {
    if (isNamed) return "conditions";
    if (Object.hasOwn(family.obsolete, local)) return "obsolete";
    return local === "text" ? "misplacedTexts" : "unknown";
  }
  if (family.isLikeStanzas && namespace === STANZAS_NAMESPACE) {
    return findCondition(local) ? "conditions" : "unknown";
  }
  if (isUnknownNamespace(namespace)) return isNamed ? "unnamed" : "application";
  // The error of another family, such as a failed compression in a stream error, is application-specific.
  const other = findHost(local, namespace) ? undefined : familyOfNamespace(namespace);
  const isOwn = isOwnNamespace(namespace, element.namespace);
  if (!isOwn && !other && !isNearMissOf(family, namespace)) return "application";
  if (local === "text") return "misplacedTexts";
  if (isNamed || Object.hasOwn(family.obsolete, local)) return "misplaced";
  // A condition of another family is told apart from an application's own by its namespace.
  return other ? "unknown" : isOwn ? "unqualified" : "application";
}

/** True for a mistaken namespace of the family's conditions: misspelt, in another case, with marks around it. */
function isNearMissOf({ namespace: right }: ErrorFamily, namespace: string): boolean {
  const plain = (text: string) => withoutMarks(text).toLowerCase().replace(/s$/, "");
  return isNearMiss(namespace) || plain(namespace) === plain(right);
}
