/**
 * Shape of an element: all of it that rules read, but for the values that differ from element to element. Of the
 * elements of one shape only the first has to be checked (docs/decisions/shapes.md).
 */

import { characterClasses, SPACE } from "./characterClasses";
import type { ElementReader } from "./elementReader";
import { ATTRIBUTE_SHIFT, AttributeSlot, ELEMENT_SHIFT, ElementSlot } from "./elementTape";
import type { Scope } from "./scope";
import { numberOfScope } from "./surroundings";

/** The parts of elements that are in their shapes, besides the names of children and their namespaces. */
export interface ShapedElements {
  /** Attributes of the element whose values are known beside the shape. */
  readonly values: readonly [string, string, string];
  /** Attributes whose values are part of the shape, besides namespace and language. Of all others only the names are. */
  readonly attributes: readonly string[];
  /** The child that is part of the shape as a whole. */
  readonly child: string;
  /** The child of that child whose words are left out. */
  readonly words: string;
  /** False for such words about which a rule may report something. */
  arePlain(words: string): boolean;
}

/** Reads of parts that are not in the shape: the values, and all others. */
export const Read = { First: 1, Second: 2, Third: 4, Other: 8 } as const;

const XMLNS = "xmlns";
const LANGUAGE = "xml:lang";

/** Maximum length of a shape in UTF-16 code units. */
const MAX_LENGTH = 2000;
/** Maximum number of parts of a shape, separators included. */
const MAX_PARTS = 200;

/** Separators that occur in no text. */
const ATTRIBUTE = 1;
const VALUE = 2;
const CHILD = 3;
const WHOLE = 4;
const WORDS = 5;

/** Shape of the element that a reader has just read, in memory that all elements share. */
export class ElementShape {
  /** Equal for equal shapes, and for few others. */
  hash = 0;
  /** Start and end of each of the three values, relative to the element; -1 without the attribute. */
  readonly values = new Int32Array(6);
  /** Number of units, separators and surroundings included. */
  #length = 0;
  /** Parts of the text that are in the shape, as starts and ends; of a separator, itself below zero, and 0. */
  readonly #parts = new Int32Array(2 * MAX_PARTS);
  #partCount = 0;
  #scope: Scope | undefined;
  #surroundings = -1;

  /** @returns false if the element has no shape */
  read(reader: ElementReader, scope: Scope | undefined, shaped: ShapedElements): boolean {
    if (reader.namedCount !== 1) return false;
    if (scope !== this.#scope || this.#surroundings < 0) {
      this.#scope = scope;
      this.#surroundings = numberOfScope(scope);
      if (this.#surroundings < 0) return false;
    }
    this.#partCount = 0;
    this.values.fill(-1);
    return (
      this.#readRoot(reader, shaped) &&
      this.#readChildren(reader, shaped) &&
      this.#hash(reader.text)
    );
  }

  /** Hashes lengths and some units of the parts; false if there are too many, or they are too long. */
  #hash(text: string): boolean {
    const parts = this.#parts;
    const count = this.#partCount;
    if (count >= MAX_PARTS) return false;
    let length = 2;
    let hash = this.#surroundings;
    for (let i = 0; i < count; i++) {
      const start = parts[2 * i]!;
      const end = parts[2 * i + 1]!;
      if (start < 0) {
        length++;
        hash = Math.imul(hash ^ start, FACTOR);
      } else if (start < end) {
        length += end - start;
        const middle = text.charCodeAt((start + end) >> 1);
        const last = text.charCodeAt(end - 1);
        hash = Math.imul(hash ^ (end - start) ^ (middle << 8) ^ (last << 16), FACTOR);
      }
    }
    this.#length = length;
    this.hash = hash;
    return length <= MAX_LENGTH;
  }

  /**
   * The units of the shape, to keep.
   * @param text that it was read from
   */
  copy(text: string): Uint16Array {
    const units = new Uint16Array(this.#length);
    units[0] = this.#surroundings;
    units[1] = this.#surroundings >>> 16;
    const parts = this.#parts;
    let length = 2;
    for (let i = 0; i < this.#partCount; i++) {
      const start = parts[2 * i]!;
      if (start < 0) {
        units[length++] = -start;
        continue;
      }
      for (let at = start; at < parts[2 * i + 1]!; at++) {
        units[length++] = text.charCodeAt(at);
      }
    }
    return units;
  }

  /** @param text that it was read from */
  equals(other: Uint16Array, text: string): boolean {
    if (other.length !== this.#length) return false;
    const parts = this.#parts;
    const count = this.#partCount;
    if (other[0]! + (other[1]! << 16) !== this.#surroundings) return false;
    let length = 2;
    for (let i = 0; i < count; i++) {
      const start = parts[2 * i]!;
      if (start < 0) {
        if (other[length++] !== -start) return false;
        continue;
      }
      const end = parts[2 * i + 1]!;
      for (let at = start; at < end; at++) {
        if (other[length++] !== text.charCodeAt(at)) return false;
      }
    }
    return true;
  }

  #readRoot({ text, start: base, memory }: ElementReader, shaped: ShapedElements): boolean {
    const { elements, attributes } = memory;
    if (elements[ElementSlot.Colon]! >= 0) return false;
    this.#add(base + 1, base + elements[ElementSlot.NameEnd]!);
    const end = elements[ElementSlot.AttributesEnd]! << ATTRIBUTE_SHIFT;
    for (let slots = 0; slots < end; slots += 1 << ATTRIBUTE_SHIFT) {
      const nameStart = base + attributes[slots + AttributeSlot.NameStart]!;
      const nameEnd = base + attributes[slots + AttributeSlot.NameEnd]!;
      const valueStart = base + attributes[slots + AttributeSlot.ValueStart]!;
      const valueEnd = base + attributes[slots + AttributeSlot.ValueEnd]!;
      const length = nameEnd - nameStart;
      this.#put(ATTRIBUTE);
      this.#add(nameStart, nameEnd);
      if (attributes[slots + AttributeSlot.Colon]! >= 0) {
        if (length !== LANGUAGE.length || !text.startsWith(LANGUAGE, nameStart)) return false;
        this.#put(VALUE);
        this.#add(valueStart, valueEnd);
        continue;
      }
      let index = -1;
      for (let i = 0; i < 3; i++) {
        const name = shaped.values[i]!;
        if (name.length === length && text.startsWith(name, nameStart)) index = i;
      }
      if (index >= 0) {
        if (attributes[slots + AttributeSlot.HasReferences] !== 0) return false;
        this.values[2 * index] = valueStart - base;
        this.values[2 * index + 1] = valueEnd - base;
      } else if (
        (length === XMLNS.length && text.startsWith(XMLNS, nameStart)) ||
        isOneOf(shaped.attributes, text, nameStart, length)
      ) {
        this.#put(VALUE);
        this.#add(valueStart, valueEnd);
      }
    }
    return true;
  }

  #readChildren(reader: ElementReader, shaped: ShapedElements): boolean {
    const { text, start: base, memory } = reader;
    const { elements, attributes } = memory;
    const end = elements[ElementSlot.EndTagStart]!;
    const next = elements[ElementSlot.Next]!;
    let at = base + elements[ElementSlot.StartTagEnd]!;
    for (let child = 1; child < next; ) {
      const slots = child << ELEMENT_SHIFT;
      const start = base + elements[slots + ElementSlot.Start]!;
      // Words in these places are read, with their surroundings.
      if (!isBlankBetween(text, at, start)) return false;
      if (elements[slots + ElementSlot.Colon]! >= 0) return false;
      const nameEnd = base + elements[slots + ElementSlot.NameEnd]!;
      at = base + elements[slots + ElementSlot.End]!;
      const { child: whole } = shaped;
      if (nameEnd - start - 1 === whole.length && text.startsWith(whole, start + 1)) {
        if (!this.#readWhole(reader, child, shaped)) return false;
      } else {
        this.#put(CHILD);
        this.#add(start + 1, nameEnd);
        const namespace = elements[slots + ElementSlot.Namespace]!;
        if (namespace >= elements[slots + ElementSlot.FirstAttribute]!) {
          const declaration = namespace << ATTRIBUTE_SHIFT;
          this.#put(VALUE);
          this.#add(
            base + attributes[declaration + AttributeSlot.ValueStart]!,
            base + attributes[declaration + AttributeSlot.ValueEnd]!,
          );
        }
      }
      child = elements[slots + ElementSlot.Next]!;
    }
    return end < 0 || isBlankBetween(text, at, base + end);
  }

  /** Reads the child that is part of the shape as a whole, but for words. */
  #readWhole(
    { text, start: base, memory }: ElementReader,
    index: number,
    shaped: ShapedElements,
  ): boolean {
    const { elements, attributes } = memory;
    const slots = index << ELEMENT_SHIFT;
    const next = elements[slots + ElementSlot.Next]!;
    const first = elements[slots + ElementSlot.FirstAttribute]! << ATTRIBUTE_SHIFT;
    const last = elements[((next - 1) << ELEMENT_SHIFT) + ElementSlot.AttributesEnd]!;
    for (let i = first; i < last << ATTRIBUTE_SHIFT; i += 1 << ATTRIBUTE_SHIFT) {
      const nameStart = base + attributes[i + AttributeSlot.NameStart]!;
      if (attributes[i + AttributeSlot.Colon]! < 0) continue;
      const length = base + attributes[i + AttributeSlot.NameEnd]! - nameStart;
      if (length !== LANGUAGE.length || !text.startsWith(LANGUAGE, nameStart)) return false;
    }
    this.#put(WHOLE);
    const { words } = shaped;
    let kept = base + elements[slots + ElementSlot.Start]!;
    let at = base + elements[slots + ElementSlot.StartTagEnd]!;
    for (let child = index + 1; child < next; ) {
      const own = child << ELEMENT_SHIFT;
      const start = base + elements[own + ElementSlot.Start]!;
      if (!isBlankBetween(text, at, start)) return false;
      at = base + elements[own + ElementSlot.End]!;
      const after = elements[own + ElementSlot.Next]!;
      for (let inner = child; inner < after; inner++) {
        if (elements[(inner << ELEMENT_SHIFT) + ElementSlot.Colon]! >= 0) return false;
      }
      const nameEnd = base + elements[own + ElementSlot.NameEnd]!;
      if (nameEnd - start - 1 === words.length && text.startsWith(words, start + 1)) {
        const from = base + elements[own + ElementSlot.StartTagEnd]!;
        const hasElements = after > child + 1;
        const until = hasElements
          ? elements[((child + 1) << ELEMENT_SHIFT) + ElementSlot.Start]!
          : elements[own + ElementSlot.EndTagStart]!;
        if (until >= 0 && from < base + until) {
          if (!shaped.arePlain(text.slice(from, base + until))) return false;
          this.#add(kept, from);
          this.#put(WORDS);
          kept = base + until;
        }
      }
      child = after;
    }
    const endTag = elements[slots + ElementSlot.EndTagStart]!;
    if (endTag >= 0 && !isBlankBetween(text, at, base + endTag)) return false;
    this.#add(kept, base + elements[slots + ElementSlot.End]!);
    return true;
  }

  /** Adds a separator. */
  #put(unit: number): void {
    this.#add(-unit, 0);
  }

  /** Adds a part of the text. */
  #add(start: number, end: number): void {
    const count = this.#partCount;
    if (count === MAX_PARTS) return;
    this.#parts[2 * count] = start;
    this.#parts[2 * count + 1] = end;
    this.#partCount = count + 1;
  }
}

/** Of the hash by Fowler, Noll and Vo. */
const FACTOR = 16777619;

function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if ((characterClasses[text.charCodeAt(at)]! & SPACE) === 0) return false;
  }
  return true;
}

function isOneOf(names: readonly string[], text: string, start: number, length: number): boolean {
  for (const name of names) {
    if (name.length === length && text.startsWith(name, start)) return true;
  }
  return false;
}
