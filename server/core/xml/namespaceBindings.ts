/** Bindings of namespace prefixes while the tree of one stanza is built. */

import type { Declarations } from "./namespaces";
import type { OpenElement } from "./nodes";
import { lookupNamespace, type Scope } from "./scope";

/** Resolves prefixes at the current place of a stanza: of declarations in the stanza, and of those around it. */
export class NamespaceBindings {
  #scope: Scope | undefined;
  /** Bindings of prefixes as far as the stanza declares them. */
  readonly #bound = new Map<string, string | undefined>();
  /** Bindings of prefixes around the stanza, cached on demand. */
  readonly #outer = new Map<string, string | undefined>();

  /** Begins a stanza, or releases the last one. */
  reset(scope: Scope | undefined): void {
    this.#scope = scope;
    if (this.#bound.size > 0) this.#bound.clear();
    if (this.#outer.size > 0) this.#outer.clear();
  }

  /** Default namespace around the stanza. */
  get outerDefault(): string {
    return lookupNamespace(this.#scope, "") ?? "";
  }

  /** Adds the declarations of a start tag. */
  enter(element: OpenElement, declarations: Declarations): void {
    element.shadowed = new Map();
    for (const [prefix, namespace] of declarations) {
      element.shadowed.set(prefix, this.#bound.get(prefix));
      this.#bound.set(prefix, namespace);
    }
  }

  /** Restores the bindings that the declarations of an element hid. */
  leave(element: OpenElement): void {
    for (const [prefix, namespace] of element.shadowed ?? []) this.#bound.set(prefix, namespace);
    element.shadowed = undefined;
  }

  /** Namespace name of the prefix, undefined if it is not declared; a function that can be passed by itself. */
  readonly resolve = (prefix: string): string | undefined => {
    const bound = this.#bound.get(prefix);
    if (bound !== undefined) return bound;
    if (this.#outer.has(prefix)) return this.#outer.get(prefix);
    const outer = lookupNamespace(this.#scope, prefix);
    this.#outer.set(prefix, outer);
    return outer;
  };
}
