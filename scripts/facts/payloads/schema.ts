/**
 * Reads the XML Schemas of XEPs for names, attributes and simple types. Order, occurrence and required children are
 * left out: that is what these schemas get wrong most. Tolerant: of 285 schemas 42 are no valid XML Schema.
 */

import { allElements, type Markup, readMarkup, splitName } from "./markup";

const XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";

/** Simple types that can be judged by their form; all others say nothing. */
export type ValueType =
  | "boolean"
  | "integer"
  | "unsigned"
  | "positive"
  | "decimal"
  | "dateTime"
  | "date"
  | "base64";

/** What a schema says of a value: a type, or the values that it may have, or nothing. */
export interface Value {
  readonly type?: ValueType;
  readonly values?: readonly string[];
}

export interface Attribute extends Value {
  readonly required: boolean;
}

/** Declaration of an element; of several with one name the union. */
export interface Declaration {
  /** Local names of children in the same namespace. */
  readonly children: Set<string>;
  readonly attributes: Map<string, Attribute>;
  /** The text that it holds; undefined where none is declared. */
  text: Value | undefined;
  /** True if it may hold any element, of its own namespace too. */
  open: boolean;
  /** True if elements of other namespaces are meant to be in it; they may be anywhere. */
  foreign: boolean;
  /** True if it may have any attribute. */
  openAttributes: boolean;
}

/** Declarations by local name. */
export type Vocabulary = Map<string, Declaration>;

export function emptyDeclaration(): Declaration {
  const nothing = { text: undefined, open: false, foreign: false, openAttributes: false };
  return { children: new Set(), attributes: new Map(), ...nothing };
}

const types: Readonly<Record<string, ValueType>> = {
  boolean: "boolean",
  integer: "integer",
  int: "integer",
  long: "integer",
  short: "integer",
  byte: "integer",
  nonNegativeInteger: "unsigned",
  unsignedInt: "unsigned",
  unsignedLong: "unsigned",
  unsignedShort: "unsigned",
  unsignedByte: "unsigned",
  positiveInteger: "positive",
  decimal: "decimal",
  float: "decimal",
  double: "decimal",
  dateTime: "dateTime",
  date: "date",
  base64Binary: "base64",
};

/** The vocabularies that the schemas in the texts declare, by namespace. */
export function readSchemas(texts: readonly string[]): Map<string, Vocabulary> {
  const found = new Map<string, Vocabulary>();
  for (const text of texts) {
    if (!/<(?:[\w.-]+:)?schema[\s>]/.test(text)) continue;
    for (const root of allElements(readMarkup(text))) {
      if (root.local !== "schema" || root.parent?.local === "schema") continue;
      const namespace = root.attributes.get("targetNamespace")?.trim();
      if (namespace) unite(found, namespace, new SchemaReader(root, namespace).read());
    }
  }
  return found;
}

function unite(all: Map<string, Vocabulary>, namespace: string, added: Vocabulary): void {
  const there = all.get(namespace);
  if (!there) all.set(namespace, added);
  else for (const [name, one] of added) there.set(name, merged(there.get(name), one));
}

/** Both declarations together: what either allows is allowed, and required is what both require. */
function merged(a: Declaration | undefined, b: Declaration): Declaration {
  if (!a) return b;
  const attributes = new Map<string, Attribute>();
  for (const name of new Set([...a.attributes.keys(), ...b.attributes.keys()])) {
    const [one, other] = [a.attributes.get(name), b.attributes.get(name)];
    attributes.set(name, {
      required: one?.required === true && other?.required === true,
      ...(one && other ? unionOf(one, other) : plainValue(one ?? other!)),
    });
  }
  return {
    children: new Set([...a.children, ...b.children]),
    attributes,
    text: a.text && b.text ? unionOf(a.text, b.text) : a.text || b.text ? {} : undefined,
    open: a.open || b.open,
    foreign: a.foreign || b.foreign,
    openAttributes: a.openAttributes || b.openAttributes,
  };
}

function plainValue({ type, values }: Value): Value {
  return { ...(type && { type }), ...(values && { values }) };
}

function unionOf(a: Value, b: Value): Value {
  if (a.values && b.values) return { values: [...new Set([...a.values, ...b.values])] };
  return a.type && a.type === b.type ? { type: a.type } : {};
}

class SchemaReader {
  readonly #found: Vocabulary = new Map();
  readonly #global = new Map<string, Markup>();
  /** Definitions that are being read: some refer to themselves. */
  readonly #reading = new Set<Markup>();

  constructor(
    readonly root: Markup,
    readonly namespace: string,
  ) {}

  read(): Vocabulary {
    for (const child of this.root.children) {
      const name = child.attributes.get("name");
      if (name !== undefined) this.#global.set(`${child.local} ${name}`, child);
    }
    for (const child of this.root.children) if (child.local === "element") this.#element(child);
    return this.#found;
  }

  /** Declares the element, and returns its name. */
  #element(element: Markup): string | undefined {
    const name = element.attributes.get("name")?.trim();
    if (!name || /[^\w.-]/.test(name)) return undefined;
    const made = emptyDeclaration();
    const type = element.attributes.get("type");
    if (type === undefined) this.#body(element, made);
    else this.#typed(element, type, made);
    if (type === undefined && element.children.every(({ local }) => local === "annotation")) {
      made.text = {};
      made.open = true;
    }
    this.#found.set(name, merged(this.#found.get(name), made));
    return name;
  }

  #typed(at: Markup, name: string, made: Declaration): void {
    const complex = this.#named("complexType", name);
    if (complex) this.#once(complex, () => this.#body(complex, made));
    else made.text = this.#simple(at, name);
  }

  #body(body: Markup, made: Declaration): void {
    if (body.attributes.get("mixed") === "true") made.text = {};
    for (const child of body.children) this.#part(child, made);
  }

  #part(part: Markup, made: Declaration): void {
    switch (part.local) {
      case "element":
        this.#child(part, made);
        break;
      case "attribute":
        this.#attribute(part, made);
        break;
      case "any":
        made.foreign = true;
        made.open ||= part.attributes.get("namespace") !== "##other";
        break;
      case "anyAttribute":
        made.openAttributes ||= part.attributes.get("namespace") !== "##other";
        break;
      case "simpleType":
        // In an extension it belongs to an attribute whose tag was closed too early.
        if (part.parent?.local === "element") made.text = this.#simpleBody(part);
        break;
      case "group":
      case "attributeGroup": {
        const group = this.#named(part.local, part.attributes.get("ref") ?? "");
        if (group) this.#once(group, () => this.#body(group, made));
        break;
      }
      case "extension":
      case "restriction": {
        const base = part.attributes.get("base");
        if (base !== undefined) this.#typed(part, base, made);
        this.#body(part, made);
        const values = enumeration(part);
        if (values) made.text = { values };
        break;
      }
      case "complexType":
      case "complexContent":
      case "simpleContent":
      case "sequence":
      case "choice":
      case "all":
        this.#body(part, made);
        break;
    }
  }

  #child(part: Markup, made: Declaration): void {
    const ref = part.attributes.get("ref");
    const name = ref === undefined ? this.#element(part) : this.#ownName(part, ref);
    if (name !== undefined) made.children.add(name);
    else if (ref !== undefined) made.foreign = true;
  }

  #attribute(part: Markup, made: Declaration): void {
    const { attributes } = part;
    const ref = attributes.get("ref");
    const own = ref === undefined ? part : this.#named("attribute", ref);
    const name = own?.attributes.get("name")?.trim();
    if (!own || !name || attributes.get("use") === "prohibited") return;
    const type = own.attributes.get("type");
    const inner = own.children.find(({ local }) => local === "simpleType");
    const value =
      type !== undefined ? this.#simple(own, type) : inner ? this.#simpleBody(inner) : {};
    made.attributes.set(name, { required: attributes.get("use") === "required", ...value });
  }

  #simple(at: Markup, name: string): Value {
    const [prefix, local] = splitName(name.trim());
    const own = this.#global.get(`simpleType ${local}`);
    if (own && at.bindings.get(prefix) !== XML_SCHEMA) {
      return this.#once(own, () => this.#simpleBody(own)) ?? {};
    }
    const type = Object.hasOwn(types, local) ? types[local] : undefined;
    return type ? { type } : {};
  }

  #simpleBody(simple: Markup): Value {
    for (const part of simple.children) {
      if (part.local === "restriction") {
        const values = enumeration(part);
        if (values) return { values };
        const base = part.attributes.get("base");
        return base === undefined ? {} : this.#simple(part, base);
      }
      if (part.local === "union") {
        const inner = part.children.map((one) => this.#simpleBody(one));
        const named = (part.attributes.get("memberTypes") ?? "").split(/\s+/).filter(Boolean);
        const all = [...inner, ...named.map((one) => this.#simple(part, one))];
        return all.length === 0 ? {} : all.reduce(unionOf);
      }
      if (part.local === "list") return {};
    }
    return {};
  }

  /** The local name of a reference into this namespace. */
  #ownName(at: Markup, name: string): string | undefined {
    const [prefix, local] = splitName(name.trim());
    const namespace = at.bindings.get(prefix);
    const isOwn = namespace === this.namespace || (namespace ?? XML_SCHEMA) === XML_SCHEMA;
    return isOwn && local !== "" ? local : undefined;
  }

  #named(kind: string, name: string): Markup | undefined {
    return this.#global.get(`${kind} ${splitName(name.trim())[1]}`);
  }

  #once<T>(definition: Markup, read: () => T): T | undefined {
    if (this.#reading.has(definition)) return undefined;
    this.#reading.add(definition);
    try {
      return read();
    } finally {
      this.#reading.delete(definition);
    }
  }
}

/** The values of an enumeration; undefined for any other restriction. */
function enumeration(restriction: Markup): string[] | undefined {
  const values = restriction.children
    .filter(({ local }) => local === "enumeration")
    .map(({ attributes }) => attributes.get("value") ?? "");
  return values.length > 0 ? values : undefined;
}
