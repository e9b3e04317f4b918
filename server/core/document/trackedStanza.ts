/**
 * A stanza that reports by getters which of its properties are read. Rules give the same result for all stanzas of one
 * shape only if they read nothing outside of the shape; so each rule runs once more on a tracked stanza.
 */

import { type Scope, scopeLanguage } from "../xml/scope";
import type { XmlAttribute, XmlElement, XmlNode } from "../xml/tree";
import type { ParsedText, Stanza } from "../xmpp/stanza";
import { readStanzas } from "../xmpp/stanza";
import { shapedStanzas } from "../xmpp/stanzaShape";

/** Called with each read property that is not in the shape; for a value with its name. */
export type ReadListener = (what: "value" | "other", name: string) => void;

/**
 * The stanza at the root of a tree, which reports reads from now on.
 * @param root holds no other stanza
 */
export function trackReads(root: XmlElement, text: ParsedText, notice: ReadListener): Stanza {
  let isWatched = false;
  const notify: ReadListener = (what, name) => {
    if (isWatched) notice(what, name);
  };
  const scope = text.scope && watchScope(text.scope, notify);
  const [stanza] = readStanzas(watchRoot(root, notify), { ...text, scope }) as [Stanza];
  isWatched = true;
  return noticeAny(stanza, ["source"], () => notice("other", "source"));
}

/** Of the scope around the stanza, the shape holds the language and the default namespace only. */
function watchScope(scope: Scope, notice: ReadListener): Scope {
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
    // No rule looks beyond this scope.
    parent: undefined,
  });
  return watched;
}

function watchRoot(root: XmlElement, notice: ReadListener): XmlElement {
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

function watchAttribute(attribute: XmlAttribute, notice: ReadListener): XmlAttribute {
  const { name } = attribute;
  if (name === "xmlns" || name === "xml:lang") return attribute;
  if (shapedStanzas.attributes.includes(name)) return attribute;
  const what = shapedStanzas.values.includes(name) ? "value" : "other";
  const placed = noticeAny(attribute, ["span", "valueSpan", "valueEnd"], () =>
    notice("other", name),
  );
  return noticeAny(placed, ["value"], () => notice(what, name));
}

/** Of a child that is not read as a whole, the shape holds name and namespace only. */
function watchChild(child: XmlElement, parent: () => XmlElement, notice: ReadListener): XmlElement {
  const inside = watchPlaces(child, notice, {
    get parent() {
      return parent();
    },
  });
  return noticeAny(inside, ["attributes", "language", "children"], () =>
    notice("other", child.name),
  );
}

function watchWhole(whole: XmlElement, parent: () => XmlElement, notice: ReadListener): XmlElement {
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

function watchText(node: XmlNode, notice: ReadListener): XmlNode {
  if (node.kind !== "text") return node;
  return noticeAny(node, ["value", "span"], () => notice("other", "words"));
}

/** An element that also reports reads of its places. */
function watchPlaces(
  element: XmlElement,
  notice: ReadListener,
  properties: Partial<XmlElement>,
): XmlElement {
  const placed = noticeAny(element, ["span", "startTag", "endTag"], () =>
    notice("other", element.name),
  );
  return watch(placed, properties);
}

/** An object that inherits from `of`, and reports reads of those properties. */
function noticeAny<T extends object>(of: T, names: readonly (keyof T)[], notify: () => void): T {
  const watched = watch(of, {});
  for (const name of names) {
    Object.defineProperty(watched, name, {
      get: () => {
        notify();
        return of[name];
      },
    });
  }
  return watched;
}

/** An object that inherits from `of`, with those properties replaced. */
function watch<T extends object>(of: T, properties: Partial<T>): T {
  return Object.create(of, Object.getOwnPropertyDescriptors(properties)) as T;
}
