/** Vocabularies as rows of tables, and back. */

import {
  type Attribute,
  type Declaration,
  emptyDeclaration,
  type Value,
  type ValueType,
  type Vocabulary,
} from "./schema";
import type { ElementRow, ValuesRow } from "./tables";

/** Name of the column's entry for the text of an element. */
const TEXT = "";

/** Marks a value whose enumeration is in a table of its own. */
const LISTED = "list";

/** The rows of elements and of enumerations that say what the vocabularies say; nothing is decided. */
export function rowsOf(vocabularies: ReadonlyMap<string, Vocabulary>): {
  elements: ElementRow[];
  values: ValuesRow[];
} {
  const elements: ElementRow[] = [];
  const values: ValuesRow[] = [];
  for (const [namespace, vocabulary] of inOrder(vocabularies)) {
    for (const [element, declaration] of inOrder(vocabulary)) {
      const { children, attributes, text } = declaration;
      const list = (attribute: string, value: Value) => {
        if (!isListed(value)) return;
        const all = value.values!.join("|");
        values.push({ namespace, element, attribute, values: all, decision: "", why: "" });
      };
      for (const [name, attribute] of inOrder(attributes)) list(name, attribute);
      list(TEXT, text ?? {});
      elements.push({
        namespace,
        element,
        children: [...[...children].sort(), ...marksOf(declaration)].join(" "),
        attributes: attributesOf(declaration),
        text: textOf(text),
      });
    }
  }
  return { elements, values };
}

/** The vocabularies that the rows describe. */
export function vocabulariesOf(
  elements: readonly ElementRow[],
  values: readonly ValuesRow[],
): Map<string, Vocabulary> {
  const listed = new Map(
    values.map((row) => [
      `${row.namespace} ${row.element} ${row.attribute}`,
      row.values.split("|"),
    ]),
  );
  const found = new Map<string, Vocabulary>();
  for (const row of elements) {
    const made = emptyDeclaration();
    const valueFor = (name: string, type: string): Value => {
      if (type !== LISTED) return type === "" || type === "any" ? {} : { type: type as ValueType };
      const all = listed.get(`${row.namespace} ${row.element} ${name}`);
      return all ? { values: all } : {};
    };
    for (const child of words(row.children)) {
      if (child === "+" || child === "*") made.foreign = true;
      if (child === "*") made.open = true;
      else if (child === "+") continue;
      else made.children.add(child);
    }
    for (const word of words(row.attributes)) {
      const [, name = "", mark, type = ""] = /^([^!:]+)(!?)(?::(\w+))?$/.exec(word) ?? [];
      if (name === "*") made.openAttributes = true;
      else made.attributes.set(name, { required: mark === "!", ...valueFor(name, type) });
    }
    if (row.text !== "") made.text = valueFor(TEXT, row.text);
    const vocabulary = found.get(row.namespace) ?? new Map<string, Declaration>();
    found.set(row.namespace, vocabulary.set(row.element, made));
  }
  return found;
}

/** What stands for children beyond those that are named. */
export function marksOf({ open, foreign }: Declaration): string[] {
  return open ? ["*"] : foreign ? ["+"] : [];
}

function attributesOf({ attributes, openAttributes }: Declaration): string {
  const all = inOrder(attributes).map(([name, attribute]) => `${name}${markOf(attribute)}`);
  return [...all, ...(openAttributes ? ["*"] : [])].join(" ");
}

function markOf(attribute: Attribute): string {
  const type = isListed(attribute) ? LISTED : attribute.type;
  return (attribute.required ? "!" : "") + (type ? `:${type}` : "");
}

function textOf(text: Value | undefined): string {
  // A type that has the empty value alone says that there is no text.
  if (!text || text.values?.every((one) => one === "")) return "";
  return isListed(text) ? LISTED : (text.type ?? "any");
}

function isListed({ values }: Value): boolean {
  return values?.some((one) => one !== "") === true;
}

function words(cell: string): string[] {
  return cell.split(" ").filter((one) => one !== "");
}

export function inOrder<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
