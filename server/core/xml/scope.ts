import { detachString } from "../text/detachString";

/**
 * Declarations in force at a stanza: the elements that are open around it, with their namespaces
 * and languages. An immutable linked list, so that scopes can be kept and compared.
 */
export interface Scope {
  readonly parent: Scope | undefined;
  /** Name of the open element, as written. */
  readonly name: string;
  /** Namespace names by prefix, of this element's own declarations; `""` is the default namespace. */
  readonly namespaces: ReadonlyMap<string, string> | undefined;
  /** The element's own `xml:lang`. */
  readonly language: string | undefined;
  /** The nearest element that declares anything: itself, or an enclosing element. */
  readonly declaring: Scope | undefined;
}

/** Declarations of an element. */
export type ScopeDeclarations = Pick<Scope, "namespaces" | "language">;

/** The scope inside an element of that name. */
export function openScope(
  parent: Scope | undefined,
  name: string,
  { namespaces, language }: ScopeDeclarations,
): Scope {
  const scope: Writable<Scope> = {
    parent,
    name: detachString(name),
    namespaces: namespaces && new Map([...namespaces].map(ownEntry)),
    language: language === undefined ? undefined : detachString(language),
    declaring: parent?.declaring,
  };
  if (namespaces || language !== undefined) scope.declaring = scope;
  return scope;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function ownEntry([prefix, namespace]: [string, string]): [string, string] {
  return [detachString(prefix), detachString(namespace)];
}

/**
 * Maximum number of declaring elements in which a declaration is searched. More are open only where
 * wrappers are never closed, as the streams of a log, and those repeat their declarations.
 */
const MAX_DECLARING = 1000;

export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
export const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";

/** Fragments of a stream rarely repeat the declaration of the prefix `stream` (RFC 6120 §4.8.5). */
const STREAM_PREFIX = "stream";
const STREAMS_NAMESPACE = "http://etherx.jabber.org/streams";

/**
 * The namespace that a prefix is bound to in the scope, undefined for an unbound prefix. `""` stands for
 * the default namespace.
 */
export function lookupNamespace(scope: Scope | undefined, prefix: string): string | undefined {
  if (prefix === "xml") return XML_NAMESPACE;
  let one = scope?.declaring;
  for (let i = 0; one && i < MAX_DECLARING; i++, one = one.parent?.declaring) {
    const namespace = one.namespaces?.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return prefix === STREAM_PREFIX ? STREAMS_NAMESPACE : undefined;
}

/** The language in force in the scope (`xml:lang` of the nearest open element that has it). */
export function scopeLanguage(scope: Scope | undefined): string | undefined {
  let one = scope?.declaring;
  for (let i = 0; one && i < MAX_DECLARING; i++, one = one.parent?.declaring) {
    if (one.language !== undefined) return one.language;
  }
  return undefined;
}

/** True if both scopes have the same declarations, element by element. */
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
