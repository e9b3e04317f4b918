/** Entities of a document: those of its own DTD, and those of its host. */

import { readEntities } from "./entityDeclarations";

/** The five entities that XML itself defines. */
export const predefined: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["apos", "'"],
  ["quot", '"'],
]);

const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([^\s&;#]+));/gi;

/** Maximum depth of entities within entities; deeper ones are not resolved. */
const MAX_DEPTH = 8;
const MAX_LENGTH = 20_000;

/** Maximum total length of all replacement texts, in UTF-16 code units, against exponential expansion. */
const MAX_TOTAL = 10_000_000;

export class Entities {
  readonly #own: ReadonlyMap<string, string>;
  /** Memoized replacement texts by depth, as the remaining depth decides how far they are resolved. */
  readonly #expanded = Array.from(
    { length: MAX_DEPTH + 1 },
    () => new Map<string, string | undefined>(),
  );
  #left = MAX_TOTAL;

  /** @param outside entities of the host; declarations of the document take precedence */
  constructor(
    text: string,
    readonly outside: ReadonlyMap<string, string> | undefined,
  ) {
    const start = text.indexOf("<!DOCTYPE");
    const end = start < 0 ? -1 : text.indexOf("]", start);
    this.#own = end < 0 ? new Map() : readEntities(text.slice(start, endOfSubset(text, end)));
  }

  /**
   * Replacement text of the entity, with the entities in it resolved; undefined for an unknown entity, or where the
   * total limit is reached.
   */
  resolve(name: string): string | undefined {
    const text = this.#expand(name, 0);
    this.#left -= text?.length ?? 0;
    return this.#left < 0 ? undefined : text;
  }

  #expand(name: string, depth: number): string | undefined {
    const known = this.#expanded[depth];
    if (!known) return undefined;
    if (!known.has(name)) known.set(name, this.#expandAnew(name, depth));
    return known.get(name);
  }

  #expandAnew(name: string, depth: number): string | undefined {
    const value = predefined.get(name) ?? this.#own.get(name) ?? this.outside?.get(name);
    if (value === undefined) return undefined;
    let length = value.length;
    const text = value.replace(reference, (whole, hexadecimal, decimal, inner) => {
      if (inner === undefined) {
        const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      }
      const expanded = length > MAX_LENGTH ? undefined : this.#expand(inner, depth + 1);
      length += expanded?.length ?? 0;
      return expanded ?? `{${inner}}`;
    });
    return text.length > MAX_LENGTH ? undefined : text;
  }
}

/** Offset of the bracket that ends the internal subset: a `>` follows it. Values of entities may hold brackets. */
function endOfSubset(text: string, bracket: number): number {
  for (let at = bracket; at >= 0; at = text.indexOf("]", at + 1)) {
    if (/^\s*>/.test(text.slice(at + 1, at + 100))) return at;
  }
  return text.length;
}
