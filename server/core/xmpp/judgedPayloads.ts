/**
 * What payloads may hold in namespaces of documents in force that have a schema: all that rules need. Completion and
 * explanations know more of them (`payloads.ts`).
 */

import { judgedPayloadTable, payloadMonth } from "./judgedPayloadTable";
import { type PayloadElement, readVocabulary } from "./payloadVocabulary";

const judged = readVocabulary(judgedPayloadTable);

/** The elements of the namespace by their local names; undefined if it is not judged. */
export function judgedElements(namespace: string): ReadonlyMap<string, PayloadElement> | undefined {
  return judged.elementsOf(namespace);
}

/** The namespaces that are judged. */
export function judgedNamespaces(): readonly string[] {
  return judged.namespaces;
}

/** The element of that local name; undefined if the namespace has none, or is not judged. */
export function findJudgedElement(namespace: string, name: string): PayloadElement | undefined {
  return judged.elementsOf(namespace)?.get(name);
}

/** True if the schema of the namespace may be held against payloads: its document is in force. */
export function isJudgedNamespace(namespace: string): boolean {
  return judged.elementsOf(namespace) !== undefined;
}

/** The month of the XEPs that the table was made of. */
export function payloadDate(): string {
  return payloadMonth;
}
