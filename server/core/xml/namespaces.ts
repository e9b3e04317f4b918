/** Namespaces in XML 1.0: declarations of an element, and errors in names. */

import { XML_NAMESPACE, XMLNS_NAMESPACE } from "./scope";
import type { WellFormednessCode, WellFormednessError, XmlAttribute, XmlElement } from "./tree";

/** Namespace names by prefix; `""` is the default namespace. */
export type Declarations = ReadonlyMap<string, string>;

type Resolve = (prefix: string) => string | undefined;

/** Placeholder for a namespace name that holds an entity reference: no document can spell it. */
export const UNKNOWN_NAMESPACE = "\u0000";

/** Namespace of wildcards in scripts, written like a placeholder: an element in it stands for any others. */
export const WILDCARD_NAMESPACE = "{scansion}";

/** The element's own declarations, or undefined if there are none. */
export function readDeclarations(element: XmlElement): Declarations | undefined {
  let declarations: Map<string, string> | undefined;
  for (const attribute of element.attributes) {
    if (attribute.name !== "xmlns" && attribute.prefix !== "xmlns") continue;
    declarations ??= new Map();
    declarations.set(attribute.prefix === "" ? "" : attribute.local, namespaceOf(attribute));
  }
  return declarations;
}

/** The namespace name of a declaration. */
export function namespaceOf({ unresolved, value }: XmlAttribute): string {
  return unresolved ? UNKNOWN_NAMESPACE : value;
}

/** The first error against Namespaces in XML in the start tag, if there is any. */
export function checkNamespaces(
  element: XmlElement,
  resolve: Resolve,
): WellFormednessError | undefined {
  if (element.prefix !== "" || element.local === "" || element.name !== element.local) {
    const wrong = checkName(element, resolve);
    if (wrong) return wrong;
  }
  let prefixed = 0;
  for (const attribute of element.attributes) {
    if (attribute.name === "xmlns" || attribute.prefix === "xmlns") {
      const wrong = checkDeclaration(attribute);
      if (wrong) return wrong;
    } else if (attribute.name !== attribute.local) {
      const wrong = checkName(attribute, resolve);
      if (wrong) return wrong;
      prefixed++;
    }
  }
  return prefixed > 1 ? findDuplicate(element, resolve) : undefined;
}

// A local part must be a name by itself, and names do not begin with these.
const noNameStart = /^(?:[-.0-9\u00b7\u203f\u2040]|[\u0300-\u036f])/;

function checkName(
  named: XmlElement | XmlAttribute,
  resolve: Resolve,
): WellFormednessError | undefined {
  const { prefix, local, name } = named;
  if (prefix === "" || local === "" || local.includes(":") || noNameStart.test(local)) {
    return error("name", name, named.nameSpan);
  }
  if (prefix === "xmlns") return error("namespace-declaration", name, named.nameSpan);
  if (resolve(prefix) !== undefined) return undefined;
  return error("prefix-undeclared", prefix, named.nameSpan);
}

/** The error in a declaration, if there is any. */
export function checkDeclaration(attribute: XmlAttribute): WellFormednessError | undefined {
  const { name, local, value } = attribute;
  const isDefault = name === "xmlns";
  if (!isDefault && (local === "" || local.includes(":") || noNameStart.test(local))) {
    return error("name", name, attribute.nameSpan);
  }
  const reserved =
    (!isDefault && value === "") ||
    (local === "xmlns") !== isDefault ||
    (!isDefault && local === "xml") !== (value === XML_NAMESPACE) ||
    value === XMLNS_NAMESPACE;
  return reserved ? error("namespace-declaration", name, attribute.span) : undefined;
}

/** Two attributes of the same local name whose prefixes are bound to the same namespace. */
function findDuplicate(element: XmlElement, resolve: Resolve): WellFormednessError | undefined {
  const seen = new Map<string, XmlAttribute>();
  for (const attribute of element.attributes) {
    if (attribute.prefix === "" || attribute.prefix === "xmlns") continue;
    const expanded = `${resolve(attribute.prefix) ?? attribute.prefix} ${attribute.local}`;
    const first = seen.get(expanded);
    if (first) {
      const { name, nameSpan } = attribute;
      return {
        code: "attribute-duplicate",
        subject: name,
        span: nameSpan,
        related: first.nameSpan,
      };
    }
    seen.set(expanded, attribute);
  }
  return undefined;
}

function error(
  code: WellFormednessCode,
  subject: string,
  span: WellFormednessError["span"],
): WellFormednessError {
  return { code, subject, span };
}
