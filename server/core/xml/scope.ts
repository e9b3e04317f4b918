/**
 * What is in force where a stanza stands: the elements that are open around it, with the namespaces
 * and the language they declare. An immutable chain, so that scopes can be kept and compared.
 */
export interface Scope {
  readonly parent: Scope | undefined;
  /** Name of the open element, as written. */
  readonly name: string;
  /** Prefix → namespace name, as declared on this element alone; `""` is the default namespace. */
  readonly namespaces: ReadonlyMap<string, string> | undefined;
  /** Its `xml:lang`. */
  readonly language: string | undefined;
}

export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
export const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";

/** Fragments of a stream rarely repeat the declaration of the prefix `stream` (RFC 6120 §4.8.5). */
const STREAM_PREFIX = "stream";
const STREAMS_NAMESPACE = "http://etherx.jabber.org/streams";

/**
 * The namespace a prefix is bound to in the scope, undefined if it is bound to none. `""` asks for
 * the default namespace.
 */
export function lookupNamespace(scope: Scope | undefined, prefix: string): string | undefined {
  if (prefix === "xml") return XML_NAMESPACE;
  for (let one = scope; one; one = one.parent) {
    const namespace = one.namespaces?.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return prefix === STREAM_PREFIX ? STREAMS_NAMESPACE : undefined;
}

/** The language in force in the scope (`xml:lang` of the nearest open element that has it). */
export function scopeLanguage(scope: Scope | undefined): string | undefined {
  for (let one = scope; one; one = one.parent) {
    if (one.language !== undefined) return one.language;
  }
  return undefined;
}

/** True if both scopes declare the same, element by element. */
export function sameScope(a: Scope | undefined, b: Scope | undefined): boolean {
  let left = a;
  let right = b;
  while (left !== right) {
    if (!left || !right) return false;
    if (left.name !== right.name || left.language !== right.language) return false;
    if (!sameNamespaces(left.namespaces, right.namespaces)) return false;
    left = left.parent;
    right = right.parent;
  }
  return true;
}

function sameNamespaces(a: Scope["namespaces"], b: Scope["namespaces"]): boolean {
  if (a === b) return true;
  if (!a || !b || a.size !== b.size) return false;
  for (const [prefix, namespace] of a) if (b.get(prefix) !== namespace) return false;
  return true;
}
