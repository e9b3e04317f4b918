/** Reads tables of what payloads may hold, as `scripts/generate/payloads.ts` writes them. */

import { payloadDigits } from "./payloadDigits";
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

type Elements = ReadonlyMap<string, PayloadElement>;

/** The elements of the namespaces in a table. */
export interface PayloadVocabulary {
  readonly namespaces: readonly string[];
  /** The elements of the namespace by their local names, undefined if it is not in the table. */
  elementsOf(namespace: string): Elements | undefined;
}

/** The vocabulary of a table; what is said of a namespace is read when it is asked for. */
export function readVocabulary(text: string): PayloadVocabulary {
  /** The lines of each namespace, and its elements once they are read. */
  const blocks: Map<string, readonly string[] | Elements> = readBlocks(text);
  return {
    namespaces: [...blocks.keys()],
    elementsOf(namespace) {
      const found = blocks.get(namespace);
      if (!isLines(found)) return found;
      const names = found.map((line) => line.split("\t", 1)[0]!);
      const elements = new Map(
        found.map((line, index) => [names[index]!, readElement(namespace, line, names)]),
      );
      blocks.set(namespace, elements);
      return elements;
    },
  };
}

function isLines(found: readonly string[] | Elements | undefined): found is readonly string[] {
  return Array.isArray(found);
}

/** Lines by the line without indentation before them. */
export function readBlocks(text: string): Map<string, string[]> {
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
