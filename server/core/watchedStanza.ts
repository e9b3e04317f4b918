/**
 * A stanza that notices what is looked at of it. About stanzas of one shape the rules say the same only as far as they
 * look at nothing that is not in the shape; so each rule is asked once more, and watched.
 */

import { type Scope, scopeLanguage } from "./xml/scope";
import type { XmlAttribute, XmlElement, XmlNode } from "./xml/tree";
import type { ParsedText, Stanza } from "./xmpp/stanza";
import { readStanzas } from "./xmpp/stanza";
import { shapedStanzas } from "./xmpp/stanzaShape";

/** Told of what is looked at and not in the shape; of a value its name. */
export type Notice = (what: "value" | "other", name: string) => void;

/**
 * The stanza at the root of a tree, which tells what is looked at from now on.
 * @param root one that holds no other stanza
 */
export function watchStanza(root: XmlElement, text: ParsedText, notice: Notice): Stanza {
  let isWatched = false;
  const tell: Notice = (what, name) => {
    if (isWatched) notice(what, name);
  };
  const scope = text.scope && watchScope(text.scope, tell);
  const [stanza] = readStanzas(watchRoot(root, tell), { ...text, scope }) as [Stanza];
  isWatched = true;
  return Object.defineProperty({ ...stanza }, "source", {
    get: () => {
      notice("other", "source");
      return text.source;
    },
  });
}

/** Of what is around the stanza the language is in the shape; of namespaces, the default one alone. */
function watchScope(scope: Scope, notice: Notice): Scope {
  const watched: Scope = watch(scope, {
    language: scopeLanguage(scope),
    get declaring() {
      return watched;
    },
    get name() {
      notice("other", "name");
      return scope.name;
    },
    get namespaces() {
      notice("other", "namespaces");
      return scope.namespaces;
    },
    // Nothing is looked for beyond it.
    parent: undefined,
  });
  return watched;
}

function watchRoot(root: XmlElement, notice: Notice): XmlElement {
  const parent = (): XmlElement => watched;
  const watched = watchPlaces(root, notice, {
    attributes: root.attributes.map((one) => watchAttribute(one, notice)),
    children: root.children.map((child) => {
      if (child.kind !== "element") return watchText(child, notice);
      const isWhole = child.local === shapedStanzas.child;
      return isWhole ? watchWhole(child, parent, notice) : watchChild(child, parent, notice);
    }),
  });
  return watched;
}

function watchAttribute(attribute: XmlAttribute, notice: Notice): XmlAttribute {
  const { name } = attribute;
  if (name === "xmlns" || name === "xml:lang") return attribute;
  if (shapedStanzas.attributes.includes(name)) return attribute;
  const isValue = shapedStanzas.values.includes(name);
  const other = () => notice("other", name);
  return watch(attribute, {
    get value() {
      notice(isValue ? "value" : "other", name);
      return attribute.value;
    },
    get span() {
      other();
      return attribute.span;
    },
    get valueSpan() {
      other();
      return attribute.valueSpan;
    },
    get valueEnd() {
      other();
      return attribute.valueEnd;
    },
  });
}

/** Of a child that is not looked at as a whole only its name and namespace are in the shape. */
function watchChild(child: XmlElement, parent: () => XmlElement, notice: Notice): XmlElement {
  const other = () => notice("other", child.name);
  return watchPlaces(child, notice, {
    get parent() {
      return parent();
    },
    get attributes() {
      other();
      return child.attributes;
    },
    get language() {
      other();
      return child.language;
    },
    get children() {
      other();
      return child.children;
    },
  });
}

function watchWhole(whole: XmlElement, parent: () => XmlElement, notice: Notice): XmlElement {
  const self = (): XmlElement => watched;
  const watched = watchPlaces(whole, notice, {
    get parent() {
      return parent();
    },
    children: whole.children.map((child): XmlNode => {
      if (child.kind !== "element") return child;
      const inside = {
        get parent() {
          return self();
        },
      };
      if (child.local !== shapedStanzas.words) return watch(child, inside);
      const children = child.children.map((one) => watchText(one, notice));
      return watchPlaces(watch(child, inside), notice, { children });
    }),
  });
  return watched;
}

function watchText(node: XmlNode, notice: Notice): XmlNode {
  if (node.kind !== "text") return node;
  const other = () => notice("other", "words");
  return watch(node, {
    get value() {
      other();
      return node.value;
    },
    get span() {
      other();
      return node.span;
    },
  });
}

/** An element of which it is also noticed when somebody asks how long it is. */
function watchPlaces(
  element: XmlElement,
  notice: Notice,
  properties: Partial<XmlElement>,
): XmlElement {
  const other = () => notice("other", element.name);
  const placed = watch(element, {
    get span() {
      other();
      return element.span;
    },
    get startTag() {
      other();
      return element.startTag;
    },
    get endTag() {
      other();
      return element.endTag;
    },
  });
  return watch(placed, properties);
}

/** The same, but for those properties. */
function watch<T extends object>(of: T, properties: Partial<T>): T {
  return Object.create(of, Object.getOwnPropertyDescriptors(properties)) as T;
}
