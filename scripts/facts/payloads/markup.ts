/** Reads markup as far as it goes: examples of XEPs are fragments, and some schemas are not well-formed. */

import { SaxesParser } from "saxes";

/** An element as it is written, with the namespaces that its prefixes stand for. */
export interface Markup {
  readonly prefix: string;
  readonly local: string;
  /** Empty where none is declared. */
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Markup[];
  /** Character data right inside the element. */
  text: string;
  /** Namespace by prefix; the default one is that of `""`. */
  readonly bindings: ReadonlyMap<string, string>;
  readonly parent: Markup | undefined;
}

/** The outermost elements of the text. End tags that fit nothing are passed over. */
export function readMarkup(text: string): Markup[] {
  const roots: Markup[] = [];
  let open: Markup | undefined;
  const parser = new SaxesParser({ xmlns: false, fragment: true });
  parser.on("error", () => {});
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    const made = elementOf(name, attributes, open);
    (open?.children ?? roots).push(made);
    if (!isSelfClosing) open = made;
  });
  const add = (data: string) => {
    if (open) open.text += data;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", ({ name, isSelfClosing }) => {
    if (isSelfClosing) return;
    let one = open;
    while (one && qualified(one) !== name) one = one.parent;
    if (one) open = one.parent;
  });
  parser.write(text).close();
  return roots;
}

/** The elements and all that is in them, in document order. */
export function* allElements(roots: readonly Markup[]): Generator<Markup> {
  for (const root of roots) {
    yield root;
    yield* allElements(root.children);
  }
}

/** Prefix and local name of a name. */
export function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: Markup | undefined,
): Markup {
  const [prefix, local] = splitName(name);
  const bindings = new Map(parent?.bindings);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "xmlns") bindings.set("", value.trim());
    else if (key.startsWith("xmlns:")) bindings.set(key.slice(6), value.trim());
  }
  return {
    prefix,
    local,
    namespace: bindings.get(prefix) ?? "",
    attributes: new Map(Object.entries(attributes)),
    children: [],
    text: "",
    bindings,
    parent,
  };
}

function qualified({ prefix, local }: Markup): string {
  return prefix === "" ? local : `${prefix}:${local}`;
}
