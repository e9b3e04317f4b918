/** What shows more than a schema says: examples, former schemas, and what a server accepts. */

import { isUnknownName, isUnknownValue } from "../../../server/core/xmpp/placeholder";
import { hasForm } from "../../../server/core/xmpp/valueForms";
import type { CodecElement } from "./codec";
import { allElements, type Markup, readMarkup } from "./markup";
import type { Declaration, Value, Vocabulary } from "./schema";

/** What a schema does not know, or asks for in vain. */
type EvidenceKind =
  | "element"
  | "child"
  | "attribute"
  /** A required attribute that is not there. */
  | "without"
  /** A value of the attribute, or of the text if the name is empty, that is of another type or none of the enumeration. */
  | "value";

export interface Fact {
  readonly namespace: string;
  readonly element: string;
  readonly kind: EvidenceKind;
  /** Of the child or the attribute; empty for the element and its text. */
  readonly name: string;
  readonly value: string;
}

const XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";

/** Stanzas and streams have rules of their own. */
const frames = new Set([
  "",
  XML_SCHEMA,
  "jabber:client",
  "jabber:server",
  "jabber:component:accept",
  "http://etherx.jabber.org/streams",
  "urn:ietf:params:xml:ns:xmpp-stanzas",
  "urn:ietf:params:xml:ns:xmpp-streams",
]);

/** All that the example shows beyond the vocabularies; all of it for a namespace without one. */
export function factsOfExample(
  example: string,
  vocabularies: ReadonlyMap<string, Vocabulary>,
  isKnown: (namespace: string) => boolean,
): Fact[] {
  const roots = readMarkup(example);
  const elements = [...allElements(roots)];
  // The elements of a schema are no examples of what it describes.
  if (elements.some(({ namespace }) => namespace === XML_SCHEMA)) return [];
  return elements.flatMap((element) => {
    const { namespace, local } = element;
    if (frames.has(namespace) || !isKnown(namespace) || isUnknownName(local)) return [];
    if (!/^[\w.-]+$/.test(local)) return [];
    return [...factsOfElement(element, vocabularies.get(namespace))];
  });
}

function* factsOfElement(element: Markup, vocabulary: Vocabulary | undefined): Generator<Fact> {
  const { namespace, local, parent } = element;
  const declared = vocabulary?.get(local);
  const base = { namespace, element: local, name: "", value: "" };
  if (!declared) yield { ...base, kind: "element" };
  if (parent?.namespace === namespace && !isUnknownName(parent.local)) {
    const over = vocabulary?.get(parent.local);
    if (!over || (!over.open && !over.children.has(local))) {
      yield { ...base, element: parent.local, kind: "child", name: local };
    }
  }
  yield* factsOfAttributes(element, declared);
}

function* factsOfAttributes(
  { namespace, local, attributes, children, text }: Markup,
  declared: Declaration | undefined,
): Generator<Fact> {
  const base = { namespace, element: local, value: "" };
  for (const [name, value] of attributes) {
    if (name === "xmlns" || name.includes(":") || isUnknownName(name)) continue;
    const known = declared?.attributes.get(name);
    if (!known && !declared?.openAttributes) yield { ...base, kind: "attribute", name };
    if (known && isOther(value, known)) yield { ...base, kind: "value", name, value };
  }
  for (const [name, { required }] of declared?.attributes ?? []) {
    if (required && !attributes.has(name)) yield { ...base, kind: "without", name };
  }
  const words = text.trim();
  if (declared?.text && children.length === 0 && words !== "" && isOther(words, declared.text)) {
    yield { ...base, kind: "value", name: "", value: words };
  }
}

/** True for a value that is not what is said of it; a placeholder may be anything. */
function isOther(value: string, said: Value): boolean {
  const isEmptyText = said.values?.every((one) => one === "") === true;
  return !isEmptyText && !isUnknownValue(value) && !hasForm(value, said);
}

/** What a former schema of the namespace says otherwise: names, and what it does not require. */
export function factsOfFormer(
  namespace: string,
  former: Vocabulary,
  vocabulary: Vocabulary,
): Fact[] {
  const found: Fact[] = [];
  for (const [element, declaration] of former) {
    const base = { namespace, element, name: "", value: "" };
    const now = vocabulary.get(element);
    if (!now) found.push({ ...base, kind: "element" });
    for (const name of declaration.children) {
      if (!now || (!now.open && !now.children.has(name)))
        found.push({ ...base, kind: "child", name });
    }
    for (const name of declaration.attributes.keys()) {
      if (!now || (!now.openAttributes && !now.attributes.has(name)))
        found.push({ ...base, kind: "attribute", name });
    }
    for (const [name, { required }] of now?.attributes ?? []) {
      if (required && declaration.attributes.get(name)?.required !== true)
        found.push({ ...base, kind: "without", name });
    }
  }
  return found;
}

/** What the codec accepts besides. */
export function* factsOfCodec(
  codec: ReadonlyMap<string, CodecElement>,
  vocabularies: ReadonlyMap<string, Vocabulary>,
  isKnown: (namespace: string) => boolean,
): Generator<Fact> {
  for (const one of codec.values()) {
    for (const namespace of one.namespaces) {
      if (frames.has(namespace) || !isKnown(namespace)) continue;
      yield* factsOfCodecElement(one, namespace, codec, vocabularies.get(namespace));
    }
  }
}

function* factsOfCodecElement(
  one: CodecElement,
  namespace: string,
  codec: ReadonlyMap<string, CodecElement>,
  vocabulary: Vocabulary | undefined,
): Generator<Fact> {
  const base = { namespace, element: one.name, name: "", value: "" };
  const now = vocabulary?.get(one.name);
  if (!now) yield { ...base, kind: "element" };
  for (const ref of one.refs) {
    const child = codec.get(ref);
    if (!child?.namespaces.includes(namespace)) continue;
    if (!now || (!now.open && !now.children.has(child.name)))
      yield { ...base, kind: "child", name: child.name };
  }
  for (const { name, values } of one.attributes) {
    if (name === "" || name === "xmlns" || name.includes(":")) continue;
    const known = now?.attributes.get(name);
    if (!known && !now?.openAttributes) yield { ...base, kind: "attribute", name };
    for (const value of (known?.values && values) || []) {
      if (!known!.values!.includes(value)) yield { ...base, kind: "value", name, value };
    }
  }
  for (const [name, { required }] of now?.attributes ?? []) {
    const accepted = one.attributes.find((attribute) => attribute.name === name);
    if (required && !accepted?.required) yield { ...base, kind: "without", name };
  }
}
