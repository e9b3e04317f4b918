/**
 * What payloads may hold: the elements of a namespace with their attributes, children and values, from the schemas and
 * the examples of XEPs; data/README.md says how the table is made. Loaded when somebody asks for the first of them.
 */

import { formTable } from "./formTable";
import { payloadDigits } from "./payloadDigits";
import { payloadMonth, payloadTable } from "./payloadTable";
import { inFull } from "./shortNamespaces";

/** What a value has to be; nothing is said of most values. */
export interface PayloadValue {
  /** Simple type, by its form: `boolean`, `unsigned`, `dateTime` and the like. */
  readonly type: string | undefined;
  /** The values that it may have. */
  readonly values: readonly string[] | undefined;
}

export interface PayloadAttribute extends PayloadValue {
  readonly name: string;
  readonly required: boolean;
}

export interface PayloadElement {
  readonly namespace: string;
  readonly name: string;
  /** Local names of children in the same namespace. */
  readonly children: readonly string[];
  /** True if it may hold any element, of its namespace too. */
  readonly isOpen: boolean;
  /** True if elements of other namespaces are meant to be in it; they may be anywhere. */
  readonly holdsOthers: boolean;
  readonly attributes: readonly PayloadAttribute[];
  /** True if it may have any attribute. */
  readonly hasOpenAttributes: boolean;
  /** Undefined if it holds no text. */
  readonly text: PayloadValue | undefined;
}

/** A field of a data form, with its type if that is known. */
export interface FormField {
  readonly name: string;
  readonly type: string | undefined;
}

type Elements = ReadonlyMap<string, PayloadElement>;

/** The lines of each namespace, and its elements once they are read. */
let blocks: Map<string, readonly string[] | Elements> | undefined;
/** Namespaces of documents in force that have a schema. */
const judged = new Set<string>();
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

/** The month of the XEPs that the table was made of. */
export function payloadDate(): string {
  return payloadMonth;
}

/** True if the schema of the namespace may be held against payloads: its document is in force. */
export function isJudgedNamespace(namespace: string): boolean {
  return table().has(namespace) && judged.has(namespace);
}

/** All namespaces whose elements are known. */
export function payloadNamespaces(): readonly string[] {
  return [...table().keys()];
}

/** The fields of forms with that FORM_TYPE; none if it is not known. */
export function formFields(formType: string): readonly FormField[] {
  forms ??= readBlocks(formTable);
  return (forms.get(formType) ?? []).map((line) => {
    const [name = "", type] = line.split(" ");
    return { name, type };
  });
}

function table(): Map<string, readonly string[] | Elements> {
  if (blocks) return blocks;
  blocks = new Map();
  for (const [name, lines] of readBlocks(payloadTable)) {
    const namespace = name.endsWith("^") ? name.slice(0, -1) : name;
    if (name !== namespace) judged.add(namespace);
    blocks.set(namespace, lines);
  }
  return blocks;
}

function elementsOf(namespace: string): Elements | undefined {
  const found = table().get(namespace);
  if (!isLines(found)) return found;
  const names = found.map((line) => line.split("\t", 1)[0]!);
  const elements = new Map(
    found.map((line, index) => [names[index]!, readElement(namespace, line, names)]),
  );
  table().set(namespace, elements);
  return elements;
}

function isLines(found: readonly string[] | Elements | undefined): found is readonly string[] {
  return Array.isArray(found);
}

/** Lines by the line without indentation before them. */
function readBlocks(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith(" ")) {
      lines.push(line.slice(1));
    } else if (line !== "") {
      lines = [];
      found.set(inFull(line), lines);
    }
  }
  return found;
}

function readElement(namespace: string, line: string, names: readonly string[]): PayloadElement {
  const [name = "", children = "", attributes = "", text = ""] = line.split("\t");
  const isOpen = children.endsWith("*");
  const holdsOthers = isOpen || children.endsWith("+");
  const own = holdsOthers ? children.slice(0, -1) : children;
  return {
    namespace,
    name,
    children: own === "" ? [] : readChildren(own, names),
    isOpen,
    holdsOthers,
    attributes: attributes
      .split(";")
      .filter((one) => one !== "" && one !== "*")
      .map(readAttribute),
    hasOpenAttributes: attributes.endsWith("*"),
    text: text === "" ? undefined : readValue(text),
  };
}

function readChildren(children: string, names: readonly string[]): string[] {
  if (names.length > payloadDigits.length) return children.split(" ");
  return [...children].map((digit) => names[payloadDigits.indexOf(digit)]!);
}

function readAttribute(text: string): PayloadAttribute {
  const end = text.search(/[\^:=]/);
  if (end < 0) return { name: text, required: false, ...readValue("") };
  const required = text[end] === "^";
  return { name: text.slice(0, end), required, ...readValue(text.slice(required ? end + 1 : end)) };
}

/** `:type`, `=value|value`, or nothing that is known. */
function readValue(text: string): PayloadValue {
  return {
    type: text.startsWith(":") ? text.slice(1) : undefined,
    values: text.startsWith("=") ? text.slice(1).split("|") : undefined,
  };
}
