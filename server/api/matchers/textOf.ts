/** The text of what a test has: a string, or an element by its own serialisation. */

/** The part of a DOM element that is used here. */
interface DomElement {
  readonly nodeType: number;
  readonly outerHTML?: unknown;
  readonly ownerDocument?: { readonly defaultView?: { readonly XMLSerializer?: unknown } | null };
}

type Serializer = new () => { serializeToString(node: object): string };

/**
 * The XML of a value.
 * @throws TypeError for a value that is neither a string nor an element
 */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) {
    // ltx, @xmpp/xml and xmldom serialise themselves; elements of browsers and jsdom are "[object Element]".
    const own = String(value);
    if (own.trimStart().startsWith("<")) return own;
    const serialised = serialise(value);
    if (serialised !== undefined) return serialised;
  }
  const what =
    value === null ? "null" : typeof value === "object" ? "another object" : typeof value;
  throw new TypeError(`expected a string, or an element that can be serialised, but got ${what}`);
}

function serialise(value: object): string | undefined {
  const element = value as DomElement;
  if (element.nodeType !== 1) return undefined;
  const own = element.ownerDocument?.defaultView?.XMLSerializer;
  const serializer = own ?? (globalThis as { XMLSerializer?: unknown }).XMLSerializer;
  if (typeof serializer === "function") {
    return new (serializer as Serializer)().serializeToString(value);
  }
  return typeof element.outerHTML === "string" ? element.outerHTML : undefined;
}
