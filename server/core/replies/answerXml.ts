/** XML as servers write it on a stream: on one line, with a choice of quotes and of empty elements. */

import type { XmlElement } from "../xml/tree";

/** An element to write. */
export interface Item {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (Item | string)[];
}

export interface WireStyle {
  /** True for `<x></x>` where the last element in the text is empty, as jabberd2 has it. */
  readonly closesLast: boolean;
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&apos;",
  '"': "&quot;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>'"]/g, (character) => references[character]!);
}

/** The element in single quotes. */
export function writeItem(item: Item, { closesLast }: WireStyle): string {
  return write(item, closesLast);
}

/** @param closes true if the element, or the last one in it, is written with an end tag though it is empty */
function write({ name, attributes, children }: Item, closes: boolean): string {
  const written = attributes.map(([one, value]) => ` ${one}='${escapeText(value)}'`).join("");
  if (children.length === 0 && !closes) return `<${name}${written}/>`;
  const content = children.map((child, index) => {
    const isLast = index === children.length - 1;
    return typeof child === "string" ? escapeText(child) : write(child, closes && isLast);
  });
  return `<${name}${written}>${content.join("")}</${name}>`;
}

/**
 * The element to write again elsewhere, with the declarations that it took from around it; without comments.
 * @param inherited namespace that elements without a prefix have there
 */
export function itemOf(
  element: XmlElement,
  inherited: string,
  known: ReadonlyMap<string, string> = new Map(),
): Item {
  const declared = new Map(known);
  const attributes = element.attributes.map(({ name, value }) => [name, value] as const);
  for (const { name, prefix, local, value } of element.attributes) {
    if (name === "xmlns") declared.set("", value);
    else if (prefix === "xmlns") declared.set(local, value);
  }
  const added: (readonly [string, string])[] = [];
  const { prefix, namespace } = element;
  if ((declared.get(prefix) ?? (prefix === "" ? inherited : undefined)) !== namespace) {
    added.push([prefix === "" ? "xmlns" : `xmlns:${prefix}`, namespace]);
    declared.set(prefix, namespace);
  }
  const children: (Item | string)[] = [];
  for (const child of element.children) {
    if (child.kind === "element") children.push(itemOf(child, inherited, declared));
    else if (child.kind === "text") children.push(child.value);
  }
  return { name: element.name, attributes: [...added, ...attributes], children };
}
