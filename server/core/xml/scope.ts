import { detachString } from "../text/detachString";

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
  /** The nearest element that declares anything: itself, or one around it. */
  readonly declaring: Scope | undefined;
}

/** What an element declares. */
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
 * A declaration is looked for in so many elements that have some. More of them are open only where
 * wrappers are never closed, as the streams of a log, and those repeat what they declare.
 */
const MAX_DECLARING = 1000;

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
