/**
 * A stanza that notices what is looked at of it. About stanzas of one shape the rules say the same only as far as they
 * look at nothing that is not in the shape; so each rule is asked once more, and watched.
 */

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
  const watched = watchRoot(root, (what, name) => {
    if (isWatched) notice(what, name);
  });
  const [stanza] = readStanzas(watched, text) as [Stanza];
  isWatched = true;
  return Object.defineProperty({ ...stanza }, "source", {
    get: () => {
      notice("other", "source");
      return text.source;
    },
  });
}

function watchRoot(root: XmlElement, notice: Notice): XmlElement {
  const parent = (): XmlElement => watched;
  const watched = watch(root, {
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
  return watch(attribute, {
    get value() {
      notice(isValue ? "value" : "other", name);
      return attribute.value;
    },
  });
}

function watchChild(child: XmlElement, parent: () => XmlElement, notice: Notice): XmlElement {
  return watch(child, {
    get parent() {
      return parent();
    },
    get attributes() {
      notice("other", child.name);
      return child.attributes;
    },
    get children() {
      notice("other", child.name);
      return child.children;
    },
  });
}

function watchWhole(error: XmlElement, parent: () => XmlElement, notice: Notice): XmlElement {
  const self = (): XmlElement => watched;
  const watched = watch(error, {
    get parent() {
      return parent();
    },
    children: error.children.map((child): XmlNode => {
      if (child.kind !== "element" || child.local !== shapedStanzas.words) return child;
      return watch(child, {
        get parent() {
          return self();
        },
        children: child.children.map((one) => watchText(one, notice)),
      });
    }),
  });
  return watched;
}

function watchText(node: XmlNode, notice: Notice): XmlNode {
  if (node.kind !== "text") return node;
  return watch(node, {
    get value() {
      notice("other", "words");
      return node.value;
    },
  });
}

/** The same, but for those properties. */
function watch<T extends object>(of: T, properties: Partial<T>): T {
  return Object.create(of, Object.getOwnPropertyDescriptors(properties)) as T;
}
