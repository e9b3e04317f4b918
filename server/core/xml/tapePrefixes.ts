/** Resolves the prefixes of start tags while an element is read. */

import { codeAt } from "./characterClasses";
import {
  ATTRIBUTE_SHIFT,
  AttributeSlot,
  ELEMENT_SHIFT,
  ElementSlot,
  type TapeNumbers,
} from "./elementTape";
import { lookupNamespace, type Scope } from "./scope";

const XMLNS = "xmlns";
const UNDECLARED = -2;

/** The element that is read, as far as it was read. */
export interface ReadElement {
  readonly memory: TapeNumbers;
  readonly text: string;
  /** Offset of the element in the text. */
  readonly start: number;
  /** Scope that is open around it. */
  readonly scope: Scope | undefined;
  /** True if a start tag so far declares a prefix. */
  readonly hasPrefixes: boolean;
}

/**
 * Resolves the prefixes of a start tag.
 * @returns false if one is not declared, or two attributes may have the same expanded name
 */
export function resolvePrefixes(index: number, element: ReadElement): boolean {
  const { text, start: base } = element;
  const { elements, attributes } = element.memory;
  const slots = index << ELEMENT_SHIFT;
  const colon = elements[slots + ElementSlot.Colon]!;
  if (colon >= 0) {
    const start = elements[slots + ElementSlot.Start]! + 1;
    const declaring = findDeclaration(text.slice(base + start, base + colon), index, element);
    if (declaring === UNDECLARED) return false;
    elements[slots + ElementSlot.Namespace] = declaring;
  }
  const locals = new Set<string>();
  const end = elements[slots + ElementSlot.AttributesEnd]!;
  for (let i = elements[slots + ElementSlot.FirstAttribute]!; i < end; i++) {
    const own = i << ATTRIBUTE_SHIFT;
    const attributeColon = attributes[own + AttributeSlot.Colon]!;
    if (attributeColon < 0) continue;
    const nameStart = attributes[own + AttributeSlot.NameStart]!;
    const prefix = text.slice(base + nameStart, base + attributeColon);
    if (prefix === XMLNS) continue;
    if (findDeclaration(prefix, index, element) === UNDECLARED) return false;
    const nameEnd = attributes[own + AttributeSlot.NameEnd]!;
    const local = text.slice(base + attributeColon + 1, base + nameEnd);
    if (locals.has(local)) return false;
    locals.add(local);
  }
  return true;
}

/** Index of the attribute that declares the prefix, -1 for a declaration around the element, or `UNDECLARED`. */
function findDeclaration(
  prefix: string,
  index: number,
  { text, start: base, scope, hasPrefixes, memory }: ReadElement,
): number {
  const { elements, attributes } = memory;
  for (let one = hasPrefixes ? index : -1; one >= 0; ) {
    const slots = one << ELEMENT_SHIFT;
    const end = elements[slots + ElementSlot.AttributesEnd]!;
    for (let i = elements[slots + ElementSlot.FirstAttribute]!; i < end; i++) {
      const own = i << ATTRIBUTE_SHIFT;
      const colon = attributes[own + 2]!;
      if (colon - attributes[own]! !== XMLNS.length) continue;
      if (!text.startsWith(XMLNS, base + attributes[own]!)) continue;
      if (isName(text, base + colon + 1, base + attributes[own + 1]!, prefix)) return i;
    }
    one = elements[slots + ElementSlot.Parent]!;
  }
  return lookupNamespace(scope, prefix) === undefined ? UNDECLARED : -1;
}

/** True if the part of the text is that name. */
export function isName(text: string, start: number, end: number, name: string): boolean {
  return end - start === name.length && text.startsWith(name, start);
}

/** True if the same text stands at both offsets. */
export function isSame(text: string, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (codeAt(text, a + i) !== codeAt(text, b + i)) return false;
  return true;
}
