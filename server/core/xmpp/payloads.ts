/**
 * What payloads may hold: the elements of a namespace with their attributes, children and values, from the schemas and
 * the examples of XEPs; data/README.md says how the table is made. Loaded when somebody asks for the first of them.
 */

import { formTable } from "./formTable";
import { judgedElements, judgedNamespaces } from "./judgedPayloads";
import { payloadTable } from "./payloadTable";
import { type PayloadElement, readBlocks, readVocabulary } from "./payloadVocabulary";

const others = readVocabulary(payloadTable);

/** A field of a data form, with its type if that is known. */
export interface FormField {
  readonly name: string;
  readonly type: string | undefined;
}

let forms: Map<string, readonly string[]> | undefined;

/** The element of that local name; undefined if it is not known. */
export function findPayloadElement(namespace: string, name: string): PayloadElement | undefined {
  return elementsOf(namespace)?.get(name);
}

/** The elements of the namespace: those that are in no other come first. */
export function payloadElements(namespace: string): readonly PayloadElement[] {
  const all = [...(elementsOf(namespace)?.values() ?? [])];
  const roots = payloadRoots(namespace);
  return [...roots, ...all.filter((one) => !roots.includes(one))];
}

/** The elements that are payloads: in no other of their namespace. */
export function payloadRoots(namespace: string): readonly PayloadElement[] {
  const all = [...(elementsOf(namespace)?.values() ?? [])];
  const inOthers = new Set(
    all.flatMap(({ name, children }) => children.filter((child) => child !== name)),
  );
  const roots = all.filter(({ name }) => !inOthers.has(name));
  return roots.length > 0 ? roots : all;
}

/** All namespaces whose elements are known. */
export function payloadNamespaces(): readonly string[] {
  return [...judgedNamespaces(), ...others.namespaces].sort();
}

/** The fields of forms with that FORM_TYPE; none if it is not known. */
export function formFields(formType: string): readonly FormField[] {
  forms ??= readBlocks(formTable);
  return (forms.get(formType) ?? []).map((line) => {
    const [name = "", type] = line.split(" ");
    return { name, type };
  });
}

function elementsOf(namespace: string): ReadonlyMap<string, PayloadElement> | undefined {
  return judgedElements(namespace) ?? others.elementsOf(namespace);
}
