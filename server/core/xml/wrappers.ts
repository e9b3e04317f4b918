/** Elements that are open around stanzas, and the part of them that stays in force if they are never closed. */

import { ForwardSearch } from "./forwardSearch";
import { readTag } from "./markup";
import { openScope, type Scope } from "./scope";

/** Maximum number of open elements in which the match of an end tag is searched. */
const MAX_UNWIND = 1000;

/** Maximum depth of nested elements of one name; beyond it the outermost counts as never closed. */
const MAX_DEPTH = 1000;

/** Maximum number of names whose end tags are remembered; beyond it none is searched. */
const MAX_NAMES = 100;

/** The scope after an end tag: without the wrapper that it closes, and all inside it. */
export function closeWrapper(scope: Scope | undefined, name: string): Scope | undefined {
  let one = scope;
  for (let i = 0; one && i < MAX_UNWIND; i++, one = one.parent) {
    if (one.name === name) return one.parent;
  }
  return scope;
}

export function isOpen(scope: Scope | undefined, name: string): boolean {
  return closeWrapper(scope, name) !== scope;
}

/** True for the header of a stream, which is closed with the stream, perhaps elsewhere. */
export function isStreamHeader(name: string): boolean {
  return name === "stream" || name.endsWith(":stream");
}

/** Number of nested streams that stay open; a log has the headers of thousands, which nothing closes. */
const MAX_STREAMS = 16;

/**
 * The scope around the header of a further stream: without the outermost of many streams, if the others declare all that it
 * declares.
 */
export function aroundStream(scope: Scope | undefined): Scope | undefined {
  let count = 0;
  let outermost: Scope | undefined;
  for (let one = scope; one && count < MAX_STREAMS; one = one.parent) {
    if (!isStreamHeader(one.name)) return scope;
    outermost = one;
    count++;
  }
  if (count < MAX_STREAMS || !outermost || outermost.parent) return scope;
  return isShadowed(outermost, scope) ? without(scope, (one) => one === outermost) : scope;
}

/** True if elements inside it declare all that it declares. */
function isShadowed(outer: Scope, scope: Scope | undefined): boolean {
  const prefixes = new Set(outer.namespaces?.keys());
  let hasLanguage = outer.language !== undefined;
  for (let one = scope; one && one !== outer; one = one.parent) {
    for (const prefix of one.namespaces?.keys() ?? []) prefixes.delete(prefix);
    if (one.language !== undefined) hasLanguage = false;
  }
  return prefixes.size === 0 && !hasLanguage;
}

/** The scope after all wrappers but stream headers are closed. */
export function streamsAround(scope: Scope | undefined): Scope | undefined {
  let isKept = true;
  for (let one = scope; one && isKept; one = one.parent) isKept = isStreamHeader(one.name);
  return isKept ? scope : without(scope, (one) => !isStreamHeader(one.name));
}

/** The scope without those of its elements; the same object where there are none. */
export function without(
  scope: Scope | undefined,
  isGone: (one: Scope) => boolean,
): Scope | undefined {
  const kept: Scope[] = [];
  for (let one = scope; one; one = one.parent) if (!isGone(one)) kept.push(one);
  return kept.reduceRight<Scope | undefined>(
    (parent, one) => (one.parent === parent ? one : openScope(parent, one.name, one)),
    undefined,
  );
}

/** The innermost element that declares the default namespace. */
export function declaringDefault(scope: Scope | undefined): Scope | undefined {
  let one = scope?.declaring;
  for (let i = 0; one && i < MAX_UNWIND; i++, one = one.parent?.declaring) {
    if (one.namespaces?.has("")) return one;
  }
  return undefined;
}

/** Index of the end tags of wrappers. */
export class Closings {
  readonly #endTags = new Map<string, ForwardSearch>();
  /** Memoized result of the last query: the wrapper's end, or -1. */
  #last: { readonly scope: Scope; readonly end: number } | undefined;

  constructor(readonly text: string) {}

  /**
   * The offset after the end tag of a wrapper, or -1 if it has none.
   * @param scope scope that is open at the offset
   * @param wrapper an element of that scope
   */
  closingOf(wrapper: Scope, scope: Scope | undefined, offset: number): number {
    if (this.#last?.scope !== wrapper || (this.#last.end >= 0 && this.#last.end < offset)) {
      this.#last = { scope: wrapper, end: this.#find(wrapper, scope, offset) };
    }
    return this.#last.end;
  }

  #find(wrapper: Scope, scope: Scope | undefined, offset: number): number {
    const { name } = wrapper;
    let depth = 0;
    for (let one = scope; one && depth < MAX_DEPTH; one = one.parent) {
      if (one.name === name) depth++;
      if (one === wrapper) break;
    }
    const ends = this.#endTagsOf(name);
    const starts = new ForwardSearch(this.text, `<${name}`);
    for (let at = offset; depth > 0 && depth < MAX_DEPTH; ) {
      const end = ends?.from(at) ?? Number.POSITIVE_INFINITY;
      const start = starts.from(at);
      if (end >= this.text.length) return -1;
      const isStart = start < end;
      const tag = readTag(this.text, isStart ? start + 1 : end + 2);
      at = Math.max(tag.end, tag.nameEnd);
      if (tag.nameEnd - tag.nameStart !== name.length) continue;
      if (!isStart) depth--;
      else if (!tag.empty) depth++;
      if (depth === 0) return at;
    }
    return -1;
  }

  #endTagsOf(name: string): ForwardSearch | undefined {
    const known = this.#endTags.get(name);
    if (known || this.#endTags.size >= MAX_NAMES) return known;
    const next = new ForwardSearch(this.text, `</${name}`);
    this.#endTags.set(name, next);
    return next;
  }
}
