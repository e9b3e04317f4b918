/** Unknown parts of a stanza: values and character data that are placeholders. */

import { HOLE } from "../xml/holes";
import {
  characterData,
  type XmlAttribute,
  type XmlElement,
  type XmlNode,
  type XmlText,
} from "../xml/tree";
import { isPlaceholder, isUnknownValue } from "./placeholder";

/** True if the value of the attribute is unknown, so that no rule may judge it. */
export function isUnknown(value: XmlAttribute): boolean {
  return value.unresolved || isUnknownValue(value.value);
}

/** The attribute's value, if it is there and known. */
export function knownValue(value: XmlAttribute | undefined): string | undefined {
  return value === undefined || isUnknown(value) ? undefined : value.value;
}

/** The character data of an element, or undefined if it holds a placeholder. */
export function knownText(element: XmlElement): string | undefined {
  return unknownTextsIn(element).size > 0 ? undefined : characterData(element);
}

const NONE: ReadonlySet<XmlText> = new Set();

/** The pieces of character data right inside the element that are placeholders. */
export function unknownTextsIn({ children }: XmlElement): ReadonlySet<XmlText> {
  let found: Set<XmlText> | undefined;
  let mayBeOptional = false;
  for (const child of children) {
    if (child.kind !== "text") continue;
    if (child.unresolved || isPlaceholder(child.value)) {
      found ??= new Set();
      found.add(child);
    } else if (child.value.includes("[")) {
      mayBeOptional = true;
    }
  }
  if (!mayBeOptional) return found ?? NONE;
  return new Set([...(found ?? NONE), ...optionalTextsIn(children)]);
}

/** Optional parts in the syntax figure of RFC 6120 §8.3.2: words in square brackets, or elements. */
const optional = new RegExp(
  String.raw`\[(?:(?=[^\][]*\bOPTIONAL\b)[^\][]*|\s*${HOLE}[\s${HOLE}]*)\]`,
  "g",
);

/** The pieces of such an expression, which may have elements in it. */
function optionalTextsIn(children: readonly XmlNode[]): XmlText[] {
  let joined = "";
  const places: { readonly text: XmlText; readonly start: number; readonly end: number }[] = [];
  for (const child of children) {
    if (child.kind === "element") joined += HOLE;
    if (child.kind !== "text") continue;
    const start = joined.length;
    joined += child.value;
    places.push({ text: child, start, end: joined.length });
  }
  const found = [...joined.matchAll(optional)].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }));
  return places
    .filter((place) => found.some(({ start, end }) => start < place.end && place.start < end))
    .map(({ text }) => text);
}
